import { Problem } from '../problem.js';
import { socket } from '../socket.js';
import { store } from '../store.js';
import { outbox } from './outbox.js';
import { unsentStore } from './unsent-store.js';

const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const LOOKED_AT = 200; // newest messages

/**
 * Sends what waits in the outbox, one message of a room at a time so that they stay in order. What got no
 * clear answer goes again under the same cid, which the server stores once.
 */
class Sender {
  #busy = new Set(); // room ids
  #pauses = new Map(); // room id -> ms

  start() {
    socket.addEventListener('live', () => this.pumpAll());
    store.addEventListener('rooms', () => this.#settle());
    addEventListener('beforeunload', (event) => unsentStore.writing && event.preventDefault());
  }

  send(room, text, replyTo) {
    outbox.add(room, text, replyTo);
    this.#pump(room);
  }

  /** Goes on with what waits, as after more was found; some of that may have been stored long ago. */
  pumpAll() {
    this.#settle();
    outbox.rooms.forEach((room) => this.#pump(room));
  }

  again(entry) {
    outbox.again(entry.cid);
    this.#pump(entry.room);
  }

  async #pump(room) {
    const entry = outbox.next(room);
    if (!entry || !socket.live || this.#busy.has(room)) {
      return;
    }
    this.#busy.add(room);
    const pause = await this.#deliver(entry);
    this.#busy.delete(room);
    if (pause) {
      setTimeout(() => this.#pump(room), pause);
    } else {
      this.#pump(room);
    }
  }

  // Answers how long to wait before the next try, 0 for not at all.
  async #deliver(entry) {
    try {
      const { cid, room, text, replyTo } = entry;
      const ok = await socket.request('send', { room, cid, text, replyTo });
      this.#acknowledged(entry, ok);
      this.#pauses.delete(room);
      return 0;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        return socket.live ? PAUSE_MS : 0; // lost: the next `live` sends it again
      }
      if (problem.definite) {
        outbox.refused(entry.cid, problem);
        return 0;
      }
      return this.#longer(entry.room, problem.retryAfterMs);
    }
  }

  #longer(room, asked = 0) {
    const pause = Math.min(LONGEST_PAUSE_MS, (this.#pauses.get(room) ?? PAUSE_MS / 2) * 2);
    this.#pauses.set(room, pause);
    return Math.max(asked, pause);
  }

  // The entry stays in sight until the message itself has its place in the log: its frame comes in order,
  // unless it came before this reply or the message was stored long ago.
  #acknowledged(entry, { seq, rev, at }) {
    const room = store.rooms.get(entry.room);
    if (!room || seq > (room.log.tail?.to ?? 0)) {
      outbox.stored(entry.cid, seq);
      return;
    }
    const { id, displayName } = store.user;
    const by = { id, name: displayName };
    store.change(entry.room, () =>
      room.log.put([{ seq, rev, by, cid: entry.cid, text: entry.text, replyTo: entry.replyTo, at }]),
    );
    outbox.remove(entry.cid);
  }

  // What the log holds is no longer unsent, whichever way it came in.
  #settle() {
    for (const room of outbox.allRooms) {
      const { log } = store.rooms.get(room) ?? {};
      const newest = log?.tail?.to ?? 0;
      const mine = new Set(
        log
          ?.newest(LOOKED_AT)
          .filter((message) => message.by.id === store.user?.id)
          .map(({ cid }) => cid),
      );
      outbox
        .of(room)
        .filter(({ cid, state, seq }) => mine.has(cid) || (state === 'stored' && seq <= newest))
        .forEach(({ cid }) => outbox.remove(cid));
    }
  }
}

export const sender = new Sender();
