const held = new Map(); // page -> secret

/**
 * The secret of a link such as `sign-up#…`, if one was opened. It is taken out of the address bar at once, where
 * others may read it and the history keeps it, and lives on here.
 */
export function secretFor(page) {
  const secret = location.hash.slice(1);
  if (secret) {
    history.replaceState(history.state, '', location.pathname + location.search);
    held.set(page, secret);
  }
  return held.get(page);
}

/** It is used, so that it is no good any more. */
export function forgetSecret(page) {
  held.delete(page);
}
