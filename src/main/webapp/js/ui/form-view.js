import { html, nothing } from '../lit.js';
import { View } from '../view.js';

/** A form that sends itself once at a time and shows what the server says is wrong, field by field. */
export class FormView extends View {
  busy = false;
  #errors = new Map();
  #notice = '';

  /** Sends `values`; a Problem that it throws is shown. */
  async submit(values) {
    throw new Error(`nothing is done with ${Object.keys(values)}`);
  }

  /** The field at fault where the server names none, or undefined. */
  fieldOf(problem) {
    return undefined;
  }

  error(name) {
    return this.#errors.get(name);
  }

  get notice() {
    return this.#notice ? html`<p class="error notice" role="alert">${this.#notice}</p>` : nothing;
  }

  forgetErrors() {
    this.#errors = new Map();
    this.#notice = '';
  }

  send = async (event) => {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.#start();
    try {
      await this.submit(Object.fromEntries(new FormData(event.target)));
    } catch (problem) {
      this.#fail(problem);
    }
    this.busy = false;
    this.update();
  };

  #start() {
    this.busy = true;
    this.forgetErrors();
    this.update();
  }

  #fail(problem) {
    const known = (problem.errors ?? []).filter(({ field }) => this.querySelector(`[name="${CSS.escape(field)}"]`));
    const culprit = this.fieldOf(problem);
    this.#errors = new Map(known.map(({ field, message }) => [field, message]));
    if (culprit && known.length === 0) {
      this.#errors.set(culprit, problem.message);
    }
    this.#notice = this.#errors.size ? '' : problem.message;
    queueMicrotask(() => queueMicrotask(() => this.querySelector('[aria-invalid]')?.focus()));
  }
}
