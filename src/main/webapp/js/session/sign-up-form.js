import { html, nothing } from '../lit.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';
import { forgetSecret } from './link-secret.js';
import { newPasswordField } from './new-password-field.js';
import { session } from './session.js';
import { usernameField } from './username-field.js';

const FIELDS = {
  username_taken: 'username',
  invitation_needed: 'invitation',
  registration_closed: 'invitation',
};
const SPENT = 'This invitation is not good any more. Ask an administrator for another one.';

/** What a new account needs. */
export class SignUpForm extends FormView {
  #secret;
  #asksForToken = false;

  /** The secret of an invitation, if there is one. */
  set secret(secret) {
    this.#secret = secret;
  }

  /** Whether the first administrator may sign up here, by the set-up token. */
  set asksForToken(asks) {
    this.#asksForToken = asks;
    this.update();
  }

  connected() {
    queueMicrotask(() => this.querySelector('[autofocus]')?.focus());
  }

  async submit({ username, displayName, password, invitation = this.#secret }) {
    try {
      await session.signUp({
        username: username.trim(),
        displayName: displayName.trim(),
        password,
        invitation: invitation?.trim(),
      });
    } catch (problem) {
      throw this.#asksForToken || !problem.about?.('invitation') ? problem : new Error(SPENT, { cause: problem });
    }
    forgetSecret('sign-up');
  }

  fieldOf(problem) {
    const name = FIELDS[problem.code];
    return name === 'invitation' && !this.#asksForToken ? undefined : name;
  }

  view() {
    return html`
      <form @submit=${this.send} novalidate aria-label="Create an account">
        ${this.notice}
        ${usernameField({ error: this.error('username') })}
        ${field({
          name: 'displayName',
          label: 'Display name',
          required: false,
          autocomplete: 'name',
          hint: 'What others see. Leave it empty to use your username.',
          error: this.error('displayName'),
        })}
        ${newPasswordField({ name: 'password', label: 'Password', error: this.error('password') })}
        ${this.#asksForToken ? this.#token() : nothing}
        <button class="primary" aria-busy=${this.busy}>Create account</button>
      </form>
    `;
  }

  #token() {
    return field({
      name: 'invitation',
      label: 'Set-up token',
      required: false,
      autocapitalize: 'none',
      spellcheck: 'false',
      hint: 'For the first administrator. The server printed it at its first start.',
      error: this.error('invitation'),
    });
  }
}

customElements.define('sign-up-form', SignUpForm);
