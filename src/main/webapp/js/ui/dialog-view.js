import { html } from '../lit.js';
import { icon } from './icon.js';
import { focusIsLost, placeOfFocus } from './focus.js';
import { FormView } from './form-view.js';

/** An element that keeps one `<dialog>` and draws what is in it only while it is open. */
export class DialogView extends FormView {
  shown = false;
  #comesFrom; // what had the focus, and what that stood in

  open() {
    this.#comesFrom = placeOfFocus();
    this.forgetErrors();
    this.shown = true;
    this.opening();
    this.draw();
    const dialog = this.querySelector('dialog');
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  close() {
    this.querySelector('dialog').close();
  }

  /** What is done each time before it is drawn. */
  opening() {}

  /** `title`, `name` for the stylesheet, and `keeps` where a click beside it must not close it. */
  dialog({ title, name, keeps = false }, content) {
    return html`
      <dialog
        class=${name}
        aria-label=${title}
        closedby=${keeps ? 'closerequest' : 'any'}
        @close=${this.closed}
        @click=${this.clicked}
      >
        ${
          this.shown
            ? html`<header>
                  <h2>${title}</h2>
                  <button type="button" class="icon-button" aria-label="Close" @click=${this.close}>
                    ${icon('close')}
                  </button>
                </header>
                ${content()}`
            : ''
        }
      </dialog>
    `;
  }

  // The browser gives the focus back, if what had it is still there. If not, one goes on where it was.
  closed() {
    this.shown = false;
    this.update();
    if (focusIsLost() || this.contains(document.activeElement)) {
      this.#comesFrom?.focus();
    }
  }

  // For browsers without closedby: a click beside the box is a click on the dialog itself.
  clicked(event) {
    const { localName } = event.target;
    if (localName === 'dialog' && closesOutside(event.target) && outside(event, event.target)) {
      this.close();
    }
  }
}

function closesOutside(dialog) {
  return dialog.getAttribute('closedby') === 'any';
}

function outside({ clientX, clientY }, box) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
