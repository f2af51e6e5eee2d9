import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { isComposing, isPlain } from '../ui/key-press.js';
import { View } from '../view.js';
import { drafts } from './drafts.js';
import { told } from './quote.js';
import { sender } from './sender.js';
import { TypingTeller } from './typing-teller.js';
import { clean, fit, isSeen } from './writing.js';

const TELL_FROM = 0.9; // of the length allowed
const TOUCH = matchMedia('(hover: none) and (pointer: coarse)'); // where Enter is the only way to break a line

/** Where one writes to a room. What was begun is kept for each room. */
export class MessageComposer extends View {
  #room;
  #text = '';
  #answers; // the message that is replied to
  #typing = new TypingTeller();

  set room(room) {
    this.#room = room;
  }

  connected() {
    this.watch(store, `room-${this.#room.id}`);
    this.watch(store, 'session');
    this.#text = drafts.of(this.#room.id);
    this.#recall();
  }

  draw() {
    const first = !this.firstElementChild;
    super.draw();
    if (first) {
      this.#input.value = this.#text;
      fit(this.#input);
    }
  }

  /** Begins a reply. */
  answer(message) {
    this.#answers = message;
    this.update();
    this.focus();
  }

  /** Takes in a text that was begun elsewhere, after what stands here. */
  take(text) {
    this.#write([this.#text, text].filter(Boolean).join('\n'));
    this.focus();
  }

  focus() {
    this.#input.focus();
  }

  view() {
    const left = store.limits.textLength - this.#text.length;
    const tell = this.#text.length > store.limits.textLength * TELL_FROM;
    return html`
      <form class="composer" aria-label="Write a message" @submit=${this.#submit} ?data-over=${left < 0}>
        ${this.#answers ? this.#answered() : nothing}
        <textarea
          rows="1"
          dir="auto"
          aria-label="Message ${this.#room.name}"
          placeholder="Message ${this.#room.name}"
          aria-describedby=${tell ? 'composer-left' : nothing}
          enterkeyhint=${TOUCH.matches ? 'enter' : 'send'}
          @input=${this.#typed}
          @keydown=${this.#pressed}
        ></textarea>
        ${tell ? html`<output id="composer-left" class="left">${leftWords(left)}</output>` : nothing}
        <button class="send" aria-label="Send" title="Send" ?disabled=${!this.#sendable}>${icon('send')}</button>
      </form>
    `;
  }

  #answered() {
    return html`
      <p class="answers" data-testid="replying-to">
        ${icon('reply')}<span class="sr-only">Replying to </span>${told(this.#answers)}
        <button
          type="button"
          class="icon-button small"
          aria-label="Cancel reply"
          title="Cancel reply"
          @click=${() => this.answer(undefined)}
        >
          ${icon('close')}
        </button>
      </p>
    `;
  }

  get #input() {
    return this.querySelector('textarea');
  }

  get #sendable() {
    return isSeen(this.#text) && this.#text.length <= store.limits.textLength;
  }

  // What is written before it has come is not replaced.
  async #recall() {
    const room = this.#room.id;
    const begun = this.#text ? '' : await drafts.find(room);
    if (begun && this.#text === '' && this.isConnected) {
      this.#write(begun);
    }
  }

  #write(text) {
    this.#input.value = text;
    this.#keep();
  }

  #keep() {
    this.#text = this.#input.value;
    drafts.keep(this.#room.id, this.#text);
    fit(this.#input);
    this.update();
  }

  #typed() {
    this.#keep();
    if (this.#text) {
      this.#typing.wrote(this.#room.id);
    }
  }

  #pressed(event) {
    if (isComposing(event)) {
      return; // the key ends the composition, and does nothing else
    }
    if (event.key === 'Enter' && !event.shiftKey && !TOUCH.matches) {
      event.preventDefault();
      this.#submit(event);
    } else if (event.key === 'Escape' && this.#answers) {
      event.preventDefault();
      this.answer(undefined);
    } else if (event.key === 'Escape') {
      this.#input.blur();
    } else if (event.key === 'ArrowUp' && this.#text === '' && isPlain(event) && !event.shiftKey) {
      event.preventDefault();
      this.dispatchEvent(new Event('edit-last', { bubbles: true }));
    }
  }

  #submit(event) {
    event.preventDefault();
    if (!this.#sendable) {
      return;
    }
    sender.send(this.#room.id, clean(this.#text), this.#answers?.seq);
    this.#answers = undefined;
    this.#write('');
    this.#typing.sent();
    this.#input.focus();
    this.dispatchEvent(new Event('sent', { bubbles: true }));
  }
}

function leftWords(left) {
  return left >= 0 ? `${left} left` : `${-left} too many`;
}

customElements.define('message-composer', MessageComposer);
