import { html, nothing } from '../lit.js';
import { icon } from './icon.js';

/** A field to look for something in, which `typed` hears of as one types. */
export function searchField({ label, typed, value, autofocus = false }) {
  return html`
    <label class="search">
      ${icon('search')}<span class="sr-only">${label}</span>
      <input
        type="search"
        placeholder=${label}
        ?autofocus=${autofocus}
        autocomplete="off"
        dir="auto"
        value=${value ?? nothing}
        @input=${typed}
      />
    </label>
  `;
}
