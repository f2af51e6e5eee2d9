import { call } from '../api.js';
import { html, nothing, repeat } from '../lit.js';
import { avatar } from '../ui/avatar.js';
import { DialogView } from '../ui/dialog-view.js';
import { icon } from '../ui/icon.js';
import { searchField } from '../ui/search-field.js';
import { addPerson } from './room-actions.js';

const PAUSE_MS = 150; // after typing

/** Finds people and adds them to a room. */
export class AddPeople extends DialogView {
  #room;
  #query = '';
  #users;
  #problem;
  #timer;
  #asked = 0;

  set room(room) {
    this.#room = room;
    this.update();
  }

  opening() {
    this.#query = '';
    this.#search();
  }

  view() {
    return this.dialog(
      { title: 'Add people', name: 'add-people' },
      () => html`
        ${searchField({ label: 'Search people', typed: this.#typed, autofocus: true })}
        ${this.#problem ? html`<p class="error" role="alert">${this.#problem.message}</p>` : nothing}
        <div class="results" aria-busy=${!this.#users}>
          ${this.#users?.length === 0 ? html`<p class="none">Nobody here is called that.</p>` : nothing}
          <ul>
            ${repeat(
              this.#users ?? [],
              ({ id }) => id,
              (user) => this.#item(user),
            )}
          </ul>
        </div>
      `,
    );
  }

  #item(user) {
    const member = this.#room.members.get(user.id);
    return html`
      <li>
        <span class="person">
          ${avatar({ id: user.id, name: user.displayName }, 'small')}
          <span><bdi>${user.displayName}</bdi><small>${user.username}</small></span>
        </span>
        ${
          member && !member.left
            ? html`<span class="joined">${icon('check')} Here</span>`
            : html`<button aria-label="Add ${user.displayName}" @click=${() => this.#add(user)}>Add</button>`
        }
      </li>
    `;
  }

  #typed(event) {
    this.#query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE_MS);
  }

  async #search() {
    const asked = ++this.#asked;
    await this.#try(async () => {
      const { users } = await call('GET', `api/users?${new URLSearchParams({ query: this.#query })}`);
      if (asked === this.#asked) {
        this.#users = users;
      }
    });
  }

  #add(user) {
    return this.#try(() => addPerson(this.#room.id, user));
  }

  async #try(act) {
    this.#problem = undefined;
    try {
      await act();
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }
}

customElements.define('add-people', AddPeople);
