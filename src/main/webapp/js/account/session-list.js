import { call } from '../api.js';
import { html, nothing, repeat } from '../lit.js';
import { ActView } from '../ui/act-view.js';
import { deviceName } from './device-name.js';
import { sessionRow } from './session-row.js';
import { sessionPage } from './sessions.js';

/** Where one is signed in, and a way to end that. */
export class SessionList extends ActView {
  #sessions;
  #next;
  #note = '';

  connected() {
    this.load();
  }

  load() {
    return this.act(() => this.#fetch());
  }

  view() {
    const others = (this.#sessions ?? []).filter(({ current }) => !current);
    return html`
      ${this.trouble}
      <ul class="sessions" aria-busy=${!this.#sessions}>
        ${repeat(
          this.#sessions ?? [],
          ({ id }) => id,
          (session) => sessionRow(session, session.current ? nothing : this.#endButton(session)),
        )}
      </ul>
      ${this.#next ? html`<button aria-busy=${this.busy} @click=${() => this.#more()}>Show more</button>` : nothing}
      ${
        others.length > 0
          ? html`<button aria-busy=${this.busy} @click=${() => this.#endOthers()}>Sign out everywhere else</button>`
          : nothing
      }
      <p role="status" class="fine" tabindex="-1">${this.#note}</p>
    `;
  }

  // On with the first that is new: the button may be gone.
  async #more() {
    const known = new Set(this.#sessions.map(({ id }) => id));
    await this.act(() => this.#fetch(this.#next));
    this.draw();
    const first = this.#sessions.findIndex(({ id }) => !known.has(id));
    this.querySelectorAll('.sessions li')[first]?.querySelector('button')?.focus();
  }

  #endButton(session) {
    const name = deviceName(session.userAgent);
    return html`<button aria-label="Sign out ${name}" aria-busy=${this.busy} @click=${() => this.#end(session, name)}>
      Sign out
    </button>`;
  }

  #end({ id }, name) {
    return this.#change(`api/sessions/${id}`, `${name} is signed out.`);
  }

  #endOthers() {
    return this.#change('api/sessions', 'All your other devices are signed out.');
  }

  // The button goes away with what it has ended, so the note takes the focus.
  async #change(path, note) {
    this.#note = '';
    const done = await this.act(async () => {
      await call('DELETE', path).catch(unlessGone);
      await this.#fetch();
    });
    if (done) {
      this.#note = note;
      this.draw();
      this.querySelector('[role=status]').focus();
    }
  }

  async #fetch(cursor) {
    const { items, next } = await sessionPage('api/sessions', cursor);
    const before = cursor ? this.#sessions : [];
    const known = new Set(before.map(({ id }) => id)); // one may have moved to another page meanwhile
    this.#sessions = [...before, ...items.filter(({ id }) => !known.has(id))].sort(currentFirst);
    this.#next = next;
  }
}

function unlessGone(problem) {
  if (problem.status !== 404) {
    throw problem;
  }
}

function currentFirst(a, b) {
  return b.current - a.current || b.lastSeenAt.localeCompare(a.lastSeenAt);
}

customElements.define('session-list', SessionList);
