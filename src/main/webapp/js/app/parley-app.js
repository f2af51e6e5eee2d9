import { html } from '../lit.js';
import { go } from '../router.js';
import { session } from '../session/session.js';
import { forgetWantedPage, wantThisPage, wantedPage } from '../session/wanted-page.js';
import { store } from '../store.js';
import { mark } from '../ui/icon.js';
import { View } from '../view.js';

const CHAT = 'chat-shell'; // comes later than this element
const ADMINISTRATION = ['people', 'person', 'audit'];
const NOWHERE = ['home', 'lost']; // where nobody comes back to

const WAYS_IN = {
  'sign-up': { title: 'Create an account', page: html`<sign-up-page></sign-up-page>` },
  'new-password': { title: 'New password', page: html`<new-password-page></new-password-page>` },
};
const TITLES = {
  settings: 'Settings',
  ...Object.fromEntries(ADMINISTRATION.map((name) => [name, 'Administration'])),
};

/** The whole page: who is here decides what is shown. */
export class ParleyApp extends View {
  #shown;

  connected() {
    this.watch(store, 'session', () => this.#turn());
    this.watch(store, 'route', () => this.#turn());
    this.watch(store, 'rooms', () => this.#title());
    customElements.whenDefined(CHAT).then(() => this.update());
    this.#turn();
  }

  // The splash of index.html stays until there is something better to show.
  draw() {
    const early = store.phase === 'signed-in' && !customElements.get(CHAT);
    if (early || store.phase === 'starting') {
      return;
    }
    if (!this.#shown) {
      this.#shown = true;
      this.replaceChildren();
    }
    super.draw();
    this.#title();
  }

  view() {
    switch (store.phase) {
      case 'signed-in':
        return store.route.name === 'new-password' ? wayIn() : html`<chat-shell></chat-shell>`;
      case 'unreachable':
        return unreachable();
      default:
        return wayIn();
    }
  }

  #turn() {
    const { phase, route } = store;
    if (phase === 'signed-in' && ['sign-in', 'sign-up'].includes(route.name)) {
      go(wantedPage(), { replace: true });
    } else if (phase === 'signed-in') {
      forgetWantedPage();
    } else if (phase === 'signed-out') {
      this.#shutOut(route.name);
    }
    this.update();
  }

  // The address stays, and is where one is after signing in, be it by way of signing up.
  #shutOut(page) {
    if (NOWHERE.includes(page)) {
      forgetWantedPage();
      go('sign-in', { replace: true });
    } else if (!['sign-in', ...Object.keys(WAYS_IN)].includes(page)) {
      wantThisPage();
    }
  }

  #title() {
    const unread = store.unread ? `(${store.unread > 99 ? '99+' : store.unread}) ` : '';
    document.title = `${unread}${pageTitle()}Parley`;
  }
}

function pageTitle() {
  const { route, phase, rooms } = store;
  if (phase === 'signed-out' || route.name === 'new-password') {
    return `${WAYS_IN[route.name]?.title ?? 'Sign in'} – `;
  }
  const name = TITLES[route.name] ?? rooms.get(route.room)?.name;
  return name ? `${name} – ` : '';
}

function wayIn() {
  return WAYS_IN[store.route.name]?.page ?? html`<sign-in-page></sign-in-page>`;
}

function unreachable() {
  const { title, words } = whyUnreachable(store.trouble);
  return html`
    <main class="account-page">
      ${mark()}
      <h1>${title}</h1>
      <p>${words} This page keeps trying.</p>
      <button class="primary" @click=${() => session.resume()}>Try again</button>
    </main>
  `;
}

// The server may be well, and wait for the one where people sign in.
function whyUnreachable(trouble) {
  return trouble?.code === 'provider_unavailable'
    ? { title: 'Parley cannot let you in yet', words: trouble.message }
    : {
        title: 'Parley is not answering',
        words: 'The server may be restarting, or your connection may be down.',
      };
}

customElements.define('parley-app', ParleyApp);
