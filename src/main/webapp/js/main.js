import './app/parley-app.js';
import './session/sign-in-page.js';
import './session/sign-up-form.js';
import './session/sign-up-page.js';
import './session/new-password-page.js';
import { startRouter } from './router.js';
import { session } from './session/session.js';
import { hasSession } from './session/session-hint.js';
import { store } from './store.js';

const RELOADED = 'parley.reloaded';
const loadChat = () => import('./chat.js');

// The files of this version are gone where the server was replaced meanwhile: the page of the new one has others.
function chatIsMissing() {
  if (sessionStorage.getItem(RELOADED) === import.meta.url) {
    store.left('unreachable');
  } else {
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  }
}

// Beside the question who is here, or while somebody types a password; if it fails, it is tried again below.
if (hasSession()) {
  loadChat().catch(() => {});
} else {
  addEventListener('load', () => setTimeout(() => loadChat().catch(() => {}), 200));
}
store.addEventListener('session', () => {
  if (store.phase === 'signed-in') {
    loadChat().catch(chatIsMissing);
  }
});

startRouter();
session.resume();
