const GAP_MS = 500;
const MOST_HELD = 500; // frames; beyond this a sync brings them anyway

/**
 * Lets the frames of one room through in order. `have` is the rev up to which all is known; a frame
 * whose `prev` lies above it comes after a gap and waits until the gap is filled.
 */
export class RoomFeed {
  #have;
  #held = [];
  #timer;
  #paused = false;
  #pass;
  #ask;

  /** `pass(frame)` takes what is next; `ask()` wants the changes since `have`. */
  constructor(pass, ask) {
    this.#pass = pass;
    this.#ask = ask;
  }

  get have() {
    return this.#have;
  }

  accept(frame) {
    if (frame.rev <= this.#have) {
      return;
    }
    if (this.#have === undefined || this.#paused || frame.prev > this.#have) {
      this.#hold(frame);
    } else {
      this.#apply(frame);
      this.#drain();
    }
  }

  /** Holds all frames while a reply is on its way that may start the room afresh. */
  pause() {
    this.#paused = true;
  }

  /** All up to `rev` is known now. */
  reached(rev) {
    this.#have = rev;
    this.resume();
  }

  resume() {
    this.#paused = false;
    this.#drain();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#held = [];
  }

  #hold(frame) {
    if (this.#held.length < MOST_HELD) {
      this.#held.push(frame);
    }
    this.#waitForGap();
  }

  #apply(frame) {
    this.#have = frame.rev;
    this.#pass(frame);
  }

  #drain() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const held = this.#held.sort((a, b) => a.rev - b.rev);
    this.#held = [];
    held.forEach((frame) => this.accept(frame));
  }

  #waitForGap() {
    if (this.#have !== undefined && !this.#paused) {
      this.#timer ??= setTimeout(() => this.#ask(), GAP_MS);
    }
  }
}
