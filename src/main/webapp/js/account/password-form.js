import { call } from '../api.js';
import { html } from '../lit.js';
import { newPasswordField } from '../session/new-password-field.js';
import { store } from '../store.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';

/** Changes the password. It tells by `sessions-ended` that the other devices are signed out. */
export class PasswordForm extends FormView {
  #note = '';

  async submit({ currentPassword, newPassword }) {
    this.#note = '';
    await call('PUT', 'api/users/me/password', { currentPassword, newPassword });
    this.querySelector('form').reset();
    this.#note = 'Your password is changed, and your other devices are signed out.';
    this.dispatchEvent(new CustomEvent('sessions-ended', { bubbles: true }));
  }

  view() {
    return html`
      <form @submit=${this.send} novalidate aria-labelledby="password-title">
        ${this.notice}
        <input hidden autocomplete="username" value=${store.user.username} />
        ${field({
          name: 'currentPassword',
          label: 'Current password',
          type: 'password',
          autocomplete: 'current-password',
          error: this.error('currentPassword'),
        })}
        ${newPasswordField({ name: 'newPassword', label: 'New password', error: this.error('newPassword') })}
        <button class="button" aria-busy=${this.busy}>Change password</button>
        <p role="status" class="fine">${this.#note}</p>
      </form>
    `;
  }
}

customElements.define('password-form', PasswordForm);
