import { typing } from '../message/typing.js';
import { store } from '../store.js';

const APPLY = {
  message: (room, { m }) => {
    typing.stopped(room.id, m.by.id);
    room.heard(m, store.user.id);
  },
  room: (room, { head, rev }) => room.describe(head, rev),
  member: (room, { member, rev }) => room.meet([member], rev),
  read: (room, { user, seq }) => user === store.user.id && room.read(seq),
};

/** Puts what a frame tells about one room into the store. */
export function applyFrame(frame) {
  const apply = APPLY[frame.ev]; // none: a kind of frame that this page is too old to know
  if (apply) {
    store.change(frame.room, (room) => apply(room, frame));
  }
}

/** Somebody has another name now. */
export function applyName(user) {
  for (const room of store.rooms.values()) {
    room.rename(user);
    store.changed(`room-${room.id}`);
  }
  store.changed('rooms');
}
