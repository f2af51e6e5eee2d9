import { BASE } from '../base.js';

const UNSENT = 'unsent';

/** The disk of this browser. One that failed, or was closed by the browser or by a newer page, is opened anew. */
export class UnsentDatabase {
  #opening;

  /** Lets `act` use the entries in one transaction, which is on the disk when this is done. */
  async use(act) {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    try {
      const transaction = (await opening).transaction(UNSENT, 'readwrite');
      const done = ended(transaction);
      act(transaction.objectStore(UNSENT));
      await done;
    } catch (problem) {
      this.#forget(opening);
      throw problem;
    }
  }

  async #open() {
    const database = await opened();
    const opening = this.#opening;
    database.onversionchange = database.onclose = () => this.#forget(opening);
    return database;
  }

  // Somebody who uses it in this moment finishes first.
  #forget(opening) {
    this.#opening = this.#opening === opening ? undefined : this.#opening;
    opening.then(
      (database) => database.close(),
      () => {},
    );
  }
}

function opened() {
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
