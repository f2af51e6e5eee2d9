const KEY = 'parley.session';

/**
 * Whether it is worth asking the server to go on with a session. The cookie cannot be seen from here;
 * this note only spares new visitors a question whose answer is no. It holds no secret.
 */
export function hasSession() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true; // cannot know, so ask
  }
}

export function rememberSession() {
  write((storage) => storage.setItem(KEY, 'yes'));
}

export function forgetSession() {
  write((storage) => storage.removeItem(KEY));
}

function write(act) {
  try {
    act(localStorage);
  } catch {
    // storage is off; hasSession copes
  }
}
