import { newCid } from './cid.js';
import { unsentStore } from './unsent-store.js';

/**
 * What was written and is not yet part of the log, in the order of writing. An entry is `waiting` until the
 * server has answered for good: then it is `stored` (its frame is on the way) or `refused`. It is kept on disk
 * until then, and outlives a reload or a crash.
 */
export class Outbox extends EventTarget {
  #entries = new Map(); // cid -> {cid, user, room, text, replyTo?, at, state, problem?, seq?}
  #user;

  /** Whose it is. What somebody else has not sent stays on disk for them. */
  belongTo(user) {
    if (user !== this.#user) {
      this.#user = user;
      this.#entries.clear();
    }
  }

  /** Takes in what an earlier page left behind unsent; true if there was something. */
  async recover() {
    const user = this.#user;
    const left = await unsentStore.takeOver(user);
    const fresh = left.filter(({ cid }) => user === this.#user && !this.#entries.has(cid));
    fresh.forEach((entry) => this.#put({ ...entry, state: 'waiting' }));
    return fresh.length > 0;
  }

  add(room, text, replyTo) {
    const at = new Date().toISOString();
    const entry = { cid: newCid(), user: this.#user, room, text, replyTo, at };
    this.#put({ ...entry, state: 'waiting' });
    unsentStore.put(entry);
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
    unsentStore.remove(cid);
    this.#change(cid, { state: 'stored', seq });
  }

  refused(cid, problem) {
    this.#change(cid, { state: 'refused', problem });
  }

  again(cid) {
    const { problem, replyTo } = this.#entries.get(cid) ?? {};
    const answers = problem?.about('replyTo') ? undefined : replyTo; // what it answered is gone
    this.#change(cid, { state: 'waiting', problem: undefined, replyTo: answers });
  }

  remove(cid) {
    const entry = this.#entries.get(cid);
    if (this.#entries.delete(cid)) {
      unsentStore.remove(cid);
      this.#tell(entry.room);
    }
  }

  /** Throws away what this user has not sent, in every tab. */
  clear() {
    this.#entries.clear();
    return unsentStore.forget(this.#user);
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
