import { html, nothing } from '../lit.js';
import { View } from '../view.js';

const STAYS_MS = 6_000;
const notes = new EventTarget();

/** Shows one sentence for some seconds, for what has no better place. */
export function say(text) {
  notes.dispatchEvent(new CustomEvent('note', { detail: text }));
}

export class StatusNote extends View {
  #text = '';
  #timer;

  connected() {
    this.watch(notes, 'note', ({ detail }) => this.#show(detail));
  }

  disconnected() {
    clearTimeout(this.#timer);
  }

  view() {
    return html`<div role="status" class="note">${this.#text ? html`<p>${this.#text}</p>` : nothing}</div>`;
  }

  #show(text) {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = text ? setTimeout(() => this.#show(''), STAYS_MS) : undefined;
    this.update();
  }
}

customElements.define('status-note', StatusNote);
