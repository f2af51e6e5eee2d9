import { rememberSession } from './session-hint.js';
import { wantedPage } from './wanted-page.js';

const SIGNED_IN = '#signed-in';
const REFUSED = () =>
  'That did not sign you in: it was refused, or it took too long. Please try again, or ask an administrator.';
const FAILURES = new Map([
  ['refused', REFUSED],
  ['disabled', () => 'Your account is disabled here. Please ask an administrator of this server.'],
  ['unavailable', (name) => `Parley cannot reach ${name} at the moment. Please try again in a few minutes.`],
]);

const LONGEST_PLACE = 200; // that the server takes

/** Where somebody signs in elsewhere; the browser comes back to the page that was asked for. */
export function signOnHref() {
  const wanted = wantedPage();
  const asked = wanted.length > LONGEST_PLACE ? wanted.split('?', 1)[0] : wanted;
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
