import { say } from '../app/status-note.js';
import { drafts } from '../message/drafts.js';
import { outbox } from '../message/outbox.js';
import { go } from '../router.js';
import { session } from '../session/session.js';
import { store } from '../store.js';

/** Ends the session, and leaves nothing of it behind on this machine. */
export async function signOut() {
  const waiting = outbox.rooms.length > 0;
  if (waiting && !confirm('Some messages are not sent yet and would be lost. Sign out all the same?')) {
    return;
  }
  try {
    await session.signOut();
  } catch (problem) {
    if (store.phase === 'signed-in') {
      say(problem.message);
      return;
    }
  }
  outbox.clear();
  drafts.clear();
  go('sign-in');
}
