import { store } from './store.js';

const PAGES = [
  [/^$/, () => ({ name: 'home' })],
  [/^rooms\/(\d+)$/, ([, room]) => ({ name: 'room', room: Number(room) })],
  [/^rooms\/(\d+)\/(\d+)$/, ([, room, seq]) => ({ name: 'room', room: Number(room), seq: Number(seq) })],
  [/^settings$/, () => ({ name: 'settings' })],
  [/^sign-in$/, () => ({ name: 'sign-in' })],
  [/^sign-up$/, () => ({ name: 'sign-up' })],
  [/^new-password$/, () => ({ name: 'new-password' })],
  [/^admin$/, (_, asked) => ({ name: 'people', query: asked.get('query') ?? '' })],
  [/^admin\/users\/(\d+)$/, ([, person]) => ({ name: 'person', person: Number(person) })],
  [/^admin\/audit$/, (_, asked) => ({ name: 'audit', action: asked.get('action'), user: asked.get('user') })],
];

/** Follows the address bar; every state of the page has an address below the base. */
export function startRouter() {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', follow);
  document.addEventListener('click', followLink);
  follow();
}

/** Goes to `path`, which is relative to the base. */
export function go(path, { replace = false, state = null } = {}) {
  const url = new URL(path, document.baseURI);
  history[replace ? 'replaceState' : 'pushState'](state, '', url);
  follow();
}

/** Puts `path` into the address bar, for a reload and for whoever comes back; nobody goes anywhere. */
export function noteAddress(path) {
  history.replaceState(history.state, '', new URL(path, document.baseURI));
}

/** The page that an address inside Parley stands for, or undefined. */
export function pageAt(url) {
  const base = new URL(document.baseURI);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) {
    return undefined;
  }
  const path = url.pathname.slice(base.pathname.length);
  const [pattern, page] = PAGES.find(([candidate]) => candidate.test(path)) ?? [];
  return pattern && { ...page(pattern.exec(path), url.searchParams), show: url.searchParams.get('show') };
}

function follow() {
  store.moved(pageAt(new URL(location.href)) ?? { name: 'lost' });
}

function followLink(event) {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || !pageAt(new URL(link.href))) {
    return;
  }
  event.preventDefault();
  go(link.href, { replace: link.href === location.href });
}
