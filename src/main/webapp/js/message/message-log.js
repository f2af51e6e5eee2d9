/**
 * The messages held of one room. Since `seq` has no holes, what is held is a list of spans: numbers from
 * `from` to `to` that are all here. The newest page is one span, a page around an old message another,
 * and they become one when they meet.
 */
export class MessageLog {
  #bySeq = new Map();
  #spans = []; // ascending, neither overlapping nor touching

  get(seq) {
    return this.#bySeq.get(seq);
  }

  /** The newest span, or undefined while nothing is held. */
  get tail() {
    return this.#spans.at(-1);
  }

  spanAt(seq) {
    return this.#spans.find((span) => span.from <= seq && seq <= span.to);
  }

  /** Stores each message that is newer than the one held under its number. */
  put(messages) {
    for (const message of messages) {
      const held = this.#bySeq.get(message.seq);
      if (!held) {
        this.#cover(message.seq);
      }
      if (!held || message.rev > held.rev) {
        this.#bySeq.set(message.seq, message);
      }
    }
  }

  /** What the author of some message here is called, or undefined. */
  authorName(id) {
    for (const { by } of this.#bySeq.values()) {
      if (by.id === id) {
        return by.name;
      }
    }
    return undefined;
  }

  slice(from, to) {
    const messages = [];
    for (let seq = from; seq <= to; seq++) {
      messages.push(this.#bySeq.get(seq));
    }
    return messages;
  }

  /** Up to `count` messages at the end. */
  newest(count) {
    const { from, to } = this.tail ?? { from: 1, to: 0 };
    return this.slice(Math.max(from, to - count + 1), to);
  }

  clear() {
    this.#bySeq.clear();
    this.#spans = [];
  }

  /** Keeps only the newest, so that rooms read far back do not fill the memory for ever. */
  trim(count) {
    if (this.#bySeq.size > count) {
      const kept = this.newest(count);
      this.clear();
      this.put(kept);
    }
  }

  rename(user) {
    for (const [seq, message] of this.#bySeq) {
      if (message.by.id === user.id) {
        this.#bySeq.set(seq, { ...message, by: { ...message.by, name: user.name } });
      }
    }
  }

  #cover(seq) {
    let at = this.#spans.findIndex((span) => span.from > seq);
    at = at < 0 ? this.#spans.length : at;
    const below = this.#spans[at - 1];
    const above = this.#spans[at];
    if (below?.to === seq - 1) {
      below.to = seq;
    } else {
      this.#spans.splice(at++, 0, { from: seq, to: seq });
    }
    const grown = this.#spans[at - 1];
    if (above?.from === seq + 1) {
      grown.to = above.to;
      this.#spans.splice(at, 1);
    }
  }
}
