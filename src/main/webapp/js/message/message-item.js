import { html, nothing } from '../lit.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icon.js';
import { sentence } from '../ui/sentence.js';
import { clock, fullTime, shortClock } from '../ui/time.js';
import { outbox } from './outbox.js';
import { quote } from './quote.js';
import { reactions } from './reactions.js';
import { sender } from './sender.js';
import { unsavedEdit } from './unsaved-edit.js';

const waitingMark = html`<span class="waiting" title="Not sent yet"
  >${icon('clock')}<span class="sr-only">Not sent yet</span></span
>`;

/** One message of the log. */
export function messageItem({ item, head }, { room, target, editing }) {
  const { seq, by, at, deleted } = item;
  const time = html`<a class="time" href="rooms/${room.id}/${seq}" title=${fullTime(at)} tabindex="-1"
    ><time datetime=${at}>${head ? clock(at) : shortClock(at)}</time></a
  >`;
  return html`
    <article
      class="message"
      tabindex="-1"
      data-testid="message"
      data-seq=${seq}
      ?data-head=${head}
      ?data-target=${seq === target}
      ?data-deleted=${Boolean(deleted)}
    >
      ${byline(by, head, time)}
      <div class="body">${deleted ? deletedItem(item, room) : content(item, room, editing === seq)}</div>
    </article>
  `;
}

const gone = html`<p class="gone">This message was deleted.</p>`;

function deletedItem(message, room) {
  return html`${gone}${unsavedEdit(room.id, message)}`;
}

function content(message, room, editing) {
  return html`
    ${message.replyTo ? quote(room, message.replyTo) : nothing}
    ${
      editing
        ? html`<message-editor .message=${{ room: room.id, message }}></message-editor>`
        : html`${words(message)}${unsavedEdit(room.id, message)}${reactions(message, room)}`
    }
  `;
}

/** One message that is not in the log yet. */
export function pendingItem({ item: { entry, by }, head }, { room }) {
  const refused = entry.state === 'refused';
  const time = html`<span class="time"
    >${entry.state === 'waiting' ? waitingMark : head ? clock(entry.at) : shortClock(entry.at)}</span
  >`;
  return html`
    <article class="message" tabindex="-1" data-testid="message" data-pending=${entry.state} ?data-head=${head}>
      ${byline(by, head, time)}
      <div class="body">
        ${entry.replyTo ? quote(room, entry.replyTo) : nothing} ${words(entry)} ${refused ? refusal(entry) : nothing}
      </div>
    </article>
  `;
}

function byline(by, head, time) {
  if (!head) {
    return html`<div class="gutter">${time}</div>
      <span class="sr-only">${by.name}:</span>`;
  }
  return html`
    <div class="gutter">${avatar(by)}</div>
    <header><bdi class="author" data-testid="message-author">${by.name}</bdi> ${time}</header>
  `;
}

function words({ text, edited }) {
  return html`<message-text dir="auto" data-testid="message-text" .text=${text ?? ''}></message-text>${
      edited ? html` <span class="edited">edited</span>` : nothing
    }`;
}

function refusal(entry) {
  const { problem } = entry;
  return html`
    <p class="refusal">
      ${icon('alert')}<span>Not sent. ${sentence('The text', problem.about('text') ?? problem.about('replyTo') ?? problem.message)}</span>
      <button class="link" @click=${() => sender.again(entry)}>Send again</button>
      <button class="link" @click=${() => outbox.remove(entry.cid)}>Discard</button>
    </p>
  `;
}
