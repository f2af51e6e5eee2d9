import { sessionRow } from '../account/session-row.js';
import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { ActView } from '../ui/act-view.js';
import { endSessions, sessionsOf } from './accounts.js';

/** Where somebody is signed in. */
export class PersonSessions extends ActView {
  #account = {};
  #sessions;
  #next;
  #note = '';

  // Who was shut out is signed in nowhere any more.
  set account(account) {
    const { id, disabledAt } = this.#account;
    this.#account = account;
    if (account.id !== id || account.disabledAt !== disabledAt) {
      this.act(() => this.#load());
    }
  }

  view() {
    const some = this.#sessions?.length > 0;
    return html`
      <section>
        <h3>Where they are signed in</h3>
        ${this.trouble} ${this.#sessions && !some ? html`<p class="none">Nowhere at the moment.</p>` : nothing}
        <ul class="sessions" aria-busy=${!this.#sessions}>
          ${repeat(
            this.#sessions ?? [],
            ({ id }) => id,
            (session) => sessionRow(session),
          )}
        </ul>
        ${this.#next ? html`<button aria-busy=${this.busy} @click=${this.#more}>Show more</button>` : nothing}
        ${some ? this.#wayOut() : nothing}
        <p role="status" class="fine" tabindex="-1">${this.#note}</p>
      </section>
    `;
  }

  #wayOut() {
    return this.#account.id === store.user.id
      ? html`<p>These are yours: <a href="settings">sign out of them in the settings</a>.</p>`
      : html`<button aria-busy=${this.busy} @click=${this.#end}>Sign out everywhere</button>`;
  }

  // The button goes away, so the note takes the focus.
  async #end() {
    this.#note = '';
    const done = await this.act(async () => {
      await endSessions(this.#account.id);
      await this.#load();
    });
    if (done) {
      this.#note = 'Signed out everywhere.';
      this.draw();
      this.querySelector('[role=status]').focus();
    }
  }

  // The button may go away, so the note takes the focus.
  async #more() {
    await this.act(() => this.#load(this.#next));
    this.#note = `${this.#sessions.length} devices are shown.`;
    this.draw();
    this.querySelector('[role=status]').focus();
  }

  async #load(cursor) {
    const { items, next } = await sessionsOf(this.#account.id, cursor);
    const before = cursor ? this.#sessions : [];
    const known = new Set(before.map(({ id }) => id)); // one may have moved to another page meanwhile
    this.#sessions = [...before, ...items.filter(({ id }) => !known.has(id))];
    this.#next = next;
  }
}

customElements.define('person-sessions', PersonSessions);
