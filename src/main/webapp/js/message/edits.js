import { KeptTexts } from './kept-texts.js';

const texts = new KeptTexts('edit');
const keyOf = (room, seq) => `${room}/${seq}`;

/**
 * Edits that were begun and neither saved nor given up, as `{text, base}`; `base` is what the message said then. An
 * event `room-<id>` tells that there are others.
 */
class Edits extends EventTarget {
  of(room, seq) {
    return texts.of(keyOf(room, seq));
  }

  /** What says the same as the message is no edit. */
  keep(room, seq, { text, base }) {
    texts.keep(keyOf(room, seq), text === base ? undefined : { text, base });
  }

  drop(room, seq) {
    texts.keep(keyOf(room, seq), undefined);
    this.#tell(room);
  }

  /** Takes in those of before a reload, or of closed tabs. */
  async find(room) {
    if (await texts.takeOver((key) => key.startsWith(`${room}/`))) {
      this.#tell(room);
    }
  }

  clear() {
    texts.clear();
  }

  #tell(room) {
    this.dispatchEvent(new Event(`room-${room}`));
  }
}

export const edits = new Edits();
