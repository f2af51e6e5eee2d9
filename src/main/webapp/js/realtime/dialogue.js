import { call } from '../api.js';
import { typing } from '../message/typing.js';
import { presence } from '../presence/presence.js';
import { Problem } from '../problem.js';
import { store } from '../store.js';
import { applyFrame, applyName } from './frames.js';
import { Feeds } from './feeds.js';

const CLIENT = 'parley-web';
const ASK_AGAIN_MS = 2_000;

/** What is said over the socket, whichever connection carries it: hello, frames, gaps and what fills them. */
export class Dialogue {
  #socket;
  #feeds = new Feeds((room) => this.sync(room));
  #syncing = new Map(); // room id -> promise
  #pause = 0; // ms that the server asked us to stay away

  constructor(socket) {
    this.#socket = socket;
  }

  forget() {
    this.#feeds.clear();
    this.#syncing.clear();
    presence.forget();
  }

  /** How long the server asked us to wait; asked once. */
  pause() {
    const pause = this.#pause;
    this.#pause = 0;
    return pause;
  }

  hello() {
    return { client: CLIENT, epoch: store.epoch, userRev: store.userRev, rooms: this.#feeds.haves };
  }

  /** Takes in the snapshot, or the changes missed since the last one. */
  welcomed({ epoch, user, userRev, limits, rooms, gone = [], next }) {
    if (store.epoch !== undefined && store.epoch !== epoch) {
      this.forget();
      store.forget();
    }
    Object.assign(store, { epoch, userRev, limits: { ...store.limits, ...limits } });
    store.user = { ...store.user, displayName: user.name };
    presence.forget();
    gone.forEach((id) => this.#removed(id));
    rooms.forEach((entry) => this.#entry(entry));
    store.ready = true;
    store.changed('rooms', 'ready');
    this.#more(next, new Set(rooms.map((room) => room.id)));
  }

  heard(frame) {
    switch (frame.ev) {
      case 'message':
      case 'room':
      case 'member':
        return this.#feeds.of(frame.room).accept(frame);
      case 'rooms':
        return this.#roomsChanged(frame);
      case 'user':
        return applyName(frame.user);
      case 'resync':
        return Object.entries(frame.rooms).forEach(([id, rev]) => this.#resync(Number(id), rev));
      case 'typing':
        return frame.user !== store.user.id && typing.heard(frame.room, frame.user);
      case 'presence':
        return presence.heard(frame.user, frame.state);
      case 'bye':
        this.#pause = frame.retryAfterMs;
        return undefined;
      default:
        return applyFrame(frame);
    }
  }

  /** Asks for what a room has missed; with `fresh` for its newest page. One question a room at a time. */
  sync(id, { fresh = false } = {}) {
    if (!this.#syncing.has(id)) {
      const done = this.#ask(id, fresh).finally(() => this.#syncing.delete(id));
      this.#syncing.set(id, done);
    }
    return this.#syncing.get(id);
  }

  // A question that is under way may have been answered before these frames were dropped.
  async #resync(id, rev) {
    await this.sync(id);
    if (this.#feeds.of(id).have < rev) {
      await this.sync(id);
    }
  }

  async #ask(id, fresh) {
    const feed = this.#feeds.of(id);
    let more = true;
    feed.pause();
    try {
      for (let rev = fresh ? undefined : feed.have; more; rev = feed.have) {
        ({ more } = await this.#socket.request('sync', { room: id, rev }, (ok) => this.#synced(id, ok)));
      }
    } catch (problem) {
      feed.resume();
      if (problem instanceof Problem && problem.status === 404) {
        this.#removed(id);
      } else if (this.#socket.live) {
        setTimeout(() => this.sync(id, { fresh }), problem.retryAfterMs ?? ASK_AGAIN_MS);
      } // after a lost connection, hello brings what is missing
    }
  }

  #synced(id, answer) {
    if (!store.rooms.has(id)) {
      return; // taken away while we asked: whoever learns of it again starts afresh
    }
    this.#feeds.catchUp(id, answer);
    if (answer.more) {
      this.#feeds.of(id).pause();
    }
  }

  // The changes come first: the head already counts them. A reply that would grow too large leaves them out.
  #entry(entry) {
    if (entry.upTo === undefined) {
      this.#further(entry);
      return;
    }
    if (!store.rooms.has(entry.id)) {
      store.learn(entry, entry.upTo);
    }
    this.#feeds.catchUp(entry.id, entry);
    store.learn(entry, entry.upTo);
    if (entry.more) {
      this.sync(entry.id);
    }
  }

  #roomsChanged({ userRev, rooms = [], gone = [] }) {
    if (userRev <= store.userRev) {
      return;
    }
    store.userRev = userRev;
    gone.forEach((id) => this.#removed(id));
    for (const room of rooms) {
      store.learn(room);
      if (this.#feeds.of(room.id).have === undefined) {
        this.sync(room.id, { fresh: true });
      }
    }
  }

  #removed(id) {
    this.#feeds.drop(id);
    store.drop(id);
  }

  // Beyond the rooms that hello tells all about: their heads, one page after the other.
  async #more(cursor, told) {
    try {
      while (cursor) {
        const page = await call('GET', `api/chat/rooms?joined=true&limit=200&cursor=${encodeURIComponent(cursor)}`);
        page.rooms.filter((room) => !told.has(room.id)).forEach((room) => this.#further(room));
        cursor = page.next;
      }
    } catch (problem) {
      console.warn('The rest of the rooms did not come.', problem); // the next hello asks again
    }
  }

  #further(room) {
    const feed = this.#feeds.of(room.id);
    store.learn(room);
    if (feed.have === undefined) {
      feed.reached(room.lastRev);
    } else if (room.lastRev > feed.have) {
      this.sync(room.id);
    }
  }
}
