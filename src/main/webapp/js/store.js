import { Room } from './room/room.js';

const DEFAULT_LIMITS = { textLength: 10_000 };

/**
 * All that the page knows. Answers and frames change it, elements draw it, and nothing flows the other way.
 *
 * Its events: `session`, `renewed` (the same session has a new token), `route`, `connection`, `rooms` (anything a
 * list of rooms shows), and `room-<id>` (what is in one room).
 */
class Store extends EventTarget {
  phase = 'starting'; // then 'signed-in', 'signed-out' or 'unreachable'
  trouble; // why it is unreachable, if that is known
  user = null;
  route = { name: 'home' };
  connection = { state: 'idle' };
  limits = DEFAULT_LIMITS;
  epoch;
  userRev;
  ready = false; // the first snapshot has come
  rooms = new Map();
  missing = new Set(); // rooms that the server says are not there for us

  changed(...topics) {
    for (const topic of topics) {
      this.dispatchEvent(new Event(topic));
    }
  }

  entered(user) {
    this.phase = 'signed-in';
    this.user = user;
    this.changed('session');
  }

  left(phase = 'signed-out', trouble = undefined) {
    this.phase = phase;
    this.trouble = trouble;
    this.user = null;
    this.forget();
    this.changed('session', 'rooms');
  }

  /** The same person, with another name or role. */
  became(user) {
    this.user = user;
    this.changed('session');
  }

  moved(route) {
    this.route = route;
    this.changed('route');
  }

  connecting(connection) {
    this.connection = connection;
    this.changed('connection');
  }

  /** Drops everything that came from the log, as when the server has another one. */
  forget() {
    this.rooms.clear();
    this.missing.clear();
    this.ready = false;
    this.epoch = undefined;
    this.userRev = undefined;
  }

  /** The rooms of which one is a member. */
  get joined() {
    return [...this.rooms.values()].filter((room) => room.role);
  }

  get unread() {
    return this.joined.reduce((sum, room) => sum + room.unread, 0);
  }

  /** Takes in a whole room object, as it stood at `rev`. */
  learn(head, rev = head.lastRev) {
    const room = this.rooms.get(head.id) ?? new Room(head.id);
    this.rooms.set(head.id, room);
    this.missing.delete(head.id);
    room.adopt(head, rev);
    this.changed('rooms', `room-${head.id}`);
    return room;
  }

  drop(id) {
    if (this.rooms.delete(id)) {
      this.changed('rooms', `room-${id}`);
    }
  }

  notThere(id) {
    this.missing.add(id);
    this.rooms.delete(id);
    this.changed('rooms', `room-${id}`);
  }

  /** Changes one room and tells whoever draws it. */
  change(id, act) {
    const room = this.rooms.get(id);
    if (room) {
      act(room);
      this.changed('rooms', `room-${id}`);
    }
  }
}

export const store = new Store();
