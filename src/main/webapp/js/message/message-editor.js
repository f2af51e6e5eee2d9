import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { isComposing } from '../ui/key-press.js';
import { View } from '../view.js';
import { edit } from './changes.js';
import { clean, fit } from './writing.js';

/** Where the text of a message stands while its author changes it. */
export class MessageEditor extends View {
  #room;
  #message;
  #text;
  #busy = false;
  #problem = '';

  set message({ room, message }) {
    this.#room = room;
    this.#message = message;
  }

  draw() {
    const first = !this.firstElementChild;
    super.draw();
    if (first) {
      this.#text = this.#message.text;
      this.#input.value = this.#text;
      fit(this.#input);
      this.#input.focus({ preventScroll: true });
    }
  }

  view() {
    return html`
      <form class="editor" aria-label="Edit message" @submit=${this.#save} @keydown=${this.#pressed}>
        <textarea
          rows="1"
          dir="auto"
          aria-label="Edit message"
          aria-invalid=${this.#problem ? 'true' : nothing}
          @input=${this.#typed}
        ></textarea>
        ${this.#problem ? html`<p class="error" role="alert">${this.#problem}</p>` : nothing}
        <footer>
          <button class="primary" aria-busy=${this.#busy} ?disabled=${!this.#savable}>Save</button>
          <button type="button" @click=${() => this.#leave()}>Cancel</button>
          <small><kbd>Esc</kbd> to cancel, <kbd>Enter</kbd> to save</small>
        </footer>
      </form>
    `;
  }

  get #input() {
    return this.querySelector('textarea');
  }

  get #savable() {
    const text = this.#text ?? this.#message.text;
    return text.trim() !== '' && text.length <= store.limits.textLength;
  }

  #typed() {
    this.#text = this.#input.value;
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
      this.#save(event);
    }
  }

  async #save(event) {
    event.preventDefault();
    const text = clean(this.#text);
    if (this.#busy || !this.#savable) {
      return;
    }
    if (text === this.#message.text) {
      this.#leave();
      return;
    }
    this.#busy = true;
    this.#problem = '';
    this.update();
    try {
      const { rev } = await edit(this.#room, this.#message.seq, text);
      this.#leave(rev);
    } catch (problem) {
      this.#problem =
        problem.about?.('text') ?? (problem.status ? problem.message : 'Not saved: the connection is gone. Try again.');
    }
    this.#busy = false;
    this.update();
  }

  // With `rev`, once that change is to be seen.
  #leave(rev = 0) {
    this.dispatchEvent(new CustomEvent('edited', { bubbles: true, detail: { seq: this.#message.seq, rev } }));
  }
}

customElements.define('message-editor', MessageEditor);
