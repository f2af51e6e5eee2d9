import { html, nothing } from '../lit.js';
import { store } from '../store.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icon.js';
import { date } from '../ui/time.js';
import { View } from '../view.js';
import { accountOf, auditHref } from './accounts.js';
import { badges } from './badges.js';

/** One person's account. Its parts change it, and tell by `account-changed` what became of it. */
export class PersonPage extends View {
  #account;
  #problem;

  connected() {
    this.watch(store, 'route', () => this.#load());
    this.watch(this, 'account-changed', ({ detail }) => this.#adopt(detail));
    this.#load();
  }

  view() {
    return html`
      <a class="up" href="admin">${icon('back')} People</a>
      ${this.#problem ? this.#missing() : nothing} ${this.#account ? parts(this.#account) : nothing}
    `;
  }

  #missing() {
    const words = this.#problem.status === 404 ? 'There is nobody at this address.' : this.#problem.message;
    return html`<p class="error notice" role="alert">${words}</p>`;
  }

  async #load() {
    const { name, person } = store.route;
    if (name !== 'person' || person === this.#account?.id) {
      return;
    }
    this.#account = this.#problem = undefined;
    try {
      this.#account = await accountOf(person);
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }

  // Of oneself the rest of the page should know as well.
  #adopt(account) {
    this.#account = account;
    if (account.id === store.user.id) {
      store.became({ ...store.user, role: account.role });
    }
    this.update();
  }
}

function parts(account) {
  const { id, username, displayName, createdAt } = account;
  return html`
    <section class="person-head">
      ${avatar({ id, name: displayName }, 'large')}
      <div>
        <h2><bdi>${displayName}</bdi></h2>
        <p class="fine">${username} · here since ${date(createdAt)}</p>
        <p class="badges">${badges(account)}</p>
      </div>
    </section>
    <person-access .account=${account}></person-access>
    <person-role .account=${account}></person-role>
    <person-sessions .account=${account}></person-sessions>
    <section>
      <h3>Audit</h3>
      <p><a href=${auditHref({ user: id })}>What <bdi>${displayName}</bdi> did, and what was done to them</a></p>
    </section>
  `;
}

customElements.define('person-page', PersonPage);
