import { html, nothing } from '../lit.js';
import { go } from '../router.js';
import { store } from '../store.js';
import { show } from '../ui/dialog.js';
import { DialogView } from '../ui/dialog-view.js';
import { icon } from '../ui/icon.js';
import { isComposing } from '../ui/key-press.js';
import { roomHref } from './details-state.js';
import { byNews, matches } from './room-order.js';

const MOST = 12;

/** Goes to a room by some letters of its name. */
export class QuickSwitcher extends DialogView {
  #query = '';
  #at = 0;

  opening() {
    this.#query = '';
    this.#at = 0;
  }

  view() {
    return html`
      <dialog
        class="quick-switcher"
        aria-label="Go to a room"
        closedby="any"
        @close=${this.closed}
        @click=${this.clicked}
      >
        ${this.shown ? this.#content(this.#found) : nothing}
      </dialog>
    `;
  }

  get #found() {
    const others = store.joined.filter(({ id }) => id !== store.route.room);
    return others
      .filter((room) => matches(room, this.#query))
      .sort(byNews)
      .slice(0, MOST);
  }

  #content(rooms) {
    return html`
      <div class="switcher">
        <label class="search">
          ${icon('search')}
          <input
            role="combobox"
            aria-label="Go to a room"
            aria-expanded="true"
            aria-controls="switcher-rooms"
            aria-activedescendant=${rooms.length ? `switcher-${this.#at}` : nothing}
            placeholder="Go to a room"
            autocomplete="off"
            autofocus
            dir="auto"
            @input=${this.#typed}
            @keydown=${this.#pressed}
          />
        </label>
        <ul id="switcher-rooms" role="listbox" aria-label="Rooms">
          ${rooms.map((room, index) => this.#option(room, index))}
        </ul>
        ${rooms.length ? nothing : this.#none()}
      </div>
    `;
  }

  #option(room, index) {
    return html`
      <li id="switcher-${index}" role="option" aria-selected=${index === this.#at} @click=${() => this.#go(room)}>
        ${icon(room.isPrivate ? 'lock' : 'hash')}<bdi>${room.name}</bdi>
        ${room.unread > 0 ? html`<span class="badge">${room.unread > 98 ? '99+' : room.unread}</span>` : nothing}
      </li>
    `;
  }

  #none() {
    return html`<p class="none">
      ${this.#query ? 'None of your rooms is called that.' : 'You are in no other room.'}
      <button class="link" @click=${this.#browse}>Browse rooms</button>
    </p>`;
  }

  #typed(event) {
    this.#query = event.target.value.trim();
    this.#at = 0;
    this.update();
  }

  #pressed(event) {
    if (isComposing(event)) {
      return;
    }
    const rooms = this.#found;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#at = rooms.length ? (this.#at + step + rooms.length) % rooms.length : 0;
      this.update();
    } else if (event.key === 'Enter' && rooms[this.#at]) {
      event.preventDefault();
      this.#go(rooms[this.#at]);
    }
  }

  #go(room) {
    this.close();
    go(roomHref(room.id));
  }

  #browse() {
    this.close();
    show('room-browser');
  }
}

customElements.define('quick-switcher', QuickSwitcher);
