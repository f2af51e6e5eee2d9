import { html } from '../lit.js';

const HUES = 12; // as many as user-avatar.css has
const GRAPHEMES = new Intl.Segmenter();

/** The coloured initial of a person: the colour comes from the id, so it is the same everywhere. */
export function avatar({ id, name }, size = 'medium') {
  return html`<span class="avatar" data-hue=${hueOf(id)} data-size=${size} aria-hidden="true"
    >${initialOf(name)}</span
  >`;
}

function hueOf(id) {
  return Math.abs((Number(id) || 0) * 7) % HUES;
}

// An emoji counts as a whole; marks that are stacked on a letter are left off.
function initialOf(name = '') {
  const [first = { segment: '·' }] = GRAPHEMES.segment(name.trim());
  const grapheme = first.segment.normalize('NFC');
  return /\p{Extended_Pictographic}/u.test(grapheme) ? grapheme : [...grapheme][0].toLocaleUpperCase();
}
