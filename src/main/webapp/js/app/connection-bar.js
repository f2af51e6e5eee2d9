import { html, nothing } from '../lit.js';
import { unsentStore } from '../message/unsent-store.js';
import { socket } from '../socket.js';
import { store } from '../store.js';
import { View } from '../view.js';

const UNNOTICED_MS = 1_200; // a connection that is back sooner is not worth a word
const LOOK_MS = 500;

/** A thin bar while the connection is gone, or what is written would be lost with the tab. */
export class ConnectionBar extends View {
  #clock;

  connected() {
    this.watch(store, 'connection');
    this.#clock = setInterval(() => this.#look(), LOOK_MS);
  }

  disconnected() {
    clearInterval(this.#clock);
  }

  view() {
    const words = [connectionWords(store.connection), unkeptWords()].filter(Boolean);
    return html`<div
      class="connection"
      role="status"
      data-testid="connection"
      data-state=${store.connection.state}
      ?data-shown=${words.length > 0}
    >
      ${words.map((one) => html`<p>${one}</p>`)}
    </div>`;
  }

  // Seconds pass; the disk tells nobody when it takes something, or does not.
  #look() {
    if (store.connection.state !== 'live' || unsentStore.unkept || this.querySelector('[data-shown]')) {
      this.update();
    }
  }
}

function connectionWords({ state, at, since, reason }) {
  if (state === 'stopped') {
    return html`${reason}
      <button class="link" @click=${() => socket.tryNow({ evenIfStopped: true })}>Try again</button>`;
  }
  if (!navigator.onLine) {
    return "You're offline. Messages will send when you reconnect.";
  }
  if (state === 'late') {
    return html`The server isn't responding <span aria-hidden="true">·</span>
      <button class="link" @click=${() => socket.reopen()}>Reconnect</button>`;
  }
  return since && longAgo(since) ? lostWords(state, at) : undefined;
}

function lostWords(state, at) {
  if (state !== 'waiting') {
    return state === 'connecting' ? 'Connecting…' : undefined;
  }
  const seconds = Math.max(1, Math.ceil((at - Date.now()) / 1_000));
  return html`<span aria-hidden="true">Reconnecting in ${seconds} s</span
    ><span class="sr-only">Connection lost, reconnecting</span> <span aria-hidden="true">·</span>
    <button class="link" @click=${() => socket.tryNow()}>Try now</button>`;
}

function unkeptWords() {
  return unsentStore.unkept && longAgo(unsentStore.unkept)
    ? "This browser can't save your unsent messages. Keep this tab open until they're sent."
    : undefined;
}

function longAgo(at) {
  return Date.now() - at >= UNNOTICED_MS;
}

customElements.define('connection-bar', ConnectionBar);
