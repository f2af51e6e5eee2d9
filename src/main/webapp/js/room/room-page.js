import { html, keyed, nothing } from '../lit.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';
import { openRoom } from './room-actions.js';
import { showDetails } from './details-state.js';

const FINE = matchMedia('(hover: hover) and (pointer: fine)');

/** One room: its head, its conversation and where to write. */
export class RoomPage extends View {
  #id;
  #seq;
  #problem;
  #focusDue = false;

  set room(id) {
    if (id !== this.#id) {
      this.#id = id;
      this.#focusDue = true;
      this.#open();
    }
  }

  set seq(seq) {
    this.#seq = seq;
    this.#focusDue &&= !seq; // then the message gets it
    this.update();
  }

  // Where there are keys, opening a room means being about to write.
  draw() {
    super.draw();
    if (this.#focusDue && FINE.matches && this.querySelector('message-composer')) {
      this.#focusDue = false;
      this.querySelector('message-composer').focus();
    }
  }

  connected() {
    this.watch(store, 'rooms', () => this.#changed());
    this.watch(store, 'route');
    this.watch(store, 'ready', () => this.#open());
    this.watch(this, 'sent', () => this.querySelector('message-list')?.toEnd());
    this.watch(this, 'edit-last', () => this.querySelector('message-list')?.editLast());
    this.watch(this, 'answer', ({ detail }) => this.querySelector('message-composer')?.answer(detail));
    this.watch(this, 'take-text', ({ detail }) => this.querySelector('message-composer')?.take(detail));
    this.watch(this, 'left-editor', () => this.querySelector('message-composer')?.focus());
  }

  view() {
    const room = store.rooms.get(this.#id);
    if (store.missing.has(this.#id)) {
      return missing();
    }
    return html`
      <main class="room-page">
        ${this.#head(room)} ${room ? keyed(room, this.#conversation(room)) : this.#waiting()}
      </main>
    `;
  }

  #conversation(room) {
    return html`
      <message-list .room=${room} .target=${this.#seq}></message-list>
      <message-announcer .room=${room}></message-announcer>
      ${this.#foot(room)}
    `;
  }

  #foot(room) {
    if (!room.loaded && !room.role) {
      return nothing;
    }
    if (room.archived) {
      return html`<p class="room-foot">This room is archived. It can be read, not written to.</p>`;
    }
    return room.role
      ? html`<typing-indicator .room=${room}></typing-indicator><message-composer .room=${room}></message-composer>`
      : html`<preview-bar .room=${room}></preview-bar>`;
  }

  #head(room) {
    return html`
      <header class="room-head">
        <a class="back icon-button" href="./" aria-label="All rooms">${icon('back')}</a>
        ${room ? kind(room) : nothing}
        <h1><bdi>${room?.name ?? ''}</bdi></h1>
        <p class="about" dir="auto" title=${room?.description ?? ''}>${room?.description}</p>
        ${room ? this.#detailsButton() : nothing}
      </header>
    `;
  }

  #detailsButton() {
    const open = store.route.show === 'details';
    return html`
      <button
        class="icon-button"
        aria-label="Room details"
        title="Room details"
        aria-expanded=${open}
        @click=${() => showDetails(!open)}
      >
        ${icon('people')}
      </button>
    `;
  }

  #waiting() {
    if (this.#problem) {
      return html`
        <div class="empty">
          <h2>This room did not open</h2>
          <p>${this.#problem.message}</p>
          <button class="primary" @click=${() => this.#open()}>Try again</button>
        </div>
      `;
    }
    return html`<div class="log-placeholder" aria-busy="true"></div>`;
  }

  // Being taken out of a room leaves the look that everybody has, if there is one. Whoever comes back has to load it anew.
  #changed() {
    const room = store.rooms.get(this.#id);
    const isToBeOpened = room ? room.role && !room.loaded : !store.missing.has(this.#id);
    if (store.ready && isToBeOpened && store.route.room === this.#id && !this.#problem) {
      this.#open();
    }
    this.update();
  }

  async #open() {
    const id = this.#id;
    this.#problem = undefined;
    this.update();
    try {
      await openRoom(id);
    } catch (problem) {
      this.#problem = id === this.#id ? problem : this.#problem; // one may have gone on to another room
    }
    this.update();
  }
}

function kind({ isPrivate }) {
  return html`<span class="kind" title=${isPrivate ? 'Private room' : 'Public room'}
    >${icon(isPrivate ? 'lock' : 'hash')}</span
  >`;
}

function missing() {
  return html`
    <main class="room-page">
      <div class="empty">
        <h1>This room is not here</h1>
        <p>It may be private, or gone. If someone sent you the address, ask them to add you.</p>
        <p><a class="button" href="./">Back to your rooms</a></p>
      </div>
    </main>
  `;
}

customElements.define('room-page', RoomPage);
