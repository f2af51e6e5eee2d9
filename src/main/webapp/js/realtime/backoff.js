const LEAST_MS = 500;
const MOST_MS = 30_000;

/** Full jitter, so that a thousand clients do not return to a restarted server all at once. */
export class Backoff {
  #tries = 0;

  /** How long to wait before the next try, at least `atLeast` ms. */
  next(atLeast = 0) {
    const ceiling = Math.min(MOST_MS, LEAST_MS * 2 ** ++this.#tries);
    return Math.max(atLeast, LEAST_MS + Math.random() * (ceiling - LEAST_MS));
  }

  reset() {
    this.#tries = 0;
  }
}
