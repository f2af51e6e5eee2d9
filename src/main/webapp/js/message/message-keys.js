const ACTS = { r: 'reply', e: 'edit', '+': 'react' };
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** Arrow keys move from message to message. */
export function moveFocus(event, list) {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !event.target.matches('.log, .message')) {
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

/** The message that a key is meant for: the one that has the focus, or in which a button has it. */
export function messageOf({ altKey, ctrlKey, metaKey, target }) {
  return altKey || ctrlKey || metaKey || target.matches('textarea, input')
    ? null
    : target.closest('.message[data-seq]');
}

/** What a key does with a message: `reply`, `edit`, `react`, or undefined. */
export function actOf({ key }) {
  return ACTS[key];
}
