import { store } from '../store.js';
import { loadMembers } from './room-actions.js';

const asked = new Set(); // ids of rooms

/** What somebody is called, as far as the page knows: from the members, or from what they have said. */
export function nameOf(room, id) {
  if (id === store.user?.id) {
    return store.user.displayName;
  }
  return room.members.get(id)?.user.name ?? room.log.authorName(id);
}

/** Learns who is in a room, for names that are missing. The room tells when they are here. */
export function learnNames(room) {
  if (room.membersLoaded || asked.has(room.id)) {
    return;
  }
  asked.add(room.id);
  loadMembers(room)
    .catch((problem) => console.warn('The members did not come.', problem))
    .finally(() => asked.delete(room.id));
}
