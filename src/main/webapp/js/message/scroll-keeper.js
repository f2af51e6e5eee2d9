const NEAR_PX = 24;
const HELD_PX = 48; // below the top, clear of the name of the day

/**
 * Keeps what is being read where it is, whatever is added or taken away around it: at the end one stays at
 * the end, elsewhere an edge of the first message in sight stays in its place. That is its lower edge, for its upper
 * part may lose the name when older messages of the same person come in above it; but only an edge that is in sight
 * says where one reads. Of a message that reaches below the box it is the upper edge, and so much of it stays in
 * sight as there is, should it become short.
 */
export class ScrollKeeper {
  #box;
  #row; // the element of which an edge keeps its place, which one, and how far below the top of the box that is
  #edge = 'bottom';
  #offset = 0;
  #lastTop = 0;
  #atEnd = true;

  constructor(box) {
    this.#box = box;
  }

  get atEnd() {
    return this.#atEnd;
  }

  /** Somebody has scrolled. Only that can end staying at the end: a box that changes size must not. */
  scrolled() {
    const { scrollTop } = this.#box;
    if (this.below <= NEAR_PX) {
      this.#atEnd = true;
    } else if (scrollTop < this.#lastTop - 1 || !this.#atEnd) {
      this.#atEnd = false;
    }
    this.#lastTop = scrollTop;
    this.note();
  }

  /** Remembers the place, just before something changes. */
  note() {
    this.#row = this.#firstInSight();
    this.#edge = this.#row && this.#distance(this.#row, 'bottom') > this.#box.clientHeight ? 'top' : 'bottom';
    this.#offset = this.#row ? this.#distance(this.#row, this.#edge) : 0;
  }

  /** Puts it back, just after. Without `end`, the end of what is shown is not the end of the room. */
  keep({ end }) {
    if (this.#atEnd && end) {
      this.toEnd();
    } else if (this.#row?.isConnected) {
      this.#by(this.#distance(this.#row, this.#edge) - this.#offset);
      this.#keepInSight();
    }
    this.#lastTop = this.#box.scrollTop;
  }

  toEnd() {
    this.#atEnd = true;
    this.#box.scrollTop = this.#box.scrollHeight;
  }

  /** Brings a row to a third of the height, so that what came before it can be seen too. */
  toRow(row) {
    this.#by(this.#distance(row) - this.#box.clientHeight / 3);
    this.#atEnd = this.below <= NEAR_PX;
    this.#lastTop = this.#box.scrollTop;
    this.note();
  }

  /** Stops staying at the end before `row` is pushed out of sight. */
  holdBelowTop(row) {
    if (this.#atEnd && row && this.#distance(row) < 0) {
      this.#by(this.#distance(row) - HELD_PX);
      this.#atEnd = false;
      this.note();
    }
  }

  get above() {
    return this.#box.scrollTop;
  }

  get below() {
    return this.#box.scrollHeight - this.#box.clientHeight - this.#box.scrollTop;
  }

  #keepInSight() {
    if (this.#edge === 'top') {
      this.#by(Math.min(0, this.#distance(this.#row, 'bottom') - HELD_PX));
    }
  }

  #by(pixels) {
    if (Math.abs(pixels) >= 0.5) {
      this.#box.scrollTop += pixels;
    }
  }

  #distance(row, edge = 'top') {
    return row.getBoundingClientRect()[edge] - this.#box.getBoundingClientRect().top;
  }

  // Rows stand in order, so halving finds it.
  #firstInSight() {
    const rows = this.#box.querySelectorAll('.message');
    let [low, high] = [0, rows.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#distance(rows[middle]) + rows[middle].offsetHeight > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return rows[low];
  }
}
