import { html, nothing } from '../lit.js';
import { socket } from '../socket.js';
import { store } from '../store.js';
import { View } from '../view.js';

const UNNOTICED_MS = 1_200; // a connection that is back sooner is not worth a word

/** A thin bar while the connection is gone. */
export class ConnectionBar extends View {
  #clock;

  connected() {
    this.watch(store, 'connection');
    this.#clock = setInterval(() => store.connection.state !== 'live' && this.update(), 500);
  }

  disconnected() {
    clearInterval(this.#clock);
  }

  view() {
    const words = wordsFor(store.connection);
    return html`<div
      class="connection"
      role="status"
      data-testid="connection"
      data-state=${store.connection.state}
      ?data-shown=${Boolean(words)}
    >
      ${words ? html`<p>${words}</p>` : nothing}
    </div>`;
  }
}

function wordsFor({ state, at, since, reason }) {
  if (state === 'stopped') {
    return html`${reason}
      <button class="link" @click=${() => socket.tryNow({ evenIfStopped: true })}>Try again</button>`;
  }
  if (!since || Date.now() - since < UNNOTICED_MS) {
    return undefined;
  }
  if (!navigator.onLine) {
    return 'You are offline. What you write is sent when you are back.';
  }
  if (state === 'waiting') {
    const seconds = Math.max(1, Math.ceil((at - Date.now()) / 1_000));
    return html`<span aria-hidden="true">Reconnecting in ${seconds} s</span
      ><span class="sr-only">Connection lost, reconnecting</span> <span aria-hidden="true">·</span>
      <button class="link" @click=${() => socket.tryNow()}>Try now</button>`;
  }
  return state === 'connecting' ? 'Connecting' : undefined;
}

customElements.define('connection-bar', ConnectionBar);
