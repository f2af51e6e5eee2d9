import { html, nothing, repeat } from '../lit.js';
import { avatar } from '../ui/avatar.js';
import { DialogView } from '../ui/dialog-view.js';
import { PagedList } from '../ui/paged-list.js';
import { searchField } from '../ui/search-field.js';
import { findAccounts } from './accounts.js';

const PAUSE_MS = 150; // after typing

/** Finds one person. */
export class PersonPicker extends DialogView {
  #query = '';
  #list = new PagedList(
    (cursor) => findAccounts(this.#query, cursor),
    () => this.update(),
  );
  #timer;
  #picked;

  /** Asks for somebody; `picked(account)` hears who it is. */
  ask(picked) {
    this.#picked = picked;
    this.open();
  }

  opening() {
    this.#query = '';
    this.#list.begin();
  }

  view() {
    return this.dialog(
      { title: 'Choose a person', name: 'person-picker' },
      () => html`
        ${searchField({ label: 'Find a person', typed: this.#typed, autofocus: true })}
        <div class="results" aria-busy=${!this.#list.items}>${this.#results()}</div>
      `,
    );
  }

  #results() {
    const { items, problem, hasMore } = this.#list;
    if (problem) {
      return html`<p class="error" role="alert">${problem.message}</p>`;
    }
    return html`
      ${items?.length === 0 ? html`<p class="none">Nobody here has a name that begins like that.</p>` : nothing}
      <ul>
        ${repeat(
          items ?? [],
          ({ id }) => id,
          (account) => this.#item(account),
        )}
      </ul>
      ${hasMore ? html`<button @click=${() => this.#list.more()}>Show more</button>` : nothing}
    `;
  }

  #item(account) {
    const { id, username, displayName } = account;
    return html`
      <li>
        <button class="person" @click=${() => this.#pick(account)}>
          ${avatar({ id, name: displayName }, 'small')}
          <span><bdi>${displayName}</bdi><small>${username}</small></span>
        </button>
      </li>
    `;
  }

  #pick(account) {
    this.close();
    this.#picked(account);
  }

  #typed(event) {
    this.#query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#list.begin(), PAUSE_MS);
  }
}

/** Lets somebody be chosen by the dialog of the page. */
export function pickPerson(picked) {
  document.querySelector('person-picker').ask(picked);
}

customElements.define('person-picker', PersonPicker);
