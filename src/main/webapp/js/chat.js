// Everything that only people who are signed in need; others do not wait for it.
import './app/connection-bar.js';
import './app/key-help.js';
import './app/status-note.js';
import './app/welcome-page.js';
import './account/account-menu.js';
import './account/profile-form.js';
import './account/settings-page.js';
import './message/message-announcer.js';
import './message/message-composer.js';
import './message/message-list.js';
import './message/message-text.js';
import './room/add-people.js';
import './room/leave-dialog.js';
import './room/preview-bar.js';
import './room/quick-switcher.js';
import './room/room-browser.js';
import './room/room-details.js';
import './room/room-dialog.js';
import './room/room-page.js';
import './room/room-sidebar.js';
import './app/chat-shell.js'; // the last, for it draws all the others
import { outbox } from './message/outbox.js';
import { sender } from './message/sender.js';
import { rememberLastRoom } from './room/last-room.js';
import { socket } from './socket.js';
import { store } from './store.js';

let connectedAs;
let lastUser;

// The socket follows the session. What is unsent stays through a session that ran out, but is no one else's.
function followSession() {
  const user = store.phase === 'signed-in' ? store.user.id : undefined;
  if (user === connectedAs) {
    return;
  }
  connectedAs = user;
  if (user === undefined) {
    socket.stop();
    return;
  }
  if (lastUser !== user) {
    outbox.clear();
    lastUser = user;
  }
  socket.start();
}

rememberLastRoom();
sender.start();
store.addEventListener('session', followSession);
followSession();
