import { html } from '../lit.js';
import { mark } from '../ui/icon.js';
import { View } from '../view.js';
import { door } from './door.js';
import { secretFor } from './link-secret.js';

const CLOSED = 'Nobody can sign up on this server at the moment. Please ask one of its administrators.';
const NEEDS_LINK = 'You need an invitation here. Open the link that you were given, or ask an administrator for one.';

/** For people who are new, as far as the server lets them in. */
export class SignUpPage extends View {
  #door;
  #secret;

  connected() {
    this.#takeSecret();
    this.watch(globalThis, 'hashchange', () => this.#takeSecret());
    this.#look();
  }

  view() {
    return html`
      <main class="account-page">
        ${mark()}
        <h1>Create an account</h1>
        ${this.#door ? this.#content(this.#door) : ''}
      </main>
    `;
  }

  #content(door) {
    return door.signOn
      ? accountsElsewhere(door.signOn)
      : html`${this.#own(door)}
          <p class="aside">Already here? <a href="sign-in">Sign in</a></p>`;
  }

  // A server that nobody has set up lets its first administrator in whatever else it says.
  #own({ registration, setUp }) {
    const secret = registration === 'CLOSED' ? undefined : this.#secret;
    if (registration === 'OPEN' || secret || setUp) {
      const asksForToken = registration !== 'OPEN' && !secret;
      return html`<sign-up-form .secret=${secret} .asksForToken=${asksForToken}></sign-up-form>`;
    }
    return html`<p class="words">${registration === 'CLOSED' ? CLOSED : NEEDS_LINK}</p>`;
  }

  #takeSecret() {
    this.#secret = secretFor('sign-up');
    this.update();
  }

  async #look() {
    this.#door = await door();
    this.update();
  }
}

function accountsElsewhere({ name }) {
  return html`<p class="words">Accounts come from ${name} here. Sign in with the one that you have there.</p>
    <p class="aside"><a href="sign-in">Sign in</a></p>`;
}

customElements.define('sign-up-page', SignUpPage);
