import { credentials, call, request } from '../api.js';
import { BASE } from '../base.js';
import { store } from '../store.js';
import { forgetSession, hasSession, rememberSession } from './session-hint.js';

const RETRY_MS = 5_000;
const EARLY_MS = 60_000; // a token is renewed this long before it ends
const OVER = new Set([401, 403]); // what tells that there is no session any more

/** Who is signed in here: gets tokens, renews them in time, and agrees with the other tabs. */
class Session {
  #renewing;
  #timer;
  #expiresAt = 0;
  #tabs = new BroadcastChannel(`parley:${BASE}`);

  constructor() {
    credentials.renew = () => this.renew();
    this.#tabs.onmessage = ({ data }) => this.#heardTab(data);
    document.addEventListener('visibilitychange', () => document.hidden || this.#renewIfDue());
  }

  /** Goes on with the session that the cookie stands for, if there is one. */
  async resume() {
    clearTimeout(this.#timer);
    if (!hasSession()) {
      store.left();
      return;
    }
    try {
      await this.renew();
    } catch (problem) {
      store.left('unreachable', problem);
      this.#timer = setTimeout(() => this.resume(), problem.retryAfterMs ?? RETRY_MS);
    }
  }

  async signIn(username, password) {
    this.#adopt(await request('POST', 'api/login', { body: { username, password } }));
  }

  /** `invitation`: the secret of a link, or the set-up token, where one is needed. */
  async signUp({ username, password, displayName, invitation }) {
    const account = { username, password, displayName: displayName || undefined, invitation: invitation || undefined };
    await request('POST', 'api/register', { body: account });
    await this.signIn(username, password);
  }

  /** Answers where one signs out further, if one has signed in elsewhere. */
  async signOut() {
    const answer = await call('POST', 'api/logout');
    this.#end();
    this.#tabs.postMessage({ signedOut: true });
    return answer?.signOutAt;
  }

  /** A new token; false if the session is over. Many may ask at once, in many tabs: one asks the server. */
  renew() {
    this.#renewing ??= inTurn(() => this.#refresh()).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #refresh() {
    try {
      this.#adopt(await request('POST', 'api/session/refresh'));
      return true;
    } catch (problem) {
      if (!OVER.has(problem.status)) {
        throw problem;
      }
      this.#end();
      return false;
    }
  }

  #adopt({ token, expiresIn, user }) {
    credentials.token = token;
    this.#schedule(expiresIn * 1_000);
    rememberSession();
    if (store.phase !== 'signed-in' || store.user.id !== user.id) {
      store.entered(user);
      this.#tabs.postMessage({ signedIn: user.id }); // they have the cookie as well, from wherever it came
    } else {
      this.#learn(user);
      store.changed('renewed');
    }
  }

  // Another device may have changed the name, an administrator the role.
  #learn(user) {
    if (user.role !== store.user.role || user.displayName !== store.user.displayName) {
      store.became(user);
    }
  }

  #schedule(lifetime) {
    const wait = Math.max(lifetime - EARLY_MS, lifetime / 2);
    this.#expiresAt = Date.now() + lifetime;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#renewQuietly(), wait);
  }

  // Timers sleep with the computer.
  #renewIfDue() {
    if (credentials.token && Date.now() > this.#expiresAt - EARLY_MS / 2) {
      this.#renewQuietly();
    }
  }

  #renewQuietly() {
    this.renew().catch(() => this.#schedule(EARLY_MS)); // unreachable: the next call would try as well
  }

  #end() {
    clearTimeout(this.#timer);
    credentials.token = null;
    forgetSession();
    store.left();
  }

  #heardTab({ signedOut, signedIn }) {
    if (signedOut && store.phase === 'signed-in') {
      this.#end();
    } else if (signedIn && store.phase === 'signed-out') {
      this.resume();
    } else if (signedIn && store.user && store.user.id !== signedIn) {
      location.reload(); // someone else now; nothing here is theirs
    }
  }
}

// Tabs share the cookie, and each renewal makes a new one: they take turns.
function inTurn(act) {
  const locks = navigator.locks; // absent where the page is neither https nor localhost
  return locks ? locks.request(`parley:${BASE}:refresh`, act) : act();
}

export const session = new Session();
