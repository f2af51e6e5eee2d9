import { call } from '../api.js';

const PAGE = 50;

/** Where somebody is signed in, the last used first, a page at a time; `path` is of their sessions. */
export async function sessionPage(path, cursor) {
  const query = new URLSearchParams({ limit: PAGE, ...(cursor && { cursor }) });
  const { sessions, next } = await call('GET', `${path}?${query}`);
  return { items: sessions, next };
}
