import { html, nothing } from '../lit.js';
import { icon } from '../ui/icon.js';
import { edits } from './edits.js';

const LENGTH = 160;

/** Stands under a message of which an edit was begun, and leads back to it. */
export function unsavedEdit(room, { seq, deleted }) {
  const begun = edits.of(room, seq);
  if (!begun) {
    return nothing;
  }
  return html`
    <p class="unsaved" data-testid="unsaved-edit">
      ${icon('pencil')}
      <span class="said">Unsaved edit: <bdi>${begun.text.slice(0, LENGTH)}</bdi></span>
      ${
        deleted
          ? html`<button class="link" @click=${tell('take-text', () => takeOut(room, seq))}>Move to composer</button>`
          : html`<button class="link" @click=${tell('edit-on', () => seq)}>Continue editing</button>`
      }
      <button class="link" @click=${() => edits.drop(room, seq)}>Discard</button>
    </p>
  `;
}

function takeOut(room, seq) {
  const { text } = edits.of(room, seq);
  edits.drop(room, seq);
  return text;
}

function tell(type, detail) {
  return ({ target }) => target.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: detail() }));
}
