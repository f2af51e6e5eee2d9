import { html } from '../lit.js';
import { DialogView } from './dialog-view.js';

/** Asks once before something is done that one would not like to do by mistake. */
export class ConfirmDialog extends DialogView {
  #question = {};

  /** `title`, `words` that say what will be, `button`, and `act`; what that throws is shown here. */
  ask(question) {
    this.#question = question;
    this.open();
  }

  async submit() {
    await this.#question.act();
    this.close();
  }

  view() {
    const { title, words, button } = this.#question;
    return this.dialog(
      { title: title ?? '', name: 'confirm-dialog' },
      () => html`
        <form @submit=${this.send}>
          ${this.notice}
          <p>${words}</p>
          <footer>
            <button type="button" autofocus @click=${this.close}>Cancel</button>
            <button class="danger" aria-busy=${this.busy}>${button}</button>
          </footer>
        </form>
      `,
    );
  }
}

/** Asks `question` by the dialog of the page. */
export function confirmed(question) {
  document.querySelector('confirm-dialog').ask(question);
}

customElements.define('confirm-dialog', ConfirmDialog);
