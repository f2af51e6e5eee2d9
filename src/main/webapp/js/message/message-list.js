import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { date, dayName } from '../ui/time.js';
import { View } from '../view.js';
import { LogWindow } from './log-window.js';
import { messageItem, pendingItem } from './message-item.js';
import { moveFocus } from './message-keys.js';
import { outbox } from './outbox.js';
import { loadPage } from './pages.js';
import { readMarker } from './read-marker.js';
import { rowsFor } from './rows.js';
import { ScrollKeeper } from './scroll-keeper.js';

const ROW_PX = 24; // the lowest a message can be
const SCREENS = 5; // that many are in the document
const STEP = 50;

/** The conversation of one room: some screens of it, around what is being read. */
export class MessageList extends View {
  #room;
  #target;
  #window;
  #keeper;
  #goal; // where to go once it is drawn: 'end' or a seq
  #newAfter = null; // the seq where reading stopped
  #newest = 0; // the newest message there was when it was last drawn
  #sizes = new ResizeObserver(() => this.#keep());

  set room(room) {
    this.#room = room;
    this.update();
  }

  /** A message to open at. */
  set target(seq) {
    if (seq !== this.#target) {
      this.#target = seq;
      this.#goal = seq;
      this.#window = seq ? undefined : this.#window;
      this.update();
    }
  }

  connected() {
    this.watch(store, `room-${this.#room.id}`);
    this.watch(outbox, `room-${this.#room.id}`);
    this.watch(document, 'visibilitychange');
    this.watch(this, 'keydown', (event) => moveFocus(event, this));
  }

  disconnected() {
    this.#sizes.disconnect();
    this.#room.log.trim(STEP * 4);
  }

  toEnd() {
    this.#window?.showEnd(this.#size);
    this.#goal = 'end';
    this.update();
  }

  draw() {
    this.#choose();
    this.#keeper?.note();
    super.draw();
    this.#attach();
    this.#reach();
    this.#keep();
    this.#fill();
    this.#read();
  }

  view() {
    const room = this.#room;
    return html`
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label="Messages in ${room.name}"
        aria-busy=${this.#window ? nothing : 'true'}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="log-content">${this.#window ? this.#rows() : skeleton()}</div>
      </div>
      ${this.#pill()}
    `;
  }

  // Which part of the log to show: for the first time, after a fresh start, and when something was added.
  #choose() {
    if (this.#window && !this.#window.valid) {
      this.#window = undefined;
      this.#goal = undefined;
    }
    if (!this.#window) {
      this.#begin();
    } else if (this.#window.to === this.#newest) {
      this.#follow();
    }
    this.#newest = this.#room.log.tail?.to ?? 0;
  }

  // What is new joins the end of what is shown. Above it, nothing is taken away that somebody may be reading.
  #follow() {
    if (this.#keeper.atEnd) {
      this.#window.growDown(Infinity, this.#size);
    } else if (this.#window.to - this.#window.from < 2 * this.#size) {
      this.#window.growDown(Infinity, Infinity);
    }
  }

  #begin() {
    const room = this.#room;
    if (!room.loaded) {
      return;
    }
    this.#newAfter = room.role && room.unread > 0 ? room.readSeq : null;
    const seq = this.#goal > 0 ? this.#goal : this.#newAfter === null ? 0 : Math.max(1, this.#newAfter);
    if (!(seq > 0 && seq <= room.lastSeq)) {
      this.#open('end');
    } else if (room.log.spanAt(seq)) {
      this.#open(seq);
    } else {
      this.#load({ around: seq });
    }
  }

  #open(goal) {
    this.#window = new LogWindow(this.#room.log);
    this.#goal = goal;
    if (goal === 'end') {
      this.#window.showEnd(this.#size);
    } else {
      this.#window.showAround(goal, this.#size);
    }
  }

  #rows() {
    const { log, lastSeq } = this.#room;
    const mine = { id: store.user.id, name: store.user.displayName };
    const rows = rowsFor(this.#window.messages, { before: this.#window.before, newAfter: this.#newAfter, myId: mine.id });
    const last = log.get(this.#window.to);
    const pending = this.#window.atTail && this.#window.to >= lastSeq ? pendingRows(outbox.of(this.#room.id), last, mine.id) : [];
    const context = { roomId: this.#room.id, target: this.#target };
    return html`
      ${this.#window.from > 1 ? html`<p class="earlier" aria-hidden="true">Loading earlier messages</p>` : this.#start()}
      ${repeat([...rows, ...pending], ({ key }) => key, (row) => this.#row(row, context, mine))}
    `;
  }

  #row(row, context, mine) {
    switch (row.kind) {
      case 'day':
        return html`<div class="day-line"><time datetime=${row.at}>${dayName(row.at)}</time></div>`;
      case 'new':
        return html`<div class="new-line" data-testid="new-line"><span>New</span></div>`;
      case 'pending':
        return pendingItem(row, mine);
      default:
        return messageItem(row, context);
    }
  }

  #start() {
    const { name, createdAt, description, lastSeq } = this.#room;
    return html`
      <header class="room-start">
        <h2><bdi>${name}</bdi></h2>
        <p dir="auto">${description || nothing}</p>
        <p>${lastSeq ? 'This is where it begins' : 'Nothing has been said here yet'}. Created on ${date(createdAt)}.</p>
      </header>
    `;
  }

  #pill() {
    const { unread, role } = this.#room;
    const away = this.#window && !(this.#keeper?.atEnd && this.#window.atTail);
    if (!away || (!(unread && role) && this.#keeper?.below < this.clientHeight / 2 && this.#window.atTail)) {
      return nothing;
    }
    const text = unread && role ? `${unread > 98 ? '99+' : unread} new ${unread === 1 ? 'message' : 'messages'}` : 'Newest';
    return html`
      <button class="pill" data-testid="jump-to-newest" ?data-unread=${Boolean(unread && role)} @click=${() => this.toEnd()}>
        ${text} ${icon('down')}
      </button>
    `;
  }

  #attach() {
    if (!this.#keeper) {
      const box = this.querySelector('.log');
      this.#keeper = new ScrollKeeper(box);
      this.#sizes.observe(box);
      this.#sizes.observe(box.firstElementChild);
    }
  }

  #reach() {
    const goal = this.#goal;
    if (!this.#window || goal === undefined) {
      return;
    }
    this.#goal = undefined;
    const row = goal === 'end' ? null : this.querySelector(`[data-seq="${goal}"]`);
    if (row) {
      this.#keeper.toRow(row);
    } else {
      this.#keeper.toEnd();
    }
  }

  #keep() {
    this.#keeper.keep({ end: this.#window?.atTail ?? false });
  }

  #scrolled() {
    const was = this.#keeper.atEnd;
    this.#keeper.scrolled();
    if (was !== this.#keeper.atEnd || this.#nearEdge || this.#keeper.below < this.clientHeight) {
      this.update();
    }
  }

  get #nearEdge() {
    return this.#keeper.above < this.clientHeight || this.#keeper.below < this.clientHeight;
  }

  // Whoever comes within a screen of either edge gets more before reaching it.
  #fill() {
    if (!this.#window || this.#window.empty) {
      return;
    }
    const { from, to } = this.#window;
    if (this.#keeper.above < this.clientHeight && from > 1) {
      this.#more(this.#window.growUp(STEP, this.#size), { before: from });
    } else if (this.#keeper.below < this.clientHeight && to < this.#room.lastSeq) {
      this.#more(this.#window.growDown(STEP, this.#size), { after: to });
    }
  }

  #more(grown, place) {
    if (grown) {
      this.update();
    } else {
      this.#load(place);
    }
  }

  async #load(place) {
    try {
      await loadPage(this.#room, place);
    } catch (problem) {
      console.warn('A page of messages did not come.', problem); // scrolling on asks again
    }
  }

  // Seen is what stands at the end of the list, in a window that somebody can see.
  #read() {
    const room = this.#room;
    if (room.role && this.#window?.atTail && this.#keeper.atEnd && !document.hidden) {
      readMarker.read(room);
    }
    if (room.role && room.unread > 0 && this.#newAfter !== room.readSeq) {
      this.#newAfter = room.readSeq;
      this.update();
    }
  }

  get #size() {
    return Math.max(2 * STEP, SCREENS * Math.ceil(this.clientHeight / ROW_PX));
  }
}

function pendingRows(entries, last, myId) {
  return entries.map((entry, index) => ({
    kind: 'pending',
    key: entry.cid,
    entry,
    head: index === 0 && last?.by.id !== myId,
  }));
}

function skeleton() {
  return html`<div class="skeleton" aria-hidden="true">${Array.from({ length: 6 }, () => html`<span></span>`)}</div>`;
}

customElements.define('message-list', MessageList);
