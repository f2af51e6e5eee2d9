import { html, nothing } from '../lit.js';
import { signOn } from '../session/door.js';
import { store } from '../store.js';
import { confirmed } from '../ui/confirm-dialog.js';
import { moment } from '../ui/time.js';
import { AccountView } from './account-view.js';
import { passwordLink } from './accounts.js';
import { tellLink } from './link-dialog.js';

const YOURSELF = html`You are signed out everywhere at once and cannot sign in, until another administrator enables your
  account again. What you wrote stays.`;

/** Shuts somebody out and lets them in again, and helps who has lost the password. */
export class PersonAccess extends AccountView {
  view() {
    const { disabledAt } = this.account;
    return html`
      <section>
        <h3>Access</h3>
        <p role="status">
          ${disabledAt ? html`Disabled on ${moment(disabledAt)}. Cannot sign in.` : 'Can sign in.'}
        </p>
        ${this.trouble}
        <div class="actions">
          <button aria-busy=${this.busy} @click=${disabledAt ? this.#enable : this.#disable}>
            ${disabledAt ? 'Enable' : 'Disable'}
          </button>
          ${
            disabledAt || signOn()
              ? nothing
              : html`<button aria-busy=${this.busy} @click=${this.#link}>New password link</button>`
          }
        </div>
      </section>
    `;
  }

  #enable() {
    return this.act(() => this.change({ disabled: false }));
  }

  #disable() {
    confirmed({
      title: 'Disable account',
      words: this.account.id === store.user.id ? YOURSELF : somebody(this.account.displayName),
      button: 'Disable',
      act: () => this.change({ disabled: true }),
    });
  }

  #link() {
    const { id, displayName } = this.account;
    return this.act(async () => {
      tellLink({
        title: 'New password link',
        words: html`Whoever opens this link can choose a new password for <bdi>${displayName}</bdi>. Give it to nobody
        else.`,
        ...(await passwordLink(id)),
      });
    });
  }
}

function somebody(name) {
  return html`<bdi>${name}</bdi> is signed out everywhere at once and cannot sign in, until an administrator enables the
    account again. What they wrote stays.`;
}

customElements.define('person-access', PersonAccess);
