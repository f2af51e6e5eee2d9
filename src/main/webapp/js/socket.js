import { call } from './api.js';
import { store } from './store.js';
import { Backoff } from './realtime/backoff.js';
import { Connection, ConnectionLost } from './realtime/connection.js';
import { actionFor, reasonFor } from './realtime/close-codes.js';
import { Dialogue } from './realtime/dialogue.js';

const DEFAULT_HEARTBEAT_MS = 25_000;

/** Keeps one connection open for as long as somebody is signed in, and tells the store how it is. */
class ChatSocket extends EventTarget {
  #dialogue = new Dialogue(this);
  #backoff = new Backoff();
  #connection;
  #attempt = 0; // what a given-up attempt still answers is ignored
  #timer;
  #live = false;
  #wasOffline = false;

  constructor() {
    super();
    addEventListener('offline', () => this.#lostNetwork());
    addEventListener('online', () => this.#foundNetwork());
    store.addEventListener('renewed', () => this.#live && this.#stay());
    document.addEventListener('visibilitychange', () => document.hidden || this.tryNow());
  }

  get live() {
    return this.#live;
  }

  start() {
    this.stop();
    this.#open();
  }

  stop() {
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#live = false;
    this.#connection?.close();
    this.#connection = undefined;
    this.#backoff.reset();
    this.#dialogue.forget();
    store.connecting({ state: 'idle' });
  }

  /** Reconnects at once instead of waiting; after a stop, too. */
  tryNow({ evenIfStopped = false } = {}) {
    const { state } = store.connection;
    if (state === 'waiting' || (evenIfStopped && state === 'stopped')) {
      this.#open();
    }
  }

  /** Gives up a connection over which nothing comes any more, for a new one. */
  reopen() {
    this.#connection?.close();
    this.tryNow();
  }

  // The connection may go on all the same, as to a server on the same machine.
  #lostNetwork() {
    this.#wasOffline = true;
    store.changed('connection');
  }

  // What was open before leads nowhere now, and would find that out late.
  #foundNetwork() {
    if (this.#wasOffline && this.#live) {
      this.reopen();
    } else {
      this.tryNow();
    }
    this.#wasOffline = false;
    store.changed('connection');
  }

  /** Asks the server something; `apply` sees the answer before any later frame does. */
  async request(op, fields, apply) {
    if (!this.#connection) {
      throw new ConnectionLost('not connected');
    }
    return this.#connection.request(op, fields, apply);
  }

  tell(op, fields) {
    this.#connection?.tell(op, fields);
  }

  /** Brings one room up to date, from its newest page with `fresh`. */
  sync(room, options) {
    return this.#dialogue.sync(room, options);
  }

  async #open() {
    clearTimeout(this.#timer);
    const attempt = ++this.#attempt;
    store.connecting({ state: 'connecting', since: store.connection.since ?? Date.now() });
    try {
      const { ticket } = await call('POST', 'api/realtime/tickets');
      if (attempt === this.#attempt) {
        this.#connection = new Connection(address(), ticket, this.#handlers(attempt));
      }
    } catch (problem) {
      if (attempt === this.#attempt) {
        this.#refused(problem);
      }
    }
  }

  #handlers(attempt) {
    const current = () => attempt === this.#attempt;
    return {
      opened: () => this.#hello(),
      heard: (frame) => current() && this.#dialogue.heard(frame),
      late: (late) => current() && this.#live && store.connecting({ state: late ? 'late' : 'live' }),
      closed: (code) => current() && this.#closed(code),
    };
  }

  async #hello() {
    const connection = this.#connection;
    try {
      await connection.request('hello', this.#dialogue.hello(), (ok) => {
        connection.heartbeat = ok.heartbeat ?? DEFAULT_HEARTBEAT_MS;
        this.#dialogue.welcomed(ok);
        this.#welcomed();
      });
    } catch {
      connection.close(); // refused or unanswered; the close handler decides what comes next
    }
  }

  // A connection may stay as long as the token it was opened with, unless it shows a newer one.
  async #stay() {
    const connection = this.#connection;
    try {
      const { ticket } = await call('POST', 'api/realtime/tickets');
      await connection.request('auth', { ticket });
    } catch (problem) {
      console.info('The connection will be opened anew when its time is over.', problem);
    }
  }

  #welcomed() {
    this.#live = true;
    this.#backoff.reset();
    store.connecting({ state: 'live' });
    this.dispatchEvent(new Event('live'));
  }

  #closed(code) {
    this.#live = false;
    this.#connection = undefined;
    const action = actionFor(code);
    if (action === 'stop') {
      store.connecting({ state: 'stopped', reason: reasonFor(code) });
    } else {
      // 4401 too: the call for the next ticket renews the token, and ends the session if that is refused.
      this.#retry(this.#dialogue.pause());
    }
  }

  #refused(problem) {
    if (problem.status === 403) {
      store.connecting({ state: 'stopped', reason: problem.message });
    } else if (problem.status !== 401) {
      this.#retry(problem.retryAfterMs); // also what makes no sense: the server may be starting
    }
  }

  #retry(atLeast) {
    const wait = this.#backoff.next(atLeast);
    store.connecting({ state: 'waiting', at: Date.now() + wait, since: store.connection.since ?? Date.now() });
    this.#timer = setTimeout(() => this.#open(), wait);
  }
}

function address() {
  const url = new URL('realtime', document.baseURI);
  url.protocol = url.protocol.replace('http', 'ws');
  return url;
}

export const socket = new ChatSocket();
