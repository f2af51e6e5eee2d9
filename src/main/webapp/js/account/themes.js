import { html } from '../lit.js';

const THEMES = [
  ['system', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** The choice of a theme, below the heading with the id `title`. */
export function themes(title) {
  return html`<div class="themes" role="radiogroup" aria-labelledby=${title}>${THEMES.map(theme)}</div>`;
}

function theme([value, label]) {
  const { parleyTheme } = globalThis;
  return html`
    <label class="theme" data-look=${value}>
      <input
        type="radio"
        name="theme"
        value=${value}
        ?checked=${parleyTheme.current === value}
        @change=${() => parleyTheme.choose(value)}
      />
      <span class="sample" aria-hidden="true"><i></i><i></i><i></i></span>
      ${label}
    </label>
  `;
}
