import { BASE } from '../base.js';
import { store } from '../store.js';
import { rememberSession } from './session-hint.js';

const SIGNED_IN = '#signed-in';
const REFUSED = () =>
  'That did not sign you in: it was refused, or it took too long. Please try again, or ask an administrator.';
const FAILURES = new Map([
  ['refused', REFUSED],
  ['disabled', () => 'Your account is disabled here. Please ask an administrator of this server.'],
  ['unavailable', (name) => `Parley cannot reach ${name} at the moment. Please try again in a few minutes.`],
]);

/** Where somebody signs in elsewhere; the browser comes back to the room that was asked for. */
export function signOnHref() {
  const asked = store.route.name === 'room' ? location.pathname.slice(BASE.length) : '';
  return asked ? `api/session/sign-on?${new URLSearchParams({ to: asked })}` : 'api/session/sign-on';
}

/** Takes note of a session, if the address says that the browser comes back with one. */
export function comeBack() {
  if (location.hash === SIGNED_IN) {
    history.replaceState(history.state, '', location.pathname + location.search);
    rememberSession();
  }
}

/**
 * Why the browser comes back without a session, as a sentence about whoever has the `name`; undefined if it does not.
 * It is taken out of the address, for it is over with the next reload.
 */
export function takeFailure() {
  const code = new URLSearchParams(location.search).get('failed');
  if (code === null) {
    return undefined;
  }
  history.replaceState(history.state, '', location.pathname);
  return FAILURES.get(code) ?? REFUSED;
}
