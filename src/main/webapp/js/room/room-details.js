import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { presence } from '../presence/presence.js';
import { avatar } from '../ui/avatar.js';
import { show } from '../ui/dialog.js';
import { icon } from '../ui/icon.js';
import { isComposing } from '../ui/key-press.js';
import { date } from '../ui/time.js';
import { View } from '../view.js';
import { BESIDE, showDetails } from './details-state.js';
import { loadMembers } from './room-actions.js';

const NAMES = new Intl.Collator();
const ROLES = { OWNER: 'Owner', MODERATOR: 'Moderator' };

/** What a room is, and who is in it. */
export class RoomDetails extends View {
  #room;
  #asked; // the room whose members are on their way
  #problem;

  set room(room) {
    if (room !== this.#room) {
      this.#room = room;
      this.update();
    }
  }

  connected() {
    this.watch(store, 'rooms');
    this.watch(presence, 'changed');
    this.watch(
      this,
      'keydown',
      (event) => event.key === 'Escape' && !isComposing(event) && !event.defaultPrevented && showDetails(false),
    );
  }

  // Lying over the conversation it takes the focus, and gives it back.
  draw() {
    const first = !this.firstElementChild;
    super.draw();
    if (!this.#room.membersLoaded) {
      this.#load();
    }
    if (first && !BESIDE.matches) {
      this.querySelector('button').focus();
    }
  }

  disconnected() {
    if (document.activeElement === document.body) {
      document.querySelector('[aria-expanded]')?.focus();
    }
  }

  view() {
    const { name, description, createdAt, role, kind } = this.#room;
    return html`
      <aside class="details" aria-label="Room details">
        <header>
          <h2>Details</h2>
          <button class="icon-button" aria-label="Close details" title="Close" @click=${() => showDetails(false)}>
            ${icon('close')}
          </button>
        </header>
        <section class="about">
          <h3><bdi>${name}</bdi></h3>
          ${description ? html`<p dir="auto">${description}</p>` : nothing}
          <p class="fine">${kind === 'PUBLIC' ? 'Public' : 'Private'} room, created on ${date(createdAt)}</p>
        </section>
        ${this.#people()}
        ${role ? html`<footer><button class="quiet" @click=${() => show('leave-dialog')}>${icon('leave')} Leave room</button></footer>` : nothing}
      </aside>
      <add-people .room=${this.#room}></add-people>
      <leave-dialog .room=${this.#room}></leave-dialog>
    `;
  }

  #people() {
    const members = this.#room.present.sort((a, b) => NAMES.compare(a.user.name, b.user.name));
    const mayAdd = this.#room.role && (this.#room.kind === 'PUBLIC' || this.#room.role !== 'MEMBER');
    return html`
      <section class="people" aria-label="Members">
        <div class="rooms-head">
          <h3>Members <span class="count">${this.#room.membersLoaded ? members.length : nothing}</span></h3>
          ${
            mayAdd
              ? html`<button
                  class="icon-button small"
                  aria-label="Add people"
                  title="Add people"
                  @click=${() => show('add-people')}
                >
                  ${icon('add')}
                </button>`
              : nothing
          }
        </div>
        ${this.#problem ? html`<p class="error">${this.#problem.message}</p>` : nothing}
        <ul>
          ${repeat(members, ({ user }) => user.id, person)}
        </ul>
      </section>
    `;
  }

  async #load() {
    const room = this.#room;
    if (this.#asked === room) {
      return;
    }
    this.#asked = room;
    this.#problem = undefined;
    try {
      await loadMembers(room);
      this.#asked = undefined;
    } catch (problem) {
      this.#problem = problem;
      this.update();
    }
  }
}

function person({ user, role }) {
  return html`
    <li data-testid="member">
      ${avatar(user, 'small')}<bdi>${user.name}</bdi>
      ${presence.has(user.id) ? html`<span class="here" data-testid="here" role="img" aria-label="Online" title="Online"></span>` : nothing}
      ${user.id === store.user.id ? html`<span class="fine">you</span>` : nothing}
      ${ROLES[role] ? html`<span class="tag">${ROLES[role]}</span>` : nothing}
    </li>
  `;
}

customElements.define('room-details', RoomDetails);
