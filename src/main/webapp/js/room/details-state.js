import { canGoBack, go } from '../router.js';
import { store } from '../store.js';

/** Where there is space for the details beside the conversation. */
export const BESIDE = matchMedia('(min-width: 1024px)');

/** Opens or closes the details. Where they lie over the conversation, the back button closes them. */
export function showDetails(open) {
  if (!BESIDE.matches && !open && canGoBack()) {
    history.back();
    return;
  }
  go(`${roomPath(store.route)}${open ? '?show=details' : ''}`, { replace: BESIDE.matches || !open });
}

/** The address of a room; where there is space for the details, they stay open from room to room. */
export function roomHref(id) {
  const keep = BESIDE.matches && store.route.show === 'details';
  return `rooms/${id}${keep ? '?show=details' : ''}`;
}

function roomPath({ room, seq }) {
  return seq ? `rooms/${room}/${seq}` : `rooms/${room}`;
}
