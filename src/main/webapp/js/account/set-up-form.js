import { call } from '../api.js';
import { html } from '../lit.js';
import { store } from '../store.js';
import { field } from '../ui/field.js';
import { FormView } from '../ui/form-view.js';

/** Makes whoever has read what the server printed its first administrator. */
export class SetUpForm extends FormView {
  async submit({ setUpToken }) {
    store.became(await call('POST', 'api/set-up', { setUpToken: setUpToken.trim() }));
    this.draw();
    this.querySelector('[role=status]').focus();
  }

  view() {
    return store.user.role === 'ADMIN'
      ? html`<p role="status" tabindex="-1">
          You are an administrator now. <a href="admin">Open the administration</a>
        </p>`
      : this.#form();
  }

  #form() {
    return html`
      <p class="words">Nobody looks after this server yet. An administrator says who may be here.</p>
      <form @submit=${this.send} novalidate aria-labelledby="set-up-title">
        ${this.notice}
        ${field({
          name: 'setUpToken',
          label: 'Set-up token',
          autocapitalize: 'none',
          spellcheck: 'false',
          hint: 'The server printed it at its first start.',
          error: this.error('setUpToken'),
        })}
        <button class="button" aria-busy=${this.busy}>Become administrator</button>
      </form>
    `;
  }
}

customElements.define('set-up-form', SetUpForm);
