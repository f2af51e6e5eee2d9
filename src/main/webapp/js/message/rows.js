import { sameDay } from '../ui/time.js';

const TOGETHER_MS = 5 * 60_000;

/**
 * What stands in the list for some messages: a line for each day, one where reading stopped, and the messages,
 * of which the first of each group has `head`.
 *
 * @param before the message above the first, if it is known
 * @param newAfter the seq after which all is new, or null
 */
export function rowsFor(messages, { before, newAfter, myId }) {
  const rows = [];
  let previous = before;
  let lineDue = newAfter !== null && (before?.seq ?? 0) <= newAfter;
  for (const message of messages) {
    const apart = [];
    if (!previous || !sameDay(previous.at, message.at)) {
      apart.push({ kind: 'day', key: `day-${new Date(message.at).toDateString()}`, at: message.at });
    }
    if (lineDue && message.seq > newAfter && message.by.id !== myId) {
      lineDue = false;
      apart.push({ kind: 'new', key: 'new' });
    }
    const head = apart.length > 0 || !together(previous, message);
    rows.push(...apart, { kind: 'message', key: keyOf(message, myId), message, head });
    previous = message;
  }
  return rows;
}

// What one has sent keeps its row when it gets its number.
function keyOf(message, myId) {
  return message.cid && message.by.id === myId ? message.cid : message.seq;
}

function together(previous, message) {
  return previous.by.id === message.by.id && new Date(message.at) - new Date(previous.at) < TOGETHER_MS;
}
