import { html } from '../lit.js';
import { DialogView } from '../ui/dialog-view.js';
import { MAC } from '../ui/key-press.js';
import { KEYS } from './keys.js';

/** The keys, shown by `?`. */
export class KeyHelp extends DialogView {
  view() {
    return this.dialog(
      { title: 'Keys', name: 'key-help' },
      () => html`
        <dl>
          ${KEYS.map(
            ([keys, meaning]) =>
              html`<div>
                <dt>${keys.split(' ').map((key) => html`<kbd>${local(key)}</kbd>`)}</dt>
                <dd>${meaning}</dd>
              </div>`,
          )}
        </dl>
      `,
    );
  }
}

function local(key) {
  return MAC ? ({ Ctrl: '⌘', Alt: '⌥' }[key] ?? key) : key;
}

customElements.define('key-help', KeyHelp);
