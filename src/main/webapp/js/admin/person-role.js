import { html } from '../lit.js';
import { signOn } from '../session/door.js';
import { AccountView } from './account-view.js';

/** Makes somebody an administrator, or takes it back. */
export class PersonRole extends AccountView {
  view() {
    const isAdmin = this.account.role === 'ADMIN';
    return html`
      <section>
        <h3>Role</h3>
        <p role="status">
          ${isAdmin ? `An administrator: ${duties()}.` : 'Uses Parley, and looks after nobody else.'}
        </p>
        ${
          signOn()?.decidesRoles
            ? html`<p class="words">Roles follow from groups at ${signOn().name}.</p>`
            : this.#switch(isAdmin)
        }
      </section>
    `;
  }

  #switch(isAdmin) {
    return html`
      ${this.trouble}
      <button aria-busy=${this.busy} @click=${() => this.act(() => this.change({ role: isAdmin ? 'USER' : 'ADMIN' }))}>
        ${isAdmin ? 'Take administration away' : 'Make administrator'}
      </button>
    `;
  }
}

function duties() {
  return signOn()
    ? 'lets people in and out, and reads the audit'
    : 'invites people, lets them in and out, and reads the audit';
}

customElements.define('person-role', PersonRole);
