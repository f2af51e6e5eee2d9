import { html, nothing, repeat } from '../lit.js';
import { noteAddress } from '../router.js';
import { signOn } from '../session/door.js';
import { store } from '../store.js';
import { ActView } from '../ui/act-view.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icon.js';
import { PagedList } from '../ui/paged-list.js';
import { searchField } from '../ui/search-field.js';
import { findAccounts, invitation, parameters } from './accounts.js';
import { badges } from './badges.js';
import { tellLink } from './link-dialog.js';

const PAUSE_MS = 150; // after typing

/** Everybody who has an account. What is searched for stands in the address. */
export class PeopleList extends ActView {
  #query = store.route.query ?? '';
  #list = new PagedList(
    (cursor) => findAccounts(this.#query, cursor),
    () => this.update(),
  );
  #timer;

  connected() {
    this.watch(store, 'route', () => this.#moved(store.route));
    this.#list.begin();
  }

  disconnected() {
    clearTimeout(this.#timer);
  }

  view() {
    return html`
      <section aria-labelledby="people-title">
        <div class="section-head">
          <h2 id="people-title">People</h2>
          ${signOn() ? html`<p class="fine">Accounts come from ${signOn().name}.</p>` : this.#invite()}
        </div>
        ${this.trouble}
        ${searchField({ label: 'Search people', typed: this.#typed, value: this.#query })}
        <div class="results" aria-busy=${!this.#list.items}>${this.#results()}</div>
      </section>
    `;
  }

  #invite() {
    return html`<button aria-busy=${this.busy} @click=${() => this.act(invite)}>${icon('add')} Invite someone</button>`;
  }

  #results() {
    const { items, problem, hasMore } = this.#list;
    if (problem) {
      return html`<p class="error notice" role="alert">${problem.message}</p>`;
    }
    return html`
      ${items?.length === 0 ? html`<p class="none">Nobody here has a name that begins like that.</p>` : nothing}
      <ul>
        ${repeat(items ?? [], ({ id }) => id, row)}
      </ul>
      ${hasMore ? html`<button @click=${this.#more}>Show more</button>` : nothing}
    `;
  }

  // On with the first that is new: the button may be gone.
  async #more() {
    const known = this.#list.items.length;
    await this.#list.more();
    this.draw();
    this.querySelectorAll('.results li a')[known]?.focus();
  }

  #typed(event) {
    const query = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(query), PAUSE_MS);
  }

  #search(query) {
    this.#query = query;
    noteAddress(query ? `admin?${parameters({ query })}` : 'admin');
    return this.#list.begin();
  }

  #moved({ name, query }) {
    if (name === 'people' && query !== this.#query) {
      this.querySelector('input').value = query;
      this.#search(query);
    }
  }
}

function row(account) {
  const { id, username, displayName } = account;
  return html`
    <li data-testid="account">
      <a href="admin/users/${id}">
        ${avatar({ id, name: displayName }, 'small')}
        <span><bdi>${displayName}</bdi><small>${username}</small></span>
        ${badges(account)}
      </a>
    </li>
  `;
}

async function invite() {
  tellLink({
    title: 'Invitation',
    words: 'Whoever opens this link can sign up here. Send it to one person.',
    ...(await invitation()),
  });
}

customElements.define('people-list', PeopleList);
