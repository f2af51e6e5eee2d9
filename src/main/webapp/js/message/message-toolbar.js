import { say } from '../app/status-note.js';
import { html, nothing } from '../lit.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';
import { mayDelete, mayEdit } from './changes.js';

const EDGE_PX = 20; // the toolbar stands that far above its message

/** What can be done with one message. There is one toolbar: it moves into the message that is pointed at. */
export class MessageToolbar extends View {
  #room;
  #message;

  /** Moves to a row of the list, or away with `undefined`. */
  moveTo(row, room, message) {
    this.#room = room;
    this.#message = message;
    if (!message || message.deleted || !room.role) {
      this.#leave();
      return;
    }
    this.toggleAttribute('data-inside', row.offsetTop - row.closest('.log').scrollTop < EDGE_PX);
    if (this.parentElement === row) {
      this.draw();
    } else {
      row.append(this);
    }
  }

  get seq() {
    return this.#message?.seq;
  }

  view() {
    return html`
      <div class="toolbar" role="toolbar" aria-label="Message actions">
        ${this.#button('react', 'smile', 'React', '+')} ${this.#button('reply', 'reply', 'Reply', 'r')}
        ${mayEdit(this.#message) ? this.#button('edit', 'pencil', 'Edit', 'e') : nothing}
        <button class="icon-button small" aria-label="Copy link" title="Copy link" @click=${this.#copy}>
          ${icon('link')}
        </button>
        ${mayDelete(this.#message, this.#room) ? this.#button('delete', 'bin', 'Delete') : nothing}
      </div>
    `;
  }

  // Whoever has used it goes on from its message. The focus goes first: taking away what has it tells the list of
  // that in the midst, and the list would take this away once more.
  #leave() {
    if (this.contains(document.activeElement)) {
      this.parentElement.focus({ preventScroll: true });
    }
    this.remove();
  }

  #button(act, name, label, key) {
    return html`
      <button
        class="icon-button small"
        aria-label=${label}
        title=${key ? `${label} (${key})` : label}
        aria-keyshortcuts=${key ?? nothing}
        @click=${() => this.dispatchEvent(new CustomEvent('act', { bubbles: true, detail: act }))}
      >
        ${icon(name)}
      </button>
    `;
  }

  async #copy() {
    const address = new URL(`rooms/${this.#room.id}/${this.#message.seq}`, document.baseURI);
    try {
      await navigator.clipboard.writeText(address.href);
      say('The link to the message is copied.');
    } catch {
      say('The browser did not let the link be copied.');
    }
  }
}

customElements.define('message-toolbar', MessageToolbar);
