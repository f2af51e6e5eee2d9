import { call } from '../api.js';
import { go } from '../router.js';
import { socket } from '../socket.js';
import { store } from '../store.js';

const opening = new Map(); // room id -> promise

/** Sees to it that a room can be shown: its newest page for members, a look inside for others. */
export function openRoom(id) {
  if (!opening.has(id)) {
    const done = open(id).finally(() => opening.delete(id));
    opening.set(id, done);
  }
  return opening.get(id);
}

async function open(id) {
  if (!store.ready) {
    return; // the snapshot will tell; the room page asks again then
  }
  const held = store.rooms.get(id);
  const room = held?.role ? held : await look(id, held);
  if (room?.role && !room.loaded) {
    await socket.sync(id, { fresh: true });
  }
}

// Public rooms can be read, but not followed, without joining.
async function look(id, held) {
  try {
    const details = await call('GET', `api/chat/rooms/${id}`);
    const isNews = !held?.loaded || held.rev < details.lastRev;
    const room = store.learn(details);
    if (!room.role && isNews) {
      store.change(id, () => room.reset(details.messages));
    }
    return room;
  } catch (problem) {
    if (problem.status !== 404 && problem.status !== 400) {
      throw problem;
    }
    store.notThere(id);
    return undefined;
  }
}

export async function joinRoom(id) {
  await call('POST', `api/chat/rooms/${id}/members`, {});
  if (!store.rooms.get(id)?.role) {
    store.learn(await call('GET', `api/chat/rooms/${id}`));
  }
  await socket.sync(id, { fresh: true });
}

export async function leaveRoom(id) {
  await call('DELETE', `api/chat/rooms/${id}/members/${store.user.id}`);
  go('');
  store.drop(id);
}

export async function createRoom({ name, description, kind }) {
  const room = await call('POST', 'api/chat/rooms', { name, description: description || undefined, kind });
  store.learn(room);
  go(`rooms/${room.id}`);
}

/** Loads everybody who is in a room. What frames tell meanwhile is newer and stays. */
export async function loadMembers(room) {
  const { rev } = room;
  let cursor;
  do {
    const query = new URLSearchParams({ limit: 200, ...(cursor ? { cursor } : {}) });
    const page = await call('GET', `api/chat/rooms/${room.id}/members?${query}`);
    store.change(room.id, () => room.meet(page.members, rev));
    cursor = page.next;
  } while (cursor);
  store.change(room.id, () => (room.membersLoaded = true));
}

export async function addPerson(room, user) {
  const member = await call('POST', `api/chat/rooms/${room}/members`, { userId: user.id });
  store.change(room, (held) => held.meet([member], held.rev));
}
