/** The part of a log that is in the document: the messages `from` to `to`, all within one span of the log. */
export class LogWindow {
  from = 1;
  to = 0;
  #log;

  constructor(log) {
    this.#log = log;
  }

  showEnd(size) {
    const { from, to } = this.#log.tail ?? { from: 1, to: 0 };
    this.to = to;
    this.from = Math.max(from, to - size + 1);
  }

  showAround(seq, size) {
    const span = this.#log.spanAt(seq);
    this.from = Math.max(span.from, seq - Math.floor(size / 2));
    this.to = Math.min(span.to, this.from + size - 1);
  }

  /** Takes in older messages and lets go of the newest beyond `size`; false if there are none held. */
  growUp(step, size) {
    const from = Math.max(this.#span?.from ?? this.from, this.from - step);
    const grown = from < this.from;
    this.from = from;
    this.to = Math.min(this.to, from + size - 1);
    return grown;
  }

  growDown(step, size) {
    const to = Math.min(this.#span?.to ?? this.to, this.to + step);
    const grown = to > this.to;
    this.to = to;
    this.from = Math.max(this.from, to - size + 1);
    return grown;
  }

  /** False after the log was started afresh without these messages. */
  get valid() {
    return this.empty || (this.#span?.to ?? 0) >= this.to;
  }

  get empty() {
    return this.to < this.from;
  }

  /** Whether the newest message that is held can be seen here. */
  get atTail() {
    return this.to === (this.#log.tail?.to ?? 0);
  }

  get messages() {
    return this.#log.slice(this.from, this.to);
  }

  get before() {
    return this.#log.get(this.from - 1);
  }

  get #span() {
    return this.#log.spanAt(this.from);
  }
}
