import { store } from '../store.js';
import { alive, alone, earlierName, thisTab } from '../tab.js';

/**
 * What was begun and is neither sent nor thrown away. It belongs to the tab in which it was begun, so that two tabs can
 * be at two things, and outlives a reload. What a closed tab has left goes to the one that asks first. It is forgotten
 * on signing out.
 */
export class KeptTexts {
  #prefix;
  #mine = new Map(); // name -> what was begun in this tab, by whoever is signed in

  /** `kind` has no full stop in it, and neither have the keys. */
  constructor(kind) {
    this.#prefix = `parley.${kind}.`;
    store.addEventListener('session', () => store.user || this.#mine.clear());
  }

  of(key) {
    return this.#mine.get(this.#name(key));
  }

  /** `undefined` forgets it. */
  keep(key, value) {
    const name = this.#name(key);
    if (value === undefined) {
      this.#mine.delete(name);
      quietly(() => localStorage.removeItem(name));
    } else {
      this.#mine.set(name, value);
      quietly(() => localStorage.setItem(name, JSON.stringify({ at: Date.now(), value })));
    }
  }

  /**
   * Makes this tab the owner of what was begun under the keys that are `wanted`: before a reload, or else in a tab that
   * is gone. Each key has one; the newest comes first. True if there was something.
   */
  takeOver(wanted) {
    return alone('begun', async () => {
      const [earlier, tabs] = [await earlierName, await alive()];
      const left = this.#stored()
        .filter(({ key, tab }) => wanted(key) && (tab === thisTab || !tabs.has(tab)) && this.of(key) === undefined)
        .sort((a, b) => (b.tab === earlier) - (a.tab === earlier) || b.at - a.at);
      for (const { name, key, value } of left.filter((one, at) => left.findIndex(({ key }) => key === one.key) === at)) {
        quietly(() => localStorage.removeItem(name));
        this.keep(key, value);
      }
      return left.length > 0;
    });
  }

  /** Forgets all of it, whoever began it, in every tab. */
  clear() {
    this.#mine.clear();
    quietly(() => names(this.#prefix).forEach((name) => localStorage.removeItem(name)));
  }

  #name(key, tab = thisTab) {
    return `${this.#prefix}${store.user?.id}.${key}.${tab}`;
  }

  #stored() {
    const mine = `${this.#prefix}${store.user?.id}.`;
    return (quietly(() => names(mine)) ?? []).flatMap((name) => {
      const [key, ...tab] = name.slice(mine.length).split('.');
      const { at, value } = quietly(() => JSON.parse(localStorage.getItem(name))) ?? {};
      return value === undefined ? [] : [{ name, key, tab: tab.join('.'), at, value }];
    });
  }
}

function names(prefix) {
  return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
}

// Where storage is off or full, what was begun lives as long as the tab.
function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
