import { socket } from '../socket.js';

const AGAIN_MS = 3_000;

/** Tells a room that one is writing there, every few seconds for as long as one is. */
export class TypingTeller {
  #told = 0;

  wrote(room) {
    const now = Date.now();
    if (socket.live && now - this.#told > AGAIN_MS) {
      this.#told = now;
      socket.tell('typing', { room });
    }
  }

  /** What was written is sent; what comes next is told at once. */
  sent() {
    this.#told = 0;
  }
}
