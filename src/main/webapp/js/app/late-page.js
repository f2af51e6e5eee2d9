import { html } from '../lit.js';
import { door } from '../session/door.js';
import { View } from '../view.js';

const PARTS = {
  settings: {
    load: () => import('../account/settings.js'),
    page: html`<settings-page></settings-page>`,
  },
  admin: {
    load: () => import('../admin/admin.js'),
    page: html`<admin-page></admin-page>`,
  },
};

/** A page that few open: its scripts come when somebody does. */
export class LatePage extends View {
  #part;
  #missing = false;

  set part(name) {
    if (name !== this.#part) {
      this.#part = name;
      this.#load(name);
    }
  }

  view() {
    return this.#missing ? missing() : PARTS[this.#part].page;
  }

  async #load(name) {
    this.#missing = false;
    this.update();
    door(); // beside the scripts, for these pages wait for it
    try {
      await PARTS[name].load();
    } catch (problem) {
      if (problem instanceof SyntaxError) {
        globalThis.parleyTellTooOld();
        return;
      }
      this.#missing = name === this.#part;
      this.update();
    }
  }
}

// The server is away, or was replaced by one that has other scripts; browsers do not ask for a script twice.
function missing() {
  return html`<main class="room-page">
    <div class="empty" role="alert">
      <h1>This page did not come</h1>
      <p>The server may be restarting, or your connection may be down.</p>
      <p><button @click=${() => location.reload()}>Reload</button></p>
    </div>
  </main>`;
}

customElements.define('late-page', LatePage);
