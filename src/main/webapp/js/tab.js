import { BASE } from './base.js';

const PREFIX = `parley:${BASE}:tab:`;

/** A name for this tab, that no other has. */
export const thisTab = crypto.randomUUID?.() ?? String(Math.random());

const { locks } = navigator; // absent where the page is neither https nor localhost

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
