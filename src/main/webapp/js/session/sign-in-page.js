import { html } from '../lit.js';
import { mark } from '../ui/icon.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';
import { session } from './session.js';

/** For people who have an account. */
export class SignInPage extends FormView {
  submit({ username, password }) {
    return session.signIn(username.trim(), password);
  }

  view() {
    return html`
      <main class="account-page">
        ${mark()}
        <h1>Sign in to Parley</h1>
        <form @submit=${this.send} novalidate aria-label="Sign in">
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
        <p class="aside">New here? <a href="sign-up">Create an account</a></p>
      </main>
    `;
  }
}

customElements.define('sign-in-page', SignInPage);
