import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { View } from '../view.js';
import { daySection, earlier, pill, roomStart, skeleton } from './list-parts.js';
import { MessageActions } from './message-actions.js';
import { edits } from './edits.js';
import { moveFocus } from './message-keys.js';
import { outbox } from './outbox.js';
import { ReadingPlace } from './reading-place.js';
import { readMarker } from './read-marker.js';
import { daysFor, unsent } from './rows.js';
import { ScrollKeeper } from './scroll-keeper.js';

const ROW_PX = 24; // the lowest a message can be
const SCREENS = 5; // that many are in the document
const LEAST = 100; // messages
const KEPT = 200; // messages of a room that is left

/** The conversation of one room: some screens of it, around what is being read. */
export class MessageList extends View {
  #room;
  #place;
  #target;
  #focusDue = false; // the target gets the focus once it is there
  #keeper;
  #far = false; // from the end
  #actions;
  #sizes = new ResizeObserver(() => this.#keep());

  // lit sets an object again on every draw, changed or not.
  set room(room) {
    if (room !== this.#room) {
      this.#room = room;
      this.#place = new ReadingPlace(room);
      this.#actions = new MessageActions(this, room);
    }
  }

  /** A message to open at. */
  set target(seq) {
    if (seq !== this.#target) {
      this.#target = seq;
      this.#focusDue = Boolean(seq);
      this.#place.goTo(seq);
      this.update();
    }
  }

  connected() {
    this.watch(store, `room-${this.#room.id}`);
    this.watch(outbox, `room-${this.#room.id}`);
    this.watch(edits, `room-${this.#room.id}`);
    edits.find(this.#room.id);
    this.watch(document, 'visibilitychange');
    this.watch(this, 'keydown', (event) => moveFocus(event, this));
    this.#actions.listen((type, heard) => this.watch(this, type, heard));
    this.watch(this, 'click', ({ target }) => this.#followed(target.closest('.quote')));
  }

  disconnected() {
    this.#sizes.disconnect();
    this.#room.log.trim(KEPT);
  }

  toEnd() {
    this.#place.toEnd(this.#size);
    this.update();
  }

  /** Edits the last message of one's own, if it is at hand. */
  editLast() {
    this.#actions.editLast(this.#place.window?.messages);
  }

  draw() {
    this.#actions.settle();
    this.#place.choose(this.#size, this.#keeper?.atEnd);
    this.#keeper?.note();
    const focused = this.contains(document.activeElement);
    super.draw();
    this.#actions.refresh();
    this.#attach();
    this.#reach();
    this.#keep();
    this.#fill();
    this.#read();
    this.#holdFocus(focused);
  }

  view() {
    return html`
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label="Messages in ${this.#room.name}"
        aria-busy=${this.#place.window ? nothing : 'true'}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="log-content">${this.#place.window ? this.#days() : skeleton()}</div>
      </div>
      ${this.#pill()}
      <emoji-picker></emoji-picker>
      <delete-dialog .room=${this.#room}></delete-dialog>
    `;
  }

  #days() {
    const room = this.#room;
    const me = { id: store.user.id, name: store.user.displayName };
    const { messages, before, from, to } = this.#place.window;
    const pending = to >= room.lastSeq ? unsent(outbox.of(room.id), me, messages) : [];
    const days = daysFor([...messages, ...pending], { before, newAfter: this.#place.newAfter, myId: me.id });
    const context = { room, target: this.#target, editing: this.#actions.editing };
    return html`
      ${from > 1 ? earlier : roomStart(room)}
      ${repeat(
        days,
        ({ key }) => key,
        (day) => daySection(day, context),
      )}
    `;
  }

  #pill() {
    const { window, atTail } = this.#place;
    if (!window || !this.#keeper || (atTail && this.#keeper.atEnd)) {
      return nothing;
    }
    const unread = this.#room.role ? this.#room.unread : 0;
    return this.#far || !atTail || unread > 0 ? pill(unread, () => this.toEnd()) : nothing;
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
    const goal = this.#place.takeGoal();
    if (goal === undefined) {
      return;
    }
    const row = this.querySelector(`[data-seq="${goal}"]`);
    if (!row) {
      this.#keeper.toEnd();
      return;
    }
    this.#keeper.toRow(row);
    if (this.#focusDue) {
      this.#focusDue = false;
      row.focus({ preventScroll: true });
    }
  }

  #keep() {
    this.#keeper.keep({ end: this.#place.atTail });
    this.querySelector('.log').toggleAttribute('data-end', this.#place.atTail && this.#keeper.atEnd);
    if (document.hidden) {
      this.#keeper.holdBelowTop(this.querySelector('.new-line')); // whoever comes back reads on from there
    }
  }

  #scrolled() {
    const [wasAtEnd, wasFar] = [this.#keeper.atEnd, this.#far];
    this.#keeper.scrolled();
    const { above, below, atEnd } = this.#keeper;
    this.#far = below > this.clientHeight / 2;
    if (wasAtEnd !== atEnd || wasFar !== this.#far || above < this.clientHeight || below < this.clientHeight) {
      this.update();
    }
  }

  // Whoever comes within a screen of either edge gets more before reaching it.
  #fill() {
    const { window } = this.#place;
    if (!window || window.empty) {
      return;
    }
    const [up, down] = [this.#keeper.above, this.#keeper.below].map((left) => left < this.clientHeight);
    if (this.#place.grow({ up, down }, this.#size)) {
      this.update();
    }
  }

  // Seen is what stands at the end of the list, in a window that somebody can see.
  #read() {
    if (this.#room.role && this.#place.atTail && this.#keeper.atEnd && !document.hidden) {
      readMarker.read(this.#room);
    }
    if (this.#place.markStop()) {
      this.update();
    }
  }

  // The address of a quote may be the one that is open already.
  #followed(link) {
    const seq = Number(link?.href.split('/').at(-1));
    if (seq && seq === this.#target) {
      this.#focusDue = true;
      this.#place.goTo(seq);
      this.update();
    }
  }

  // The message that had the focus may have left the document.
  #holdFocus(had) {
    if (had && !this.contains(document.activeElement)) {
      this.querySelector('.log').focus({ preventScroll: true });
    }
  }

  get #size() {
    return Math.max(LEAST, SCREENS * Math.ceil(this.clientHeight / ROW_PX));
  }
}

customElements.define('message-list', MessageList);
