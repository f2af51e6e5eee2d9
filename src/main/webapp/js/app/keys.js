import { go } from '../router.js';
import { roomHref } from '../room/details-state.js';
import { byName } from '../room/room-order.js';
import { store } from '../store.js';
import { show } from '../ui/dialog.js';
import { inField, isCommand, isComposing, isPlain, isWriting, shortcutOf } from '../ui/key-press.js';
import { navigatesByKeyboard } from '../ui/navigation-mode.js';

/** What `?` shows; the list and the handling stand side by side so that they stay one. */
export const KEYS = [
  ['Ctrl K', 'Go to a room'],
  ['Alt ↑ ↓', 'Previous or next room'],
  ['Alt Shift ↑ ↓', 'Previous or next unread room'],
  ['Enter', 'Send'],
  ['Shift Enter', 'New line'],
  ['Esc', 'Leave the composer, or go to the newest message'],
  ['↑ ↓', 'Move through messages'],
  ['r', 'Reply to the message'],
  ['e', 'Edit it, if it is yours'],
  ['+', 'React to it'],
  ['↑', 'Edit your last message, from the empty composer'],
  ['?', 'These keys'],
];

export function handleKey(event) {
  if (event.defaultPrevented || document.querySelector('dialog[open]:not(:has(.switcher))')) {
    return;
  }
  const act = isComposing(event) ? undefined : actionFor(event);
  if (act) {
    event.preventDefault();
    act();
  } else if (isWriting(event) && !isTaken(event.target)) {
    document.querySelector('message-composer')?.focus(); // the key itself then lands in it
  }
}

function actionFor(event) {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  if (isCommand(event) && shortcutOf(event) === 'k') {
    return () => show('quick-switcher');
  }
  if (altKey && !ctrlKey && !metaKey && (key === 'ArrowUp' || key === 'ArrowDown') && !holdsText(target)) {
    return () => step(key === 'ArrowUp' ? -1 : 1, shiftKey);
  }
  if (isPlain(event) && shortcutOf(event) === '?' && !inField(target)) {
    return () => show('key-help');
  }
  if (key === 'Escape' && target.closest('message-list')) {
    return leaveLog;
  }
  return undefined;
}

// From the open room on, and around at the end.
function step(by, unreadOnly) {
  const rooms = store.joined.sort(byName);
  const at = rooms.findIndex(({ id }) => id === store.route.room);
  const after = by > 0 ? rooms.slice(at + 1) : rooms.slice(at + 1).reverse();
  const before = by > 0 ? rooms.slice(0, Math.max(at, 0)) : rooms.slice(0, Math.max(at, 0)).reverse();
  const order = by > 0 ? [...after, ...before] : [...before, ...after];
  const next = order.find((room) => !unreadOnly || room.unread > 0);
  if (next) {
    go(roomHref(next.id));
  }
}

function leaveLog() {
  document.querySelector('message-list').toEnd();
  document.querySelector('message-composer')?.focus();
}

// Alt and an arrow move within a text, or open a list.
function holdsText(target) {
  return inField(target) && (target.matches('select') || target.value !== '');
}

// A button that was clicked keeps the focus, and has no use for letters.
function isTaken(target) {
  return inField(target) || target.closest('dialog, [popover]') || (navigatesByKeyboard() && target.closest('button, a'));
}
