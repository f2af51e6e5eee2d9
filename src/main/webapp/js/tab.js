import { BASE } from './base.js';

const PREFIX = `parley:${BASE}:tab:`;
const NAME = 'parley.tab';
const CLOSING_MS = 1_000; // the page before a reload may take that long to go

/** A name for this tab, that no other has. It is another one after a reload. */
export const thisTab = crypto.randomUUID?.() ?? String(Math.random());

const { locks } = navigator; // absent where the page is neither https nor localhost

/**
 * What this tab was called before it was reloaded. Undefined for a new one, and for the copy of a tab that is still
 * open: a browser copies what it knows of a tab, too.
 */
export const earlierName = gone(rename());

// Held until the tab is closed, or dies.
const holding = locks
  ? new Promise((held) => {
      locks.request(PREFIX + thisTab, () => {
        held();
        return new Promise(() => {});
      });
    })
  : Promise.resolve();

/** The names of the tabs that are open; only of this one where nobody can know. */
export async function alive() {
  await holding;
  const { held } = (await locks?.query()) ?? { held: [] };
  const tabs = held.filter(({ name }) => name.startsWith(PREFIX)).map(({ name }) => name.slice(PREFIX.length));
  return new Set([...tabs, thisTab]);
}

/** Does something that only one tab may do at a time. */
export function alone(what, act) {
  return locks ? locks.request(`parley:${BASE}:${what}`, act) : act();
}

function rename() {
  try {
    const earlier = sessionStorage.getItem(NAME);
    sessionStorage.setItem(NAME, thisTab);
    return earlier ?? undefined;
  } catch {
    return undefined; // storage is off, and nothing is kept
  }
}

async function gone(tab) {
  if (!tab || !locks) {
    return tab;
  }
  try {
    return await locks.request(PREFIX + tab, { signal: AbortSignal.timeout(CLOSING_MS) }, () => tab);
  } catch {
    return undefined;
  }
}
