import { html } from '../lit.js';
import { store } from '../store.js';
import { mark } from '../ui/icon.js';
import { show } from '../ui/dialog.js';
import { View } from '../view.js';

/** Beside the rooms, while none is open. */
export class WelcomePage extends View {
  connected() {
    this.watch(store, 'rooms');
  }

  view() {
    const first = store.ready && store.joined.length === 0;
    return html`
      <main class="room-page welcome">
        <div class="empty">
          ${mark()}
          <h1>${first ? 'Start with a room' : html`Hello, <bdi>${store.user?.displayName}</bdi>`}</h1>
          <p>
            ${
              first
                ? 'Name it, say what it is about, and invite someone. Or see what others are talking about.'
                : 'Pick a room on the left, or find another one.'
            }
          </p>
          <p class="actions">
            <button class=${first ? 'primary' : 'button'} @click=${() => show('room-dialog')}>New room</button>
            <button @click=${() => show('room-browser')}>Browse rooms</button>
          </p>
        </div>
      </main>
    `;
  }
}

customElements.define('welcome-page', WelcomePage);
