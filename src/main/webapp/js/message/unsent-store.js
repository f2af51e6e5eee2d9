import { alive, thisTab } from '../tab.js';
import { UnsentDatabase } from './unsent-database.js';

const AGAIN_MS = 2_000;

/**
 * What is not sent yet, on disk. Each entry belongs to the tab that will send it; what a closed or crashed tab
 * has left behind goes to the one that asks first. What the disk did not take is tried again until it does: `unkept`
 * tells since when there is something that only this tab has.
 */
class UnsentStore {
  unkept; // ms since 1970, or undefined
  #database = new UnsentDatabase();
  #due = new Map(); // cid -> the entry that is to be on the disk, or null for none
  #timer;

  put(entry) {
    this.#due.set(entry.cid, { ...entry, tab: thisTab });
    return this.#write();
  }

  remove(cid) {
    this.#due.set(cid, null);
    return this.#write();
  }

  /** Whether something would be lost with this tab. */
  get writing() {
    return [...this.#due.values()].some(Boolean);
  }

  /** Makes this tab the owner of what this user wrote in tabs that are gone, in the order of writing. */
  async takeOver(user) {
    const tabs = await alive();
    const taken = [];
    await this.#quietly((entries) => {
      entries.getAll().onsuccess = ({ target }) => {
        const left = target.result.filter((entry) => entry.user === user && !tabs.has(entry.tab));
        left.forEach((entry) => entries.put({ ...entry, tab: thisTab }));
        taken.push(...left);
      };
    });
    return taken; // by cid, which sort by time
  }

  /** Forgets all that this user wrote, in every tab. */
  forget(user) {
    this.#due.clear();
    this.unkept = undefined;
    return this.#quietly((entries) => {
      entries.getAll().onsuccess = ({ target }) =>
        target.result.filter((entry) => entry.user === user).forEach(({ cid }) => entries.delete(cid));
    });
  }

  // Twice the same does no harm, and transactions are done in order.
  async #write() {
    clearTimeout(this.#timer);
    const due = [...this.#due];
    const done = await this.#quietly((entries) =>
      due.forEach(([cid, entry]) => (entry ? entries.put(entry) : entries.delete(cid))),
    );
    if (done) {
      due.filter(([cid, entry]) => this.#due.get(cid) === entry).forEach(([cid]) => this.#due.delete(cid));
    } else if (this.#due.size > 0) {
      this.#timer = setTimeout(() => this.#write(), AGAIN_MS);
    }
    this.unkept = !done && this.writing ? (this.unkept ?? Date.now()) : undefined;
  }

  async #quietly(act) {
    try {
      await this.#database.use(act);
      return true;
    } catch (problem) {
      console.info('Unsent messages could not be kept on this device.', problem);
      return false;
    }
  }
}

export const unsentStore = new UnsentStore();
