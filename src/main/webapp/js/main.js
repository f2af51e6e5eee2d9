import './app/parley-app.js';
import './session/sign-in-form.js';
import './session/sign-in-page.js';
import './session/sign-up-form.js';
import './session/sign-up-page.js';
import './session/new-password-page.js';
import { startRouter } from './router.js';
import { door } from './session/door.js';
import { session } from './session/session.js';
import { hasSession } from './session/session-hint.js';
import { comeBack } from './session/sign-on.js';
import { store } from './store.js';

const RELOADED = 'parley.reloaded';
const loadChat = () => import('./chat.js');

// The files of this version are gone where the server was replaced meanwhile: the page of the new one has others.
// Syntax that the browser does not know will not be known after a reload either.
function chatIsMissing(problem) {
  if (problem instanceof SyntaxError) {
    globalThis.parleyTellTooOld();
  } else if (sessionStorage.getItem(RELOADED) === import.meta.url) {
    store.left('unreachable');
  } else {
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  }
}

function start() {
  comeBack(); // before anybody reads the address, or asks for a session

  // Beside the question who is here, or while somebody types a password; if it fails, it is tried again below.
  if (hasSession()) {
    loadChat().catch(() => {});
  } else {
    door(); // the sign-in page waits for it
    addEventListener('load', () => setTimeout(() => loadChat().catch(() => {}), 200));
  }
  store.addEventListener('session', () => {
    if (store.phase === 'signed-in') {
      loadChat().catch(chatIsMissing);
    }
  });

  startRouter();
  session.resume();
}

// js/browser.js has told whoever has a browser that is too old.
if (!globalThis.parleyTooOld) {
  start();
}
