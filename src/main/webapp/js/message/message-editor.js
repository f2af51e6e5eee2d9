import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { isComposing } from '../ui/key-press.js';
import { View } from '../view.js';
import { edit } from './changes.js';
import { edits } from './edits.js';
import { clean, fit, isSeen } from './writing.js';

/**
 * Where the text of a message stands while its author changes it. What was begun is kept until it is saved or given up.
 * Should the message change meanwhile, on another device, that is shown, and the author says which text is to stay.
 */
export class MessageEditor extends View {
  #room;
  #message;
  #base; // what the message said when the edit began
  #text;
  #busy = false;
  #problem = '';

  set message({ room, message }) {
    this.#room = room;
    this.#message = message;
    this.update();
  }

  connected() {
    const { text } = this.#message;
    const begun = edits.of(this.#room, this.#message.seq) ?? { text, base: text };
    this.#text = begun.text;
    this.#base = begun.base;
  }

  draw() {
    const first = !this.firstElementChild;
    super.draw();
    if (first) {
      this.#input.value = this.#text;
      fit(this.#input);
      this.#input.focus({ preventScroll: true });
    }
  }

  view() {
    return html`
      <form class="editor" aria-label="Edit message" @submit=${this.#submit} @keydown=${this.#pressed}>
        <textarea
          rows="1"
          dir="auto"
          aria-label="Edit message"
          aria-invalid=${this.#problem ? 'true' : nothing}
          @input=${this.#typed}
        ></textarea>
        ${this.#changed ? this.#other() : nothing}
        ${this.#problem ? html`<p class="error" role="alert">${this.#problem}</p>` : nothing}
        <footer>${this.#changed ? this.#choice() : this.#buttons()}</footer>
      </form>
    `;
  }

  #buttons() {
    return html`
      <button class="primary" aria-busy=${this.#busy} ?disabled=${!this.#savable}>Save</button>
      <button type="button" @click=${() => this.#leave()}>Cancel</button>
      <small><kbd>Esc</kbd> to cancel, <kbd>Enter</kbd> to save</small>
    `;
  }

  #other() {
    return html`
      <div class="changed" role="alert">
        <p>This message has changed since you started editing. It now says:</p>
        <blockquote dir="auto">${this.#message.text}</blockquote>
      </div>
    `;
  }

  #choice() {
    return html`
      <button type="button" class="primary mine" aria-busy=${this.#busy} ?disabled=${!this.#savable} @click=${this.#save}>
        Replace with my version
      </button>
      <button type="button" @click=${() => this.#leave()}>Discard my edit</button>
    `;
  }

  get #input() {
    return this.querySelector('textarea');
  }

  get #savable() {
    return isSeen(this.#text) && this.#text.length <= store.limits.textLength;
  }

  /** Whether somebody has changed it since; while one's own change is on its way that is what has come. */
  get #changed() {
    return this.#message.text !== this.#base && !this.#busy;
  }

  #typed() {
    this.#text = this.#input.value;
    edits.keep(this.#room, this.#message.seq, { text: this.#text, base: this.#base });
    fit(this.#input);
    this.update();
  }

  #pressed(event) {
    if (isComposing(event)) {
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#leave();
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === this.#input) {
      event.preventDefault();
      this.#submit(event);
    }
  }

  // Enter is pressed without looking: it never replaces what one may not have seen.
  #submit(event) {
    event.preventDefault();
    if (this.#changed) {
      this.querySelector('.mine').focus();
    } else {
      this.#save();
    }
  }

  async #save() {
    const text = clean(this.#text);
    if (this.#busy || !this.#savable) {
      return;
    }
    if (text === clean(this.#message.text)) {
      this.#leave(); // other clients may send a text with a break at its end
      return;
    }
    this.#busy = true;
    this.#problem = '';
    this.update();
    try {
      const saved = await edit(this.#room, this.#message, text);
      if (saved) {
        this.#leave(saved.rev);
      }
    } catch (problem) {
      this.#problem =
        problem.about?.('text') ?? (problem.status ? problem.message : "Not saved: you're not connected. Try again.");
    }
    this.#busy = false;
    this.update();
  }

  // With `rev`, once that change is to be seen.
  #leave(rev = 0) {
    const { seq } = this.#message;
    edits.drop(this.#room, seq);
    this.dispatchEvent(new CustomEvent('edited', { bubbles: true, detail: { seq, rev } }));
  }
}

customElements.define('message-editor', MessageEditor);
