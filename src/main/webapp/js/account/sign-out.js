import { say } from '../app/status-note.js';
import { drafts } from '../message/drafts.js';
import { edits } from '../message/edits.js';
import { outbox } from '../message/outbox.js';
import { go } from '../router.js';
import { session } from '../session/session.js';
import { forgetWantedPage } from '../session/wanted-page.js';
import { store } from '../store.js';

/** Ends the session, and leaves nothing of it behind on this machine. */
export async function signOut() {
  const waiting = outbox.rooms.length > 0;
  if (waiting && !confirm('Some messages are not sent yet and would be lost. Sign out all the same?')) {
    return;
  }
  let further;
  try {
    further = await session.signOut();
  } catch (problem) {
    if (store.phase === 'signed-in') {
      say(problem.message);
      return;
    }
  }
  const cleared = outbox.clear();
  drafts.clear();
  edits.clear();
  forgetWantedPage(); // who signs in next may be somebody else
  go('sign-in');
  if (further) {
    await cleared; // what is not yet on the disk would be asked about on leaving
    location.assign(further);
  }
}
