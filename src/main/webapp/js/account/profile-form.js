import { call } from '../api.js';
import { html, nothing } from '../lit.js';
import { applyName } from '../realtime/frames.js';
import { store } from '../store.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';

/** How others see one. */
export class ProfileForm extends FormView {
  #saved = false;

  async submit({ displayName }) {
    this.#saved = false;
    const user = await call('PATCH', 'api/users/me', { displayName: displayName.trim() });
    store.became(user);
    applyName({ id: user.id, name: user.displayName });
    this.#saved = true;
  }

  fieldOf() {
    return 'displayName';
  }

  view() {
    return html`
      <form @submit=${this.send} @input=${this.#changed} novalidate aria-label="Profile">
        ${field({
          name: 'displayName',
          label: 'Display name',
          autocomplete: 'name',
          value: store.user.displayName,
          error: this.error('displayName'),
        })}
        <button class="button" aria-busy=${this.busy}>Save</button>
        <p role="status" class="fine">${this.#saved ? 'Saved' : nothing}</p>
      </form>
    `;
  }

  #changed() {
    this.#saved = false;
    this.update();
  }
}

customElements.define('profile-form', ProfileForm);
