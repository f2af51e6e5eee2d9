import { html, nothing } from '../lit.js';
import { DialogView } from '../ui/dialog-view.js';
import { remove } from './changes.js';
import { told } from './quote.js';

/** Asks once before a message is deleted, for it does not come back. */
export class DeleteDialog extends DialogView {
  #room;
  #message;

  set room(room) {
    this.#room = room;
  }

  ask(message) {
    this.#message = message;
    this.open();
  }

  async submit() {
    await remove(this.#room.id, this.#message.seq);
    this.close();
  }

  view() {
    return this.dialog(
      { title: 'Delete message', name: 'delete-dialog' },
      () => html`
        <form @submit=${this.send}>
          ${this.notice}
          <p>Everyone will see that a message was deleted here. You can't undo this.</p>
          <blockquote>${this.#message ? told(this.#message) : nothing}</blockquote>
          <footer>
            <button type="button" autofocus @click=${this.close}>Cancel</button>
            <button class="danger" aria-busy=${this.busy}>Delete</button>
          </footer>
        </form>
      `,
    );
  }
}

customElements.define('delete-dialog', DeleteDialog);
