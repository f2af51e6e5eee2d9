import { html, nothing, repeat } from '../lit.js';
import { icon } from '../ui/icon.js';
import { date, dayName } from '../ui/time.js';
import { messageItem, pendingItem } from './message-item.js';

/** All of one day, under its name, which stays in sight while the day is read. */
export function daySection({ at, rows }, context) {
  return html`
    <section class="day" aria-label=${dayName(at)}>
      <div class="day-line" aria-hidden="true"><time datetime=${at}>${dayName(at)}</time></div>
      ${repeat(
        rows,
        ({ key }) => key,
        (row) => part(row, context),
      )}
    </section>
  `;
}

function part(row, context) {
  switch (row.kind) {
    case 'new':
      return html`<div class="new-line" data-testid="new-line"><span>New</span></div>`;
    case 'pending':
      return pendingItem(row, context);
    default:
      return messageItem(row, context);
  }
}

/** Stands above the first message that a room ever had. */
export function roomStart({ name, createdAt, description, lastSeq }) {
  return html`
    <header class="room-start">
      <h2><bdi>${name}</bdi></h2>
      <p dir="auto">${description || nothing}</p>
      <p>${lastSeq ? 'This is where it begins' : 'Nothing has been said here yet'}. Created on ${date(createdAt)}.</p>
    </header>
  `;
}

/** Stands above what is shown while there is more; always as high, so that nothing moves. */
export const earlier = html`<p class="earlier" aria-hidden="true">Loading earlier messages</p>`;

/** The way back to the newest message; it says how many have come meanwhile. */
export function pill(unread, toEnd) {
  const count = unread > 98 ? '99+' : unread;
  return html`
    <button class="pill" data-testid="jump-to-newest" ?data-unread=${unread > 0} @click=${toEnd}>
      ${unread > 0 ? `${count} new ${unread === 1 ? 'message' : 'messages'}` : 'Newest'} ${icon('down')}
    </button>
  `;
}

export function skeleton() {
  return html`<div class="skeleton" aria-hidden="true">${Array.from({ length: 6 }, () => html`<span></span>`)}</div>`;
}
