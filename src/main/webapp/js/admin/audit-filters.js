import { html, nothing } from '../lit.js';
import { go } from '../router.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';
import { accountOf, auditHref } from './accounts.js';
import { kinds } from './audit-words.js';
import { pickPerson } from './person-picker.js';

/** What the trail is narrowed to; it stands in the address. */
export class AuditFilters extends View {
  #person; // the account that the address names

  connected() {
    this.watch(store, 'route', () => this.#moved());
    this.#moved();
  }

  view() {
    const { action } = store.route;
    return html`
      <h2 class="sr-only">Audit</h2>
      <div class="filters">
        <div class="field">
          <label for="audit-kind">Kind</label>
          <select id="audit-kind" @change=${({ target }) => this.#narrow({ action: target.value })}>
            <option value="" .selected=${!action}>Everything</option>
            ${kinds.map(([kind, name]) => html`<option value=${kind} .selected=${kind === action}>${name}</option>`)}
          </select>
        </div>
        <div class="field">
          <span id="audit-person">Person</span>
          <div class="chosen">
            <button
              aria-labelledby="audit-person audit-who"
              @click=${() => pickPerson(({ id }) => this.#narrow({ user: id }))}
            >
              ${icon('search')}<bdi id="audit-who">${this.#name()}</bdi>
            </button>
            ${
              store.route.user
                ? html`<button class="icon-button" aria-label="Everyone" title="Everyone" @click=${this.#widen}>
                    ${icon('close')}
                  </button>`
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  #name() {
    const { user } = store.route;
    return user ? (this.#person?.displayName ?? `Person ${user}`) : 'Everyone';
  }

  #widen() {
    this.#narrow({ user: undefined });
    this.querySelector('.chosen button').focus();
  }

  #narrow(change) {
    const { action, user } = store.route;
    go(auditHref({ action, user, ...change }));
  }

  async #moved() {
    const { name, user } = store.route;
    if (name === 'audit' && user && user !== String(this.#person?.id)) {
      this.#person = await accountOf(user).catch(() => undefined); // then its number is all there is to show
    }
    this.update();
  }
}

customElements.define('audit-filters', AuditFilters);
