import { newCid } from './cid.js';

/**
 * What was written and is not yet part of the log, in the order of writing. An entry is `waiting` until the
 * server has answered for good: then it is `stored` (its frame is on the way) or `refused`.
 */
export class Outbox extends EventTarget {
  #entries = new Map(); // cid -> {cid, room, text, at, state, problem?, seq?}

  add(room, text) {
    const entry = { cid: newCid(), room, text, at: new Date().toISOString(), state: 'waiting' };
    this.#put(entry);
    return entry;
  }

  of(room) {
    return [...this.#entries.values()].filter((entry) => entry.room === room);
  }

  next(room) {
    return this.of(room).find((entry) => entry.state === 'waiting');
  }

  get allRooms() {
    return [...new Set([...this.#entries.values()].map((entry) => entry.room))];
  }

  /** The rooms in which something waits to be sent. */
  get rooms() {
    const waiting = [...this.#entries.values()].filter((entry) => entry.state === 'waiting');
    return [...new Set(waiting.map((entry) => entry.room))];
  }

  stored(cid, seq) {
    this.#change(cid, { state: 'stored', seq });
  }

  refused(cid, problem) {
    this.#change(cid, { state: 'refused', problem });
  }

  again(cid) {
    this.#change(cid, { state: 'waiting', problem: undefined });
  }

  remove(cid) {
    const entry = this.#entries.get(cid);
    if (this.#entries.delete(cid)) {
      this.#tell(entry.room);
    }
  }

  clear() {
    this.#entries.clear();
  }

  #change(cid, fields) {
    const entry = this.#entries.get(cid);
    if (entry) {
      this.#put({ ...entry, ...fields });
    }
  }

  #put(entry) {
    this.#entries.set(entry.cid, entry);
    this.#tell(entry.room);
  }

  #tell(room) {
    this.dispatchEvent(new Event(`room-${room}`));
  }
}

export const outbox = new Outbox();
