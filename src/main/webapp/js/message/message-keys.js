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
