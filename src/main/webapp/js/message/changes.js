import { call } from '../api.js';
import { say } from '../app/status-note.js';
import { socket } from '../socket.js';
import { store } from '../store.js';
import { pendingReactions } from './pending-reactions.js';

/** Whether somebody may change what a message says. */
export function mayEdit(message) {
  return message.by.id === store.user?.id && !message.deleted;
}

/** Authors delete what is theirs, and whoever looks after the room deletes anything. */
export function mayDelete(message, room) {
  return !message.deleted && (message.by.id === store.user?.id || ['OWNER', 'MODERATOR'].includes(room.role));
}

/**
 * Saves another text in place of the one that is held here, and answers with the message. If it has another one by
 * now, of which the page has not heard yet, the room is brought up to date and `undefined` is answered.
 */
export async function edit(room, { seq, rev, text: seen }, text) {
  try {
    return await call('PATCH', `api/chat/rooms/${room}/messages/${seq}`, { text }, { ifMatch: rev });
  } catch (problem) {
    if (problem.code !== 'precondition_failed') {
      throw problem;
    }
    await socket.sync(room);
    const now = store.rooms.get(room)?.log.get(seq);
    if (now?.text !== seen) {
      return undefined;
    }
    if (now.rev === rev) {
      throw problem;
    }
    return edit(room, now, text); // it was a reaction
  }
}

export function remove(room, seq) {
  return socket.request('delete', { room, seq });
}

/** Adds one's reaction, or takes it back if it is there. It is shown at once, and not any more if it is refused. */
export async function react(room, message, emoji) {
  const on = !reactedWith(room, message, emoji);
  const pending = pendingReactions.begin(room, message.seq, emoji, on);
  try {
    const { rev } = await socket.request('react', { room, seq: message.seq, emoji, on });
    pending.stored(rev);
  } catch (problem) {
    pending.refused();
    say(problem.status ? problem.message : "Your reaction wasn't saved: you're not connected. Try again in a moment.");
  }
}

function reactedWith(room, message, emoji) {
  const shown = pendingReactions.shown(room, message);
  return shown.find((reaction) => reaction.emoji === emoji)?.by.includes(store.user.id) ?? false;
}
