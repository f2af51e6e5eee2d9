import { call } from '../api.js';
import { html } from '../lit.js';
import { icon } from '../ui/icon.js';
import { store } from '../store.js';

const LENGTH = 160;
/** The message that another one answers, in one line that leads to it. */
export function quote(room, seq) {
  const message = room.messageAt(seq);
  if (message === undefined) {
    load(room, seq);
  }
  return html`
    <a class="quote" data-testid="quote" href="rooms/${room.id}/${seq}">
      ${icon('reply')}<span class="sr-only">In reply to </span>${message ? told(message) : '…'}
    </a>
  `;
}

/** Author and beginning of a message. */
export function told(message) {
  return html`<bdi class="who">${message.by.name}</bdi> <span class="said" dir="auto">${briefly(message)}</span>`;
}

function briefly({ text, deleted }) {
  if (deleted) {
    return 'This message was deleted.';
  }
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}

// It may stand far back. The room tells when it is here.
async function load(room, seq) {
  room.quoted.set(seq, null);
  try {
    const message = await call('GET', `api/chat/rooms/${room.id}/messages/${seq}`);
    store.change(room.id, () => room.keepQuoted(message));
  } catch (problem) {
    console.warn('A quoted message did not come.', problem);
  }
}
