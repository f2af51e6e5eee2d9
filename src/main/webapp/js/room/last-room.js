import { go } from '../router.js';
import { store } from '../store.js';

const SIDE_BY_SIDE = matchMedia('(min-width: 720px)');
const keyOf = () => `parley.last-room.${store.user.id}`;

/** Remembers the open room, and returns to it when the page is opened without saying where to go. */
export function rememberLastRoom() {
  let arrived = false;
  store.addEventListener('session', () => (arrived = false));
  store.addEventListener('route', () => {
    arrived ||= store.ready;
    keep(store.route.room);
  });
  store.addEventListener('ready', () => {
    if (!arrived && store.route.name === 'home' && SIDE_BY_SIDE.matches && store.rooms.get(kept())?.role) {
      go(`rooms/${kept()}`, { replace: true });
    }
    arrived = true;
  });
}

function kept() {
  try {
    return Number(localStorage.getItem(keyOf()));
  } catch {
    return undefined;
  }
}

function keep(room) {
  try {
    if (store.user && store.rooms.get(room)?.role) {
      localStorage.setItem(keyOf(), room);
    }
  } catch {
    // storage is off: one starts at the list
  }
}
