import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { mark } from '../ui/icon.js';
import { View } from '../view.js';
import { door } from './door.js';
import { signOnHref, takeFailure } from './sign-on.js';

/** For people who have an account: here, or where this server sends everybody. */
export class SignInPage extends View {
  #door;
  #failure;

  connected() {
    this.#failure = takeFailure();
    this.watch(store, 'route'); // the way back leads to another room then
    this.watch(this, 'sign-on-needed', () => this.#look({ again: true }));
    this.#look();
  }

  // Nothing to type into before it is known that it is for this server to ask.
  view() {
    return html`
      <main class="account-page" aria-busy=${!this.#door}>
        ${mark()}
        <h1>Sign in to Parley</h1>
        ${this.#door ? this.#content(this.#door) : nothing}
      </main>
    `;
  }

  #content(door) {
    return door.signOn ? this.#elsewhere(door.signOn) : html`<sign-in-form></sign-in-form>${wayToSignUp(door)}`;
  }

  #elsewhere({ name }) {
    return html`
      <div class="sign-on">
        ${this.#failure ? html`<p class="error notice" role="alert">${this.#failure(name)}</p>` : nothing}
        <a class="primary" href=${signOnHref()} autofocus>Sign in with ${name}</a>
      </div>
    `;
  }

  async #look(how) {
    this.#door = await door(how);
    this.draw();
    this.querySelector('[autofocus]')?.focus();
  }
}

function wayToSignUp({ registration, setUp }) {
  if (registration !== 'CLOSED') {
    return html`<p class="aside">New here? <a href="sign-up">Create an account</a></p>`;
  }
  return setUp ? html`<p class="aside">Is this server new? <a href="sign-up">Set it up</a></p>` : nothing;
}

customElements.define('sign-in-page', SignInPage);
