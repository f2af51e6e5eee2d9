import { BASE } from '../base.js';
import { alive, thisTab } from '../tab.js';

const UNSENT = 'unsent';

/**
 * What is not sent yet, on disk. Each entry belongs to the tab that will send it; what a closed or crashed tab
 * has left behind goes to the one that asks first. Where there is no disk to write to, nothing is kept.
 */
class UnsentStore {
  writing = 0; // how much of it is on its way to the disk
  #database;

  put(entry) {
    return this.#quietly((entries) => entries.put({ ...entry, tab: thisTab }));
  }

  remove(cid) {
    return this.#quietly((entries) => entries.delete(cid));
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
    return this.#quietly((entries) => {
      entries.getAll().onsuccess = ({ target }) =>
        target.result.filter((entry) => entry.user === user).forEach(({ cid }) => entries.delete(cid));
    });
  }

  async #quietly(act) {
    this.writing++;
    try {
      this.#database ??= open();
      const transaction = (await this.#database).transaction(UNSENT, 'readwrite');
      const done = ended(transaction);
      act(transaction.objectStore(UNSENT));
      await done;
    } catch (problem) {
      console.info('Unsent messages are not kept on this device.', problem);
    }
    this.writing--;
  }
}

function open() {
  const request = indexedDB.open(`parley:${BASE}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(UNSENT, { keyPath: 'cid' });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

export const unsentStore = new UnsentStore();
