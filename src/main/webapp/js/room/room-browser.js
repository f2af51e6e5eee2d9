import { call } from '../api.js';
import { html, nothing, repeat } from '../lit.js';
import { go } from '../router.js';
import { store } from '../store.js';
import { DialogView } from '../ui/dialog-view.js';
import { icon } from '../ui/icon.js';
import { show } from '../ui/dialog.js';
import { searchField } from '../ui/search-field.js';
import { roomHref } from './details-state.js';
import { joinRoom } from './room-actions.js';

const PAUSE_MS = 150; // after typing

/** All rooms that one may see, to look into or join. */
export class RoomBrowser extends DialogView {
  #query = '';
  #rooms;
  #next;
  #problem;
  #timer;
  #asked = 0;

  connected() {
    this.watch(store, 'rooms', () => this.shown && this.update());
  }

  opening() {
    this.#query = '';
    this.#rooms = undefined;
    this.#search();
  }

  view() {
    return this.dialog(
      { title: 'Browse rooms', name: 'room-browser' },
      () => html`
        ${searchField({ label: 'Search rooms', typed: this.#typed, autofocus: true })}
        <div class="results" aria-busy=${!this.#rooms}>${this.#results()}</div>
        <footer><button @click=${() => show('room-dialog')}>${icon('plus')} New room</button></footer>
      `,
    );
  }

  #results() {
    if (this.#problem) {
      return html`<p class="error">${this.#problem.message}</p>`;
    }
    if (this.#rooms?.length === 0) {
      return html`<p class="none">
        ${this.#query ? 'No room has that in its name.' : 'There is no room yet. Make the first one.'}
      </p>`;
    }
    return html`
      <ul>
        ${repeat(
          this.#rooms ?? [],
          ({ id }) => id,
          (room) => this.#item(room),
        )}
      </ul>
      ${this.#next ? html`<button class="more" @click=${() => this.#load(this.#next)}>More rooms</button>` : nothing}
    `;
  }

  #item(room) {
    const joined = Boolean(store.rooms.get(room.id)?.role ?? room.role);
    return html`
      <li data-testid="found-room">
        <a href=${roomHref(room.id)}>
          ${icon(room.kind === 'PUBLIC' ? 'hash' : 'lock')}
          <span
            ><bdi>${room.name}</bdi
            >${room.description ? html`<small dir="auto">${room.description}</small>` : nothing}</span
          >
        </a>
        ${
          joined
            ? html`<span class="joined">${icon('check')} Joined</span>`
            : html`<button aria-label="Join ${room.name}" @click=${() => this.#join(room)}>Join</button>`
        }
      </li>
    `;
  }

  #typed(event) {
    this.#query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE_MS);
  }

  #search() {
    return this.#load(undefined);
  }

  async #load(cursor) {
    const asked = ++this.#asked;
    const query = new URLSearchParams({ limit: 50, query: this.#query, ...(cursor ? { cursor } : {}) });
    try {
      const page = await call('GET', `api/chat/rooms?${query}`);
      if (asked === this.#asked) {
        this.#rooms = cursor ? [...this.#rooms, ...page.rooms] : page.rooms;
        this.#next = page.next;
        this.#problem = undefined;
      }
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }

  async #join(room) {
    try {
      await joinRoom(room.id);
      go(roomHref(room.id));
    } catch (problem) {
      this.#problem = problem;
      this.update();
    }
  }
}

customElements.define('room-browser', RoomBrowser);
