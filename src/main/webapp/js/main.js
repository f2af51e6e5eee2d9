import './elements.js';
import { outbox } from './message/outbox.js';
import { sender } from './message/sender.js';
import { rememberLastRoom } from './room/last-room.js';
import { startRouter } from './router.js';
import { session } from './session/session.js';
import { socket } from './socket.js';
import { store } from './store.js';

let lastUser;

// The socket follows the session. What is unsent stays through a session that ran out, but is no one else's.
store.addEventListener('session', () => {
  if (store.phase !== 'signed-in') {
    socket.stop();
    return;
  }
  if (lastUser !== store.user.id) {
    outbox.clear();
    lastUser = store.user.id;
  }
  socket.start();
});

startRouter();
rememberLastRoom();
sender.start();
session.resume();
