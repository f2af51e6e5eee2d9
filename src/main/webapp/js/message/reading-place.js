import { LogWindow } from './log-window.js';
import { loadPage } from './pages.js';

const STEP = 50; // messages

/** Where in a room somebody is reading: which part of its log is shown, and where reading stopped. */
export class ReadingPlace {
  window; // undefined until there is something to show
  newAfter = null; // the seq after which all is new
  #room;
  #goal; // 'end' or a seq, to be brought into sight once it is drawn
  #newest = 0; // the newest message there was when it was last drawn

  constructor(room) {
    this.#room = room;
  }

  /** Opens at a message. */
  goTo(seq) {
    this.#goal = seq;
    this.window = undefined;
  }

  toEnd(size) {
    this.window?.showEnd(size);
    this.#goal = 'end';
  }

  /** The goal, told once. */
  takeGoal() {
    const goal = this.window && this.#goal;
    this.#goal = this.window ? undefined : this.#goal;
    return goal;
  }

  get atTail() {
    return this.window?.atTail ?? false;
  }

  /** Chooses what to show: at first, after the log was started afresh, and when something was added. */
  choose(size, atEnd) {
    if (this.window && !this.window.valid) {
      this.goTo(undefined);
    }
    if (!this.window) {
      this.#begin(size);
    } else if (this.window.to === this.#newest) {
      this.#follow(size, atEnd);
    }
    this.#newest = this.#room.log.tail?.to ?? 0;
  }

  /** Takes in more on the side where it runs out; true if it was at hand. */
  grow({ up, down }, size) {
    const { from, to } = this.window;
    if (up && from > 1) {
      return this.window.growUp(STEP, size) || this.#load({ before: from });
    }
    if (down && to < this.#room.lastSeq) {
      return this.window.growDown(STEP, size) || this.#load({ after: to });
    }
    return false;
  }

  /** Moves the line of what is new to where reading has stopped now; true if it has moved. */
  markStop() {
    const { role, unread, readSeq } = this.#room;
    const moved = Boolean(role) && unread > 0 && this.newAfter !== readSeq;
    this.newAfter = moved ? readSeq : this.newAfter;
    return moved;
  }

  #begin(size) {
    const room = this.#room;
    if (!room.loaded) {
      return;
    }
    this.newAfter = room.role && room.unread > 0 ? room.readSeq : null;
    const seq = this.#goal ?? this.newAfter;
    if (seq === null || seq === 'end' || seq > room.lastSeq) {
      this.#open('end', size);
    } else if (room.log.spanAt(Math.max(1, seq))) {
      this.#open(Math.max(1, seq), size);
    } else {
      this.#load({ around: Math.max(1, seq) });
    }
  }

  #open(goal, size) {
    this.window = new LogWindow(this.#room.log);
    this.#goal = goal;
    if (goal === 'end') {
      this.window.showEnd(size);
    } else {
      this.window.showAround(goal, size);
    }
  }

  // What is new joins the end of what is shown. Above it, nothing is taken away that somebody may be reading.
  #follow(size, atEnd) {
    if (atEnd) {
      this.window.growDown(Infinity, size);
    } else if (this.window.to - this.window.from < 2 * size) {
      this.window.growDown(Infinity, Infinity);
    }
  }

  // The store tells when it has come; scrolling on asks again if it has not.
  #load(page) {
    loadPage(this.#room, page).catch((problem) => console.warn('A page of messages did not come.', problem));
    return false;
  }
}
