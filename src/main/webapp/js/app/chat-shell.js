import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { View } from '../view.js';
import { handleKey } from './keys.js';

/** The frame around a signed-in person: rooms, the page asked for, details. */
export class ChatShell extends View {
  connected() {
    this.watch(store, 'route', () => this.#moved());
    this.watch(store, 'rooms');
    this.watch(store, 'session'); // administrators see more
    this.watch(document, 'keydown', handleKey);
  }

  view() {
    const { route } = store;
    const details = route.name === 'room' && route.show === 'details' && store.rooms.get(route.room);
    return html`
      <button class="skip" @click=${this.#skip}>Skip to the conversation</button>
      <connection-bar></connection-bar>
      <div class="frame" data-page=${route.name} ?data-details=${Boolean(details)}>
        <room-sidebar></room-sidebar>
        ${page(route)} ${details ? html`<room-details .room=${details}></room-details>` : nothing}
      </div>
      <room-dialog></room-dialog>
      <room-browser></room-browser>
      <quick-switcher></quick-switcher>
      <key-help></key-help>
      <status-note></status-note>
    `;
  }

  #moved() {
    this.update();
    document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  }

  #skip() {
    this.querySelector('textarea, main button, main a')?.focus();
  }
}

function page(route) {
  switch (route.name) {
    case 'room':
      return html`<room-page .room=${route.room} .seq=${route.seq}></room-page>`;
    case 'settings':
      return html`<late-page .part=${'settings'}></late-page>`;
    case 'people':
    case 'person':
    case 'audit':
      return store.user?.role === 'ADMIN' ? html`<late-page .part=${'admin'}></late-page>` : lost();
    case 'lost':
      return lost();
    default:
      return html`<welcome-page></welcome-page>`;
  }
}

function lost() {
  return html`<main class="room-page">
    <div class="empty">
      <h1>There is nothing at this address</h1>
      <p><a class="button" href="./">Back to your rooms</a></p>
    </div>
  </main>`;
}

customElements.define('chat-shell', ChatShell);
