import { call } from '../api.js';
import { store } from '../store.js';

const PAGE = 50;
const loading = new Map(); // request -> promise

/** Loads a page of a room's history: `{before: seq}`, `{after: seq}` or `{around: seq}`. Asked twice, loaded once. */
export function loadPage(room, place) {
  const path = `api/chat/rooms/${room.id}/messages?${new URLSearchParams({ ...place, limit: PAGE })}`;
  if (!loading.has(path)) {
    const done = load(room.id, path).finally(() => loading.delete(path));
    loading.set(path, done);
  }
  return loading.get(path);
}

async function load(id, path) {
  const { messages } = await call('GET', path);
  if (messages.length > 0) {
    store.change(id, (room) => room.log.put(messages));
  }
}
