import { html } from '../lit.js';
import { mark } from '../ui/icon.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';
import { session } from './session.js';

/** For people who are new. */
export class SignUpPage extends FormView {
  submit({ username, displayName, password }) {
    return session.signUp({ username: username.trim(), displayName: displayName.trim(), password });
  }

  fieldOf(problem) {
    return problem.code === 'username_taken' ? 'username' : undefined;
  }

  view() {
    return html`
      <main class="account-page">
        ${mark()}
        <h1>Create an account</h1>
        <form @submit=${this.send} novalidate aria-label="Create an account">
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
            name: 'displayName',
            label: 'Display name',
            required: false,
            autocomplete: 'name',
            hint: 'What others see. Leave it empty to use your username.',
            error: this.error('displayName'),
          })}
          ${field({
            name: 'password',
            label: 'Password',
            type: 'password',
            autocomplete: 'new-password',
            hint: 'At least 8 characters. A few words together work well.',
            error: this.error('password'),
          })}
          <button class="primary" aria-busy=${this.busy}>Create account</button>
        </form>
        <p class="aside">Already here? <a href="sign-in">Sign in</a></p>
      </main>
    `;
  }
}

customElements.define('sign-up-page', SignUpPage);
