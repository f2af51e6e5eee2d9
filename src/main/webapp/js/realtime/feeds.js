import { store } from '../store.js';
import { RoomFeed } from './room-feed.js';
import { applyFrame } from './frames.js';

const MOST_TOLD = 200; // rooms: a hello must stay below 8 KiB

/** The feeds of all rooms, and the way in for snapshots and changes. */
export class Feeds {
  #feeds = new Map();
  #sync;

  /** `sync(room)` asks the server for what a room has missed. */
  constructor(sync) {
    this.#sync = sync;
  }

  of(room) {
    if (!this.#feeds.has(room)) {
      this.#feeds.set(room, new RoomFeed(applyFrame, () => this.#sync(room)));
    }
    return this.#feeds.get(room);
  }

  /** What `hello` tells the server that we have. */
  get haves() {
    const known = [...this.#feeds].filter(([id, feed]) => feed.have !== undefined && store.rooms.get(id)?.loaded);
    return Object.fromEntries(known.slice(-MOST_TOLD).map(([id, feed]) => [id, feed.have]));
  }

  /** A `changes` answer of one room, or an entry of the snapshot: changes or a reset, up to `upTo`. */
  catchUp(id, answer) {
    if (answer.reset) {
      store.change(id, (room) => {
        room.describe(answer.head, answer.upTo);
        room.reset(answer.messages);
      });
    } else {
      answer.changes.forEach(applyFrame);
    }
    this.of(id).reached(answer.upTo);
  }

  drop(id) {
    this.#feeds.get(id)?.stop();
    this.#feeds.delete(id);
  }

  clear() {
    [...this.#feeds.keys()].forEach((id) => this.drop(id));
  }
}
