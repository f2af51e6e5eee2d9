/** Who is here of those with whom one shares a small room, as far as the server has told. */
class Presence extends EventTarget {
  #here = new Set(); // user ids

  heard(user, state) {
    if (state === 'online') {
      this.#here.add(user);
    } else {
      this.#here.delete(user);
    }
    this.#changed();
  }

  /** The server tells it all anew after each hello. */
  forget() {
    this.#here.clear();
    this.#changed();
  }

  has(user) {
    return this.#here.has(user);
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
  }
}

export const presence = new Presence();
