import { sameDay } from '../ui/time.js';

const TOGETHER_MS = 5 * 60_000;

/**
 * What stands in the list for some messages: days, and in each its rows, of kind `message`, `pending` or `new`
 * (the line where reading stopped). The first message of a group has `head`.
 *
 * @param items messages, and after them what is not sent yet, as `{entry, by, at, cid}`
 * @param before the message above the first, if it is known
 * @param newAfter the seq after which all is new, or null
 */
export function daysFor(items, { before, newAfter, myId }) {
  const days = [];
  let previous = before;
  let lineDue = newAfter !== null && (before?.seq ?? 0) <= newAfter;
  for (const item of items) {
    if (days.length === 0 || !sameDay(previous.at, item.at)) {
      days.push({ key: new Date(item.at).toDateString(), at: item.at, rows: [] });
      previous = previous && sameDay(previous.at, item.at) ? previous : undefined;
    }
    const { rows } = days.at(-1);
    if (lineDue && item.seq > newAfter && item.by.id !== myId) {
      lineDue = false;
      previous = undefined;
      rows.push({ kind: 'new', key: 'new' });
    }
    const kind = item.entry ? 'pending' : 'message';
    rows.push({ kind, key: keyOf(item, myId), item, head: !previous || !together(previous, item) });
    previous = item;
  }
  return days;
}

/** Entries of the outbox in the shape of messages, but for those that are among the messages already. */
export function unsent(entries, by, messages) {
  const here = new Set(messages.filter((message) => message.by.id === by.id).map(({ cid }) => cid));
  const missing = entries.filter(({ cid }) => !here.has(cid));
  return missing.map((entry) => ({ entry, by, at: entry.at, cid: entry.cid }));
}

// What one has sent keeps its row when it gets its number.
function keyOf({ cid, by, seq }, myId) {
  return cid && by.id === myId ? cid : seq;
}

function together(previous, item) {
  return previous.by.id === item.by.id && new Date(item.at) - new Date(previous.at) < TOGETHER_MS;
}
