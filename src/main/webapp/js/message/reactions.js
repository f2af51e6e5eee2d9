import { html, nothing, repeat } from '../lit.js';
import { learnNames, nameOf } from '../room/names.js';
import { store } from '../store.js';
import { react } from './changes.js';
import { pendingReactions } from './pending-reactions.js';

const NAMED = 8; // people; the others are counted
const NAMES = new Intl.ListFormat('en');

/** The reactions under a message: what, how many, who. */
export function reactions(message, room) {
  const shown = pendingReactions.shown(room.id, message);
  if (shown.length === 0) {
    return nothing;
  }
  return html`
    <ul class="reactions" aria-label="Reactions">
      ${repeat(
        shown,
        ({ emoji }) => emoji,
        (reaction) => html`<li>${chip(message, room, reaction)}</li>`,
      )}
    </ul>
  `;
}

function chip(message, room, { emoji, by }) {
  const mine = by.includes(store.user.id);
  return html`
    <button
      class="chip"
      data-testid="reaction"
      aria-pressed=${mine}
      aria-label="${emoji} ${by.length}: ${who(room, by)}"
      ?disabled=${!room.role}
      @click=${() => react(room.id, message, emoji)}
    >
      <span class="emoji">${emoji}</span> <span class="count">${by.length}</span>
      <span class="tip" aria-hidden="true">${who(room, by)}</span>
    </button>
  `;
}

function who(room, ids) {
  const others = ids.filter((id) => id !== store.user.id).map((id) => nameOf(room, id));
  const known = [...(ids.includes(store.user.id) ? ['You'] : []), ...others.filter(Boolean)];
  if (known.length < ids.length) {
    learnNames(room);
  }
  const named = known.slice(0, NAMED);
  return NAMES.format([...named, ...unnamed(ids.length - named.length, named.length > 0)]);
}

function unnamed(count, besides) {
  if (count === 0) {
    return [];
  }
  const one = count === 1;
  return [besides ? `${count} ${one ? 'other' : 'others'}` : one ? 'Someone' : `${count} people`];
}
