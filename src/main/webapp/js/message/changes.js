import { say } from '../app/status-note.js';
import { socket } from '../socket.js';
import { store } from '../store.js';

/** Whether somebody may change what a message says. */
export function mayEdit(message) {
  return message.by.id === store.user?.id && !message.deleted;
}

/** Authors delete what is theirs, and whoever looks after the room deletes anything. */
export function mayDelete(message, room) {
  return !message.deleted && (message.by.id === store.user?.id || ['OWNER', 'MODERATOR'].includes(room.role));
}

export function edit(room, { seq }, text) {
  return socket.request('edit', { room, seq, text });
}

export function remove(room, seq) {
  return socket.request('delete', { room, seq });
}

/** Adds one's reaction, or takes it back if it is there. What comes of it is told by its frame. */
export async function react(room, message, emoji) {
  const on = !reactedWith(message, emoji);
  try {
    await socket.request('react', { room, seq: message.seq, emoji, on });
  } catch (problem) {
    say(problem.status ? problem.message : 'You are not connected. Try again in a moment.');
  }
}

function reactedWith(message, emoji) {
  return message.reactions?.find((reaction) => reaction.emoji === emoji)?.by.includes(store.user.id) ?? false;
}
