const NAMES = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** By name, so that a room is always found in the same place. */
export function byName(a, b) {
  return NAMES.compare(a.name, b.name) || a.id - b.id;
}

/** For going somewhere quickly: rooms with something new first, then the name. */
export function byNews(a, b) {
  return Number(b.unread > 0) - Number(a.unread > 0) || byName(a, b);
}

/** Whether every word of `query` begins a word of the name or stands in it. */
export function matches(room, query) {
  const name = folded(room.name);
  return folded(query)
    .split(/\s+/u)
    .every((word) => name.includes(word));
}

function folded(text) {
  // by way of capitals, where ß is SS; in no language's own manner, for the server has none either
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}
