import { store } from '../store.js';

const PREFIX = 'parley.draft.';
const keyOf = (room) => `${PREFIX}${store.user?.id}.${room}`;

/** What was begun in each room. It outlives a reload, and is forgotten on signing out. */
export const drafts = {
  of(room) {
    try {
      return localStorage.getItem(keyOf(room)) ?? '';
    } catch {
      return '';
    }
  },

  keep(room, text) {
    try {
      if (text) {
        localStorage.setItem(keyOf(room), text);
      } else {
        localStorage.removeItem(keyOf(room));
      }
    } catch {
      // storage is off or full: the draft lives as long as the composer
    }
  },

  clear() {
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      // nothing was kept
    }
  },
};
