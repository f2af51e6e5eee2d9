import { html } from '../lit.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';
import { session } from './session.js';
import { usernameField } from './username-field.js';

/** A name and a password. It tells by `sign-on-needed` that the server takes neither any more. */
export class SignInForm extends FormView {
  #note = '';

  connected() {
    requestAnimationFrame(() => this.#greet()); // readers tell what comes into a note, not what is there with it
  }

  async submit({ username, password }) {
    try {
      await session.signIn(username.trim(), password);
    } catch (problem) {
      this.#failed(problem);
    }
  }

  view() {
    return html`
      <form @submit=${this.send} novalidate aria-label="Sign in">
        <p role="status" class="notice">${this.#note}</p>
        ${this.notice}
        ${usernameField({ error: this.error('username') })}
        ${field({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'current-password',
          error: this.error('password'),
        })}
        <button class="primary" aria-busy=${this.busy}>Sign in</button>
      </form>
    `;
  }

  #failed(problem) {
    if (problem.code === 'single_sign_on') {
      this.dispatchEvent(new CustomEvent('sign-on-needed', { bubbles: true }));
    }
    throw problem;
  }

  #greet() {
    this.#note = history.state?.passwordChanged ? 'Your password is changed. Sign in with it.' : '';
    this.update();
  }
}

customElements.define('sign-in-form', SignInForm);
