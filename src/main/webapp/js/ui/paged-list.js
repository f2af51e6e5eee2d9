/** A list that comes in pages. The newest question counts: what was asked before is not shown any more. */
export class PagedList {
  items; // undefined until the first page is here
  problem;
  #next;
  #asked = 0;
  #load;
  #changed;

  /** `load(cursor)` gives `{items, next}`; `changed()` is called when there is something else to show. */
  constructor(load, changed) {
    this.#load = load;
    this.#changed = changed;
  }

  get hasMore() {
    return Boolean(this.#next);
  }

  /** Asks for the first page. What was there stays until it comes. */
  begin() {
    return this.#ask(undefined);
  }

  more() {
    return this.#ask(this.#next);
  }

  async #ask(cursor) {
    const asked = ++this.#asked;
    try {
      const page = await this.#load(cursor);
      if (asked === this.#asked) {
        this.#take(page, cursor);
      }
    } catch (problem) {
      this.problem = asked === this.#asked ? problem : this.problem;
    }
    this.#changed();
  }

  #take({ items, next }, cursor) {
    this.items = cursor ? [...this.items, ...items] : items;
    this.#next = next;
    this.problem = undefined;
  }
}
