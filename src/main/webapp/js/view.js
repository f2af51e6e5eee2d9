import { render } from './lit.js';

/** An element that draws its `view()` again when something that it watches has changed. */
export class View extends HTMLElement {
  #due = false;
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    this.connected();
    this.draw();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.disconnected();
  }

  /** Hears events of `target` for as long as the element is in the document. */
  watch(target, type, heard = () => this.update(), options = {}) {
    target.addEventListener(type, heard, { ...options, signal: this.#leaving.signal });
  }

  /** Draws once at the end of the current task, however often it is asked. */
  update() {
    if (this.#due) {
      return;
    }
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) {
        this.draw();
      }
    });
  }

  draw() {
    render(this.view(), this, { host: this });
  }

  connected() {}

  disconnected() {}
}
