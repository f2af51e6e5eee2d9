import { store } from '../store.js';

/** What one has just reacted with, or taken back, and the log does not hold yet: it is shown at once. */
class PendingReactions {
  #wishes = new Map(); // 'room/seq' -> Map of emoji -> {on, rev?}: with `rev`, until that change is here

  /** Shows the message with one's reaction, or without. */
  begin(room, seq, emoji, on) {
    const wish = { on };
    this.#of(room, seq).set(emoji, wish);
    store.changed(`room-${room}`);
    return {
      /** The server has taken it as the change `rev`. */
      stored: (rev) => this.#end(room, () => (wish.rev = rev)),
      /** It has not. */
      refused: () => this.#end(room, () => this.#drop(room, seq, emoji, wish)),
    };
  }

  /** The reactions to a message as they are to be shown. */
  shown(room, { seq, rev, reactions = [] }) {
    const wishes = this.#wishes.get(`${room}/${seq}`);
    if (!wishes) {
      return reactions;
    }
    for (const [emoji, wish] of [...wishes]) {
      if (wish.rev <= rev) {
        this.#drop(room, seq, emoji, wish);
      }
    }
    return [...wishes].reduce(withWish, reactions);
  }

  #of(room, seq) {
    const key = `${room}/${seq}`;
    if (!this.#wishes.has(key)) {
      this.#wishes.set(key, new Map());
    }
    return this.#wishes.get(key);
  }

  // A later wish for the same may stand there by now.
  #drop(room, seq, emoji, wish) {
    const wishes = this.#of(room, seq);
    if (wishes.get(emoji) === wish) {
      wishes.delete(emoji);
    }
    if (wishes.size === 0) {
      this.#wishes.delete(`${room}/${seq}`);
    }
  }

  #end(room, act) {
    act();
    store.changed(`room-${room}`);
  }
}

function withWish(reactions, [emoji, { on }]) {
  const mine = store.user.id;
  if (on && !reactions.some((one) => one.emoji === emoji)) {
    return [...reactions, { emoji, by: [mine] }];
  }
  return reactions
    .map((one) => (one.emoji === emoji ? { ...one, by: toggled(one.by, mine, on) } : one))
    .filter(({ by }) => by.length > 0);
}

function toggled(ids, mine, on) {
  const others = ids.filter((id) => id !== mine);
  return on && !ids.includes(mine) ? [...others, mine] : on ? ids : others;
}

export const pendingReactions = new PendingReactions();
