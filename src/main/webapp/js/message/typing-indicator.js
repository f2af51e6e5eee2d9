import { html } from '../lit.js';
import { learnNames, nameOf } from '../room/names.js';
import { store } from '../store.js';
import { View } from '../view.js';
import { typing } from './typing.js';

const FEW = 3;
const NAMES = new Intl.ListFormat('en');

/** Says who is writing. Its line is always there, so that nothing moves when they begin. */
export class TypingIndicator extends View {
  #room;

  set room(room) {
    this.#room = room;
  }

  connected() {
    this.watch(typing, `room-${this.#room.id}`);
    this.watch(store, `room-${this.#room.id}`);
  }

  view() {
    return html`<p class="typing" data-testid="typing" aria-live="off">${this.#words()}</p>`;
  }

  #words() {
    const ids = typing.in(this.#room.id);
    const names = ids.map((id) => nameOf(this.#room, id));
    if (ids.length === 0) {
      return '';
    }
    if (names.some((name) => !name)) {
      learnNames(this.#room);
    }
    if (ids.length > FEW) {
      return 'Several people are typing…';
    }
    return `${NAMES.format(names.map((name) => name ?? 'Someone'))} ${ids.length === 1 ? 'is' : 'are'} typing…`;
  }
}

customElements.define('typing-indicator', TypingIndicator);
