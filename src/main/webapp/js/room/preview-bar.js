import { html } from '../lit.js';
import { store } from '../store.js';
import { View } from '../view.js';
import { say } from '../app/status-note.js';
import { joinRoom } from './room-actions.js';

/** Stands in place of the composer while one only looks into a public room. */
export class PreviewBar extends View {
  #room;
  #busy = false;

  set room(room) {
    this.#room = room;
    this.update();
  }

  connected() {
    this.watch(store, `room-${this.#room.id}`);
  }

  view() {
    return html`
      <div class="preview-bar">
        <p>You are looking into <bdi>${this.#room.name}</bdi>. Join to write and to hear what is new.</p>
        <button class="primary" aria-busy=${this.#busy} @click=${this.#join}>Join room</button>
      </div>
    `;
  }

  async #join() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.update();
    try {
      await joinRoom(this.#room.id);
    } catch (problem) {
      say(problem.message);
    }
    this.#busy = false;
    this.update();
  }
}

customElements.define('preview-bar', PreviewBar);
