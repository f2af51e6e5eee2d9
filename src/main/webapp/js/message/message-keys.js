import { inField, isComposing, isPlain, shortcutOf } from '../ui/key-press.js';
import { navigatesByKeyboard } from '../ui/navigation-mode.js';

const LETTERS = { r: 'reply', e: 'edit' };
const SIGNS = { '+': 'react' };
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** Arrow keys move from message to message. */
export function moveFocus(event, list) {
  const step = STEPS[event.key];
  if (!step || !isPlain(event) || isComposing(event) || !event.target.matches('.log, .message')) {
    return;
  }
  const rows = [...list.querySelectorAll('.message')];
  const at = rows.indexOf(event.target);
  const next = at < 0 ? rows.at(-1) : rows[at + step];
  if (next) {
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * The message that a key is meant for: the one that has the focus, or in which a button has it, if one went there
 * by keys. Whoever has clicked on it and types wants to write, and null is answered.
 */
export function messageOf(event) {
  const mine = isPlain(event) && !isComposing(event) && navigatesByKeyboard() && !inField(event.target);
  return mine ? event.target.closest('.message[data-seq]') : null;
}

/** What a key does with a message: `reply`, `edit`, `react`, or undefined. */
export function actOf(event) {
  const key = shortcutOf(event);
  return SIGNS[key] ?? (event.shiftKey ? undefined : LETTERS[key]);
}
