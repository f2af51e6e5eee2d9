import { html, nothing, repeat } from '../lit.js';
import { icon } from '../ui/icon.js';
import { isComposing } from '../ui/key-press.js';
import { View } from '../view.js';
import { findEmoji } from './emoji.js';

const COLUMNS = 8;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };
const GAP_PX = 6;

/** A small choice of emoji, found by name, that floats beside what it is chosen for. */
export class EmojiPicker extends View {
  #query = '';
  #at = 0;
  #chosen = () => {};
  #shown = false;
  #opener;

  /** Opens beside `anchor`; `chosen(emoji)` is told. */
  open(anchor, chosen) {
    this.#query = '';
    this.#at = 0;
    this.#chosen = chosen;
    this.#shown = true;
    this.#opener = document.activeElement;
    this.draw();
    this.#box.showPopover();
    this.#place(anchor.getBoundingClientRect());
    this.querySelector('input').value = '';
    this.querySelector('input').focus();
  }

  view() {
    return html`
      <div class="emoji-picker" popover role="dialog" aria-label="Choose a reaction" @toggle=${this.#toggled}>
        ${this.#shown ? this.#content(findEmoji(this.#query)) : ''}
      </div>
    `;
  }

  get #box() {
    return this.firstElementChild;
  }

  #content(found) {
    return html`
      <label class="search">
        ${icon('search')}
        <input
          role="combobox"
          aria-label="Search emoji"
          aria-expanded="true"
          aria-controls="emoji-found"
          aria-activedescendant=${found.length ? `emoji-${this.#at}` : nothing}
          placeholder="Search emoji"
          autocomplete="off"
          @input=${this.#typed}
          @keydown=${(event) => this.#pressed(event, found)}
        />
      </label>
      <div id="emoji-found" role="listbox" aria-label="Emoji">
        ${repeat(
          found,
          ({ emoji }) => emoji,
          ({ emoji, name }, index) => html`
            <button
              id="emoji-${index}"
              role="option"
              class="emoji"
              tabindex="-1"
              aria-label=${name}
              title=${name}
              aria-selected=${index === this.#at}
              @click=${() => this.#choose(emoji)}
            >
              ${emoji}
            </button>
          `,
        )}
      </div>
      <p class="fine" aria-live="polite">${found[this.#at]?.name ?? 'No emoji is called that.'}</p>
    `;
  }

  #typed(event) {
    this.#query = event.target.value;
    this.#at = 0;
    this.update();
  }

  #pressed(event, found) {
    event.stopPropagation(); // Escape closes this, and means nothing to the messages below
    if (isComposing(event)) {
      return; // the arrows choose among candidates, and Enter takes one
    }
    const step = STEPS[event.key];
    if (step && (event.target.value === '' || !event.key.match(/Left|Right/))) {
      event.preventDefault();
      this.#at = Math.min(Math.max(0, this.#at + step), Math.max(0, found.length - 1));
      this.update();
      queueMicrotask(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && found[this.#at]) {
      event.preventDefault();
      this.#choose(found[this.#at].emoji);
    }
  }

  #choose(emoji) {
    this.#box.hidePopover();
    this.#chosen(emoji);
  }

  #toggled(event) {
    if (event.newState === 'closed') {
      this.#shown = false;
      this.update();
      this.#opener?.focus({ preventScroll: true });
    }
  }

  // Below what it belongs to, or above where there is no space; never out of the window.
  #place(anchor) {
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const below = anchor.bottom + GAP_PX;
    const top = below + height <= innerHeight ? below : Math.max(GAP_PX, anchor.top - GAP_PX - height);
    const left = Math.min(Math.max(GAP_PX, anchor.right - width), innerWidth - width - GAP_PX);
    Object.assign(this.#box.style, { top: `${top}px`, left: `${left}px` });
  }
}

customElements.define('emoji-picker', EmojiPicker);
