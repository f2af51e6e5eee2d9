import { html, nothing } from '../lit.js';
import { mark } from '../ui/icon.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';
import { door } from './door.js';
import { session } from './session.js';

/** For people who have an account. */
export class SignInPage extends FormView {
  #door;
  #note = '';

  connected() {
    this.#look();
    requestAnimationFrame(() => this.#greet()); // readers tell what comes into a note, not what is there with it
  }

  submit({ username, password }) {
    return session.signIn(username.trim(), password);
  }

  view() {
    return html`
      <main class="account-page">
        ${mark()}
        <h1>Sign in to Parley</h1>
        <form @submit=${this.send} novalidate aria-label="Sign in">
          <p role="status" class="notice">${this.#note}</p>
          ${this.notice}
          ${field({
            name: 'username',
            label: 'Username',
            autocomplete: 'username',
            autocapitalize: 'none',
            spellcheck: 'false',
            autofocus: true,
            error: this.error('username'),
          })}
          ${field({
            name: 'password',
            label: 'Password',
            type: 'password',
            autocomplete: 'current-password',
            error: this.error('password'),
          })}
          <button class="primary" aria-busy=${this.busy}>Sign in</button>
        </form>
        ${this.#door ? wayToSignUp(this.#door) : nothing}
      </main>
    `;
  }

  async #look() {
    this.#door = await door();
    this.update();
  }

  #greet() {
    this.#note = history.state?.passwordChanged ? 'Your password is changed. Sign in with it.' : '';
    this.update();
  }
}

function wayToSignUp({ registration, setUp }) {
  if (registration !== 'CLOSED') {
    return html`<p class="aside">New here? <a href="sign-up">Create an account</a></p>`;
  }
  return setUp ? html`<p class="aside">Is this server new? <a href="sign-up">Set it up</a></p>` : nothing;
}

customElements.define('sign-in-page', SignInPage);
