import { inField, isPlain } from './key-press.js';

const ARROWS = new Set(['ArrowUp', 'ArrowDown']);
let byKeyboard = false;

// Before anybody else hears of it, and whoever keeps it to themselves.
addEventListener('pointerdown', () => (byKeyboard = false), { capture: true });
addEventListener('keydown', (event) => (byKeyboard ||= navigates(event)), { capture: true });

function navigates(event) {
  return isPlain(event) && (event.key === 'Tab' || (ARROWS.has(event.key) && !inField(event.target)));
}

/** Whether one has come to what has the focus by keys: a click on a message is no reason to take letters for commands. */
export function navigatesByKeyboard() {
  return byKeyboard;
}
