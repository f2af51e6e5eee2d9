import { html } from '../lit.js';
import { store } from '../store.js';
import { View } from '../view.js';

const GATHER_MS = 700;
const LENGTH = 120;
const GONE_MS = 4_000;
const FEW = 3;

/** Tells a screen reader, politely and briefly, what others have said in the open room. */
export class MessageAnnouncer extends View {
  #room;
  #told = 0;
  #timer;
  #clearing;
  #words = '';
  #again = false; // the same words are read again only where something else stands there

  set room(room) {
    if (room !== this.#room) {
      this.#room = room;
      this.#told = room.lastSeq;
    }
  }

  connected() {
    this.watch(store, `room-${this.#room.id}`, () => this.#gather());
  }

  disconnected() {
    clearTimeout(this.#timer);
    clearTimeout(this.#clearing);
  }

  view() {
    return html`<p class="sr-only" role="status">${this.#words}${this.#again ? '\u00a0' : ''}</p>`;
  }

  #gather() {
    if (!this.#room.loaded) {
      this.#told = this.#room.lastSeq;
    } else if (this.#room.lastSeq > this.#told) {
      this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
    }
  }

  #tell() {
    this.#timer = undefined;
    clearTimeout(this.#clearing);
    const { log, lastSeq } = this.#room;
    const fresh = log.newest(lastSeq - this.#told).filter(({ by, deleted }) => by.id !== store.user?.id && !deleted);
    this.#told = lastSeq;
    this.#again = !this.#again;
    this.#words = fresh.length > FEW ? `${fresh.length} new messages` : fresh.map(brief).join(' ');
    this.update();
    this.#clearing = setTimeout(() => this.#clear(), GONE_MS);
  }

  // Said once, it must not be found again by whoever reads through the page.
  #clear() {
    this.#words = '';
    this.#again = false;
    this.update();
  }
}

function brief({ by, text }) {
  return `${by.name}: ${text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text}`;
}

customElements.define('message-announcer', MessageAnnouncer);
