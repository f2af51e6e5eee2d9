// Everything that only people who are signed in need; others do not wait for it.
import './app/connection-bar.js';
import './app/key-help.js';
import './app/late-page.js';
import './app/status-note.js';
import './app/welcome-page.js';
import './account/account-menu.js';
import './message/delete-dialog.js';
import './message/emoji-picker.js';
import './message/message-announcer.js';
import './message/message-composer.js';
import './message/message-editor.js';
import './message/message-list.js';
import './message/message-text.js';
import './message/message-toolbar.js';
import './message/typing-indicator.js';
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

const LOOK_AGAIN_MS = 5_000;
let connectedAs;

// A tab that is closed or dies tells nobody, so those that stay look from time to time.
async function sendWhatIsLeft() {
  if (socket.live && (await outbox.recover())) {
    sender.pumpAll();
  }
}

// The socket follows the session.
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
  outbox.belongTo(user);
  socket.start();
}

rememberLastRoom();
sender.start();
socket.addEventListener('live', sendWhatIsLeft);
setInterval(sendWhatIsLeft, LOOK_AGAIN_MS);
store.addEventListener('session', followSession);
followSession();
