import { html } from '../lit.js';
import { DialogView } from '../ui/dialog-view.js';
import { icon } from '../ui/icon.js';
import { moment } from '../ui/time.js';

/** Shows a link that is told once. A click beside it does not close it, for then the link would be gone. */
export class LinkDialog extends DialogView {
  #shown = {};
  #note = '';

  /** `title`, `words` about whom it is for, and the `link` with its `expiresAt`. */
  tell(shown) {
    this.#shown = shown;
    this.open();
  }

  opening() {
    this.#note = '';
  }

  closed() {
    this.#shown = {};
    super.closed();
  }

  async submit() {
    this.close();
  }

  view() {
    const { title, words, link, expiresAt } = this.#shown;
    return this.dialog(
      { title: title ?? '', name: 'link-dialog', keeps: true },
      () => html`
        <form @submit=${this.send}>
          <p>${words}</p>
          <div class="link-row">
            <input readonly aria-label="Link" value=${link} dir="ltr" @focus=${({ target }) => target.select()} />
            <button type="button" autofocus @click=${this.#copy}>${icon('copy')} Copy</button>
          </div>
          <p class="fine">
            It works once, until <time datetime=${expiresAt}>${moment(expiresAt)}</time>. It is not shown again.
          </p>
          <footer>
            <p role="status" class="fine">${this.#note}</p>
            <button class="primary">Done</button>
          </footer>
        </form>
      `,
    );
  }

  // Not every browser copies, and none does where the page is neither https nor localhost.
  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#shown.link);
      this.#note = 'Copied';
    } catch {
      this.querySelector('input').focus();
      this.#note = 'The link is selected. Copy it with your keys.';
    }
    this.update();
  }
}

/** Shows a link by the dialog of the page. */
export function tellLink(shown) {
  document.querySelector('link-dialog').tell(shown);
}

customElements.define('link-dialog', LinkDialog);
