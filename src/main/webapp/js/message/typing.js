const FORGOTTEN_MS = 5_000;

/** Who is writing in which room. */
class Typing extends EventTarget {
  #rooms = new Map(); // room id -> Map of user id -> when they were last heard to write, in ms

  heard(room, user, now = Date.now()) {
    this.#of(room).set(user, now);
    this.#changed(room);
    setTimeout(() => this.#changed(room), FORGOTTEN_MS);
  }

  /** Their message is here. */
  stopped(room, user) {
    if (this.#of(room).delete(user)) {
      this.#changed(room);
    }
  }

  in(room, now = Date.now()) {
    return [...this.#of(room)].filter(([, at]) => at > now - FORGOTTEN_MS).map(([user]) => user);
  }

  #of(room) {
    if (!this.#rooms.has(room)) {
      this.#rooms.set(room, new Map());
    }
    return this.#rooms.get(room);
  }

  #changed(room) {
    this.dispatchEvent(new Event(`room-${room}`));
  }
}

export const typing = new Typing();
