import { socket } from '../socket.js';
import { store } from '../store.js';

const PACE_MS = 1_000;

/** Tells the server how far one has read: at once the first time, then at most once a second and room. */
class ReadMarker {
  #due = new Map(); // room id -> seq not yet confirmed
  #resting = new Set(); // room ids

  constructor() {
    socket.addEventListener('live', () => [...this.#due.keys()].forEach((id) => this.#tell(id)));
  }

  /** The end of the room has been seen. */
  read(room) {
    if (room.readSeq >= room.lastSeq) {
      return;
    }
    this.#due.set(room.id, room.lastSeq);
    store.change(room.id, () => room.read(room.lastSeq));
    this.#tell(room.id);
  }

  async #tell(id) {
    const seq = this.#due.get(id);
    if (seq === undefined || this.#resting.has(id) || !socket.live) {
      return;
    }
    this.#rest(id);
    try {
      await socket.request('read', { room: id, seq });
    } catch (problem) {
      if (!problem.definite) {
        return; // told again after the pause, or with the next connection
      }
    }
    if (this.#due.get(id) === seq) {
      this.#due.delete(id);
    }
  }

  #rest(id) {
    this.#resting.add(id);
    setTimeout(() => {
      this.#resting.delete(id);
      this.#tell(id);
    }, PACE_MS);
  }
}

export const readMarker = new ReadMarker();
