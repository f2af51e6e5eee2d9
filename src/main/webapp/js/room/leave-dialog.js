import { html } from '../lit.js';
import { DialogView } from '../ui/dialog-view.js';
import { leaveRoom } from './room-actions.js';

/** Asks once before leaving a room. */
export class LeaveDialog extends DialogView {
  #room;

  set room(room) {
    this.#room = room;
    this.update();
  }

  submit() {
    return leaveRoom(this.#room.id);
  }

  view() {
    const { name, kind } = this.#room;
    return this.dialog(
      { title: 'Leave room', name: 'leave-dialog' },
      () => html`
        <form @submit=${this.send}>
          ${this.notice}
          <p>
            You will no longer hear what is said in <bdi>${name}</bdi>.
            ${kind === 'PUBLIC' ? 'You can join again whenever you like.' : 'To come back, someone has to add you.'}
          </p>
          <footer>
            <button type="button" @click=${this.close}>Stay</button>
            <button class="danger" aria-busy=${this.busy}>Leave</button>
          </footer>
        </form>
      `,
    );
  }
}

customElements.define('leave-dialog', LeaveDialog);
