import { html, nothing } from '../lit.js';
import { View } from '../view.js';

/** An element whose buttons do one thing at a time, and that says where it stands what did not work. */
export class ActView extends View {
  busy = false;
  #problem;

  get trouble() {
    return this.#problem ? html`<p class="error notice" role="alert">${this.#problem.message}</p>` : nothing;
  }

  /** Does something, if nothing else is under way; true if it is done. */
  async act(what) {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.#problem = undefined;
    this.update();
    try {
      await what();
    } catch (problem) {
      this.#problem = problem;
    }
    this.busy = false;
    this.update();
    return !this.#problem;
  }
}
