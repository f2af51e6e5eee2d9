import { call } from '../api.js';
import { html, nothing, repeat } from '../lit.js';
import { ActView } from '../ui/act-view.js';
import { deviceName } from './device-name.js';
import { sessionRow } from './session-row.js';

/** Where one is signed in, and a way to end that. */
export class SessionList extends ActView {
  #sessions;
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
      ${
        others.length > 0
          ? html`<button aria-busy=${this.busy} @click=${() => this.#endOthers()}>Sign out everywhere else</button>`
          : nothing
      }
      <p role="status" class="fine" tabindex="-1">${this.#note}</p>
    `;
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

  async #fetch() {
    const { sessions } = await call('GET', 'api/sessions');
    this.#sessions = sessions.sort(currentFirst);
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
