import { html, nothing } from '../lit.js';
import { icon } from '../ui/icon.js';
import { ago, moment, shortDate } from '../ui/time.js';
import { deviceName, isHandHeld } from './device-name.js';

/** One device that somebody is signed in on, with what can be done about it. */
export function sessionRow({ userAgent, createdAt, lastSeenAt, current }, action = nothing) {
  return html`
    <li data-testid="session">
      ${icon(isHandHeld(userAgent) ? 'phone' : 'screen')}
      <p>
        <b title=${userAgent}>${deviceName(userAgent)}</b> ${
          current ? html`<span class="tag">This device</span>` : nothing
        }
        <small>
          ${
            current
              ? nothing
              : html`<span>Last used ${time(lastSeenAt, ago)} ·</span>`
          }
          <span>Signed in on ${time(createdAt, shortDate)}</span>
        </small>
      </p>
      ${action}
    </li>
  `;
}

function time(at, shown) {
  return html`<time datetime=${at} title=${moment(at)}>${shown(at)}</time>`;
}
