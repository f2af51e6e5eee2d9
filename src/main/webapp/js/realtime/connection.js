import { Problem } from '../problem.js';

const PATIENCE_MS = 10_000; // beyond the heartbeat
const LATE_MS = 5_000; // whoever waits that long for a reply is told
const REPLY_MS = 20_000;

/** The reply will not come over this connection; whether the server acted is unknown. */
export class ConnectionLost extends Error {}

/** One WebSocket: frames in and out, requests and their replies, and noticing when it is dead. */
export class Connection {
  #socket;
  #handlers;
  #waiting = new Map(); // request id -> {resolve, reject, apply, timers}
  #late = new Set(); // ids of requests that wait for longer than they should
  #lastId = 0;
  #heartbeat = 25_000;
  #watchdog;
  #heardAt = 0; // ms since the page was opened

  /** `handlers`: `opened()`, `heard(frame)`, `late(isLate)`, `closed(code)`, the last exactly once. */
  constructor(url, ticket, handlers) {
    this.#handlers = handlers;
    this.#socket = new WebSocket(url, ['parley.v1', `ticket.${ticket}`]);
    this.#socket.onopen = () => handlers.opened();
    this.#socket.onmessage = (event) => this.#received(event.data);
    this.#socket.onclose = (event) => this.#end(event.code);
    this.#watch();
  }

  set heartbeat(milliseconds) {
    this.#heartbeat = milliseconds;
    this.#watch();
  }

  /**
   * Sends a request. `apply` sees a good reply before any later frame is looked at, which a promise
   * could not promise: it would see it after all frames that came in the same text.
   */
  request(op, fields, apply) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const timers = [
        setTimeout(() => this.#isLate(id), LATE_MS),
        setTimeout(() => this.#noReply(id), REPLY_MS),
      ];
      this.#waiting.set(id, { resolve, reject, apply, timers, sentAt: performance.now() });
      this.tell(op, { ...fields, id });
    });
  }

  /** Sends a frame that has no reply. */
  tell(op, fields) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ op, ...fields }));
    }
  }

  close() {
    this.#end(1000);
  }

  #received(text) {
    this.#heardAt = performance.now();
    this.#watch();
    for (const line of text.split('\n')) {
      this.#frame(JSON.parse(line));
    }
  }

  #frame(frame) {
    if (frame.re !== undefined) {
      this.#replied(frame);
    } else if (frame.ev === 'ping') {
      this.tell('pong');
    } else {
      this.#handlers.heard(frame);
    }
  }

  #replied({ re, ok, err }) {
    const { resolve, reject, apply } = this.#give(re);
    if (err) {
      reject(new Problem(err));
    } else {
      apply?.(ok);
      resolve(ok);
    }
  }

  // A reply may come after we have stopped waiting for it.
  #give(id) {
    const request = this.#waiting.get(id);
    this.#waiting.delete(id);
    request?.timers.forEach(clearTimeout);
    if (this.#late.delete(id) && this.#late.size === 0) {
      this.#handlers?.late(false);
    }
    return request ?? { resolve() {}, reject() {} };
  }

  #isLate(id) {
    this.#late.add(id);
    this.#handlers?.late(true);
  }

  // Where nothing at all was heard since, the connection is dead.
  #noReply(id) {
    const { sentAt } = this.#waiting.get(id);
    this.#give(id).reject(new ConnectionLost('no reply'));
    if (this.#heardAt < sentAt) {
      this.#end(1006);
    }
  }

  // Networks die silently: no frame for longer than the server ever stays quiet means it is gone.
  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#end(1006), this.#heartbeat + PATIENCE_MS);
  }

  #end(code) {
    if (!this.#handlers) {
      return;
    }
    const { closed } = this.#handlers;
    this.#handlers = undefined;
    clearTimeout(this.#watchdog);
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    for (const id of [...this.#waiting.keys()]) {
      this.#give(id).reject(new ConnectionLost('closed'));
    }
    closed(code);
  }
}
