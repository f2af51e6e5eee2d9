import { go } from '../router.js';
import { store } from '../store.js';

/** Where there is space for the details beside the conversation. */
export const BESIDE = matchMedia('(min-width: 1024px)');

const OVER = 'details over the conversation'; // the history entry that a step back takes away

/** Opens or closes the details. Where they lie over the conversation, the back button closes them. */
export function showDetails(open) {
  if (!open && history.state === OVER) {
    history.back();
    return;
  }
  const over = open && !BESIDE.matches;
  go(`${roomPath(store.route)}${open ? '?show=details' : ''}`, { replace: !over, state: over ? OVER : null });
}

/** The address of a room; where there is space for the details, they stay open from room to room. */
export function roomHref(id) {
  const keep = BESIDE.matches && store.route.show === 'details';
  return `rooms/${id}${keep ? '?show=details' : ''}`;
}

function roomPath({ room, seq }) {
  return seq ? `rooms/${room}/${seq}` : `rooms/${room}`;
}
