import { html } from '../lit.js';
import { AccountView } from './account-view.js';

/** Makes somebody an administrator, or takes it back. */
export class PersonRole extends AccountView {
  view() {
    const isAdmin = this.account.role === 'ADMIN';
    return html`
      <section>
        <h3>Role</h3>
        <p role="status">
          ${
            isAdmin
              ? 'An administrator: invites people, lets them in and out, and reads the audit.'
              : 'Uses Parley, and looks after nobody else.'
          }
        </p>
        ${this.trouble}
        <button aria-busy=${this.busy} @click=${() => this.act(() => this.change({ role: isAdmin ? 'USER' : 'ADMIN' }))}>
          ${isAdmin ? 'Take administration away' : 'Make administrator'}
        </button>
      </section>
    `;
  }
}

customElements.define('person-role', PersonRole);
