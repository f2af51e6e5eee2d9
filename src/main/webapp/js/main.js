import './app/parley-app.js';
import './session/sign-in-page.js';
import './session/sign-up-page.js';
import { startRouter } from './router.js';
import { session } from './session/session.js';
import { hasSession } from './session/session-hint.js';
import { store } from './store.js';

const loadChat = () => import('./chat.js');

// Beside the question who is here, or while somebody types a password; if it fails, it is tried again below.
if (hasSession()) {
  loadChat().catch(() => {});
} else {
  addEventListener('load', () => setTimeout(() => loadChat().catch(() => {}), 200));
}
store.addEventListener('session', () => {
  if (store.phase === 'signed-in') {
    loadChat().catch(() => store.left('unreachable'));
  }
});

startRouter();
session.resume();
