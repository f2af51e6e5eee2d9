import { svg, html } from '../lit.js';

// Drawn for 20 px with a line of 1.5.
const PATHS = {
  hash: 'M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.5 7.5h13.5M3 12.5h13.5',
  lock: 'M5.5 9h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM7 9V6.5a3 3 0 0 1 6 0V9',
  plus: 'M10 4v12M4 10h12',
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM13.5 13.5 17 17',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5M13 4a3 3 0 0 1 0 5.5M15 12.5c1.9.6 3 2 3 4',
  back: 'M12.5 4 6.5 10l6 6',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M10 4v12M4.5 10.5 10 16l5.5-5.5',
  send: 'M3.5 10 3 3.5 17.5 10 3 16.5 3.5 10Zm0 0H9',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.5 2',
  alert: 'M10 3 18 16.5H2L10 3ZM10 8v4M10 14.2v.3',
  gear: 'M3 6h7M14 6h3M3 14h3M10 14h7M10 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM6 14a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  leave: 'M8 3.5H4.5v13H8M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  keys: 'M3 5.5h14v9H3zM6 8.5h.01M9 8.5h.01M12 8.5h.01M14.5 8.5h.01M6.5 11.7h7',
  add: 'M8.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 16.5c0-3 2.5-4.5 5.5-4.5 1.2 0 2.3.2 3.2.7M15 11.5v5M12.5 14h5',
  compass: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM13 7l-1.8 4.2L7 13l1.8-4.2L13 7Z',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 11.5c.6 1.4 1.7 2 3 2s2.4-.6 3-2M7.7 8h.01M12.3 8h.01',
  reply: 'M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1.5',
  pencil: 'M4 16l.8-3.2L13.5 4a1.4 1.4 0 0 1 2 0l.5.5a1.4 1.4 0 0 1 0 2L7.2 15.2 4 16ZM12 5.5 14.5 8',
  bin: 'M4 5.5h12M8 5.5V4a.8.8 0 0 1 .8-.8h2.4A.8.8 0 0 1 12 4v1.5M5.5 5.5l.7 10a1.2 1.2 0 0 0 1.2 1.1h5.2a1.2 1.2 0 0 0 1.2-1.1l.7-10M8.5 8.5v5M11.5 8.5v5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.9-2.9a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.9 2.9a3 3 0 0 0 4.2 4.2l1-1',
  chevron: 'M6 8l4 4 4-4',
  screen: 'M3 4.5h14v9H3zM10 13.5v3M6.5 16.5h7',
  phone: 'M6.5 2.5h7a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM9 14.8h2',
  shield: 'M10 2.8 16 5v4.5c0 3.7-2.5 6.3-6 7.7-3.5-1.4-6-4-6-7.7V5l6-2.2Z',
  copy: 'M7.5 7.5h8.5v9H7.5zM12.5 7.5v-4H4v9h3.5',
  check: 'M4 10.5 8 14.5 16 5.5',
};

/** One icon of the set. It says nothing to readers: the control around it has a label. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${svg`<path d=${PATHS[name]} />`}</svg>`;
}

/** The sign of the house: a speech bubble that is a p. */
export function mark() {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M7 22V10.5a5.75 5.75 0 1 1 5.75 5.75" />
  </svg>`;
}
