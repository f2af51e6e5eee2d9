import { html, nothing, repeat } from '../lit.js';
import { store } from '../store.js';
import { PagedList } from '../ui/paged-list.js';
import { clock, dayName, moment, sameDay } from '../ui/time.js';
import { View } from '../view.js';
import { auditTrail } from './accounts.js';
import { told } from './audit-words.js';

/** What was done, the newest first, day by day. */
export class AuditTrail extends View {
  #filter = filterOf(store.route);
  #list = new PagedList(
    (cursor) => auditTrail(this.#filter, cursor),
    () => this.update(),
  );

  connected() {
    this.watch(store, 'route', () => this.#moved());
    this.#list.begin();
  }

  view() {
    const { items, problem, hasMore } = this.#list;
    if (problem) {
      return html`<p class="error notice" role="alert">${problem.message}</p>`;
    }
    return html`
      <p role="status" class="none">${items?.length === 0 ? 'Nothing of that kind has happened.' : nothing}</p>
      ${days(items ?? []).map(day)}
      ${hasMore ? html`<button @click=${this.#more}>Show more</button>` : nothing}
    `;
  }

  // On with the first that is new: the button may be gone.
  async #more() {
    const known = this.#list.items.length;
    await this.#list.more();
    this.draw();
    this.querySelectorAll('li')[known]?.focus();
  }

  #moved() {
    const filter = filterOf(store.route);
    const isOther = filter.action !== this.#filter.action || filter.user !== this.#filter.user;
    if (store.route.name === 'audit' && isOther) {
      this.#filter = filter;
      this.#list.begin();
    }
  }
}

function filterOf({ action, user }) {
  return { action, user };
}

function days(entries) {
  const all = [];
  for (const entry of entries) {
    const last = all.at(-1);
    if (last && sameDay(last[0].at, entry.at)) {
      last.push(entry);
    } else {
      all.push([entry]);
    }
  }
  return all;
}

function day(entries) {
  return html`
    <section>
      <h3>${dayName(entries[0].at)}</h3>
      <ol>
        ${repeat(entries, ({ id }) => id, line)}
      </ol>
    </section>
  `;
}

function line(entry) {
  const { at, network } = entry;
  return html`
    <li data-testid="audit-entry" tabindex="-1">
      <time datetime=${at} title=${moment(at)}>${clock(at)}</time>
      <p>${told(entry)}</p>
      <small>${network}</small>
    </li>
  `;
}

customElements.define('audit-trail', AuditTrail);
