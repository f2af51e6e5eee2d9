import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { icon, mark } from '../ui/icon.js';
import { show } from '../ui/dialog.js';
import { View } from '../view.js';
import { roomHref } from './details-state.js';
import { byName } from './room-order.js';

/** The rooms of which one is a member, and the ways to others. */
export class RoomSidebar extends View {
  connected() {
    this.watch(store, 'rooms');
    this.watch(store, 'route');
    this.watch(store, 'session');
  }

  view() {
    const rooms = store.joined.sort(byName);
    return html`
      <nav class="sidebar" aria-label="Rooms">
        <header>
          <a class="home" href="./">${mark()}<span>Parley</span></a>
          <button
            class="icon-button"
            aria-label="Go to a room"
            title="Go to a room"
            @click=${() => show('quick-switcher')}
          >
            ${icon('search')}
          </button>
        </header>
        <div class="rooms">
          <div class="rooms-head">
            <h2>Rooms</h2>
            <button
              class="icon-button small"
              aria-label="New room"
              title="New room"
              @click=${() => show('room-dialog')}
            >
              ${icon('plus')}
            </button>
          </div>
          ${this.#list(rooms)}
          <button class="browse" @click=${() => show('room-browser')}>${icon('compass')} Browse rooms</button>
        </div>
        <account-menu></account-menu>
      </nav>
    `;
  }

  #list(rooms) {
    if (!store.ready && rooms.length === 0) {
      return html`<div class="skeleton" aria-busy="true">${[1, 2, 3, 4].map(() => html`<span></span>`)}</div>`;
    }
    if (rooms.length === 0) {
      return html`<p class="none">You are in no room yet. Make one, or look around.</p>`;
    }
    return html`<ul>
      ${repeat(
        rooms,
        ({ id }) => id,
        (room) => html`<li>${link(room)}</li>`,
      )}
    </ul>`;
  }
}

function link(room) {
  const here = store.route.room === room.id;
  return html`
    <a
      href=${roomHref(room.id)}
      data-testid="room-link"
      data-room=${room.id}
      aria-current=${here ? 'page' : nothing}
      ?data-unread=${room.unread > 0}
    >
      ${icon(room.isPrivate ? 'lock' : 'hash')}
      <bdi>${room.name}</bdi>
      ${room.unread > 0 ? badge(room.unread) : nothing}
    </a>
  `;
}

function badge(unread) {
  return html`<span class="badge" data-testid="unread"
    >${unread > 98 ? '99+' : unread}<span class="sr-only"> unread</span></span
  >`;
}

customElements.define('room-sidebar', RoomSidebar);
