import { html, nothing } from '../lit.js';
import { store } from '../store.js';

/** What is special about an account. */
export function badges({ id, role, disabledAt }) {
  return html`
    ${id === store.user.id ? html`<span class="fine">you</span>` : nothing}
    ${role === 'ADMIN' ? html`<span class="tag">Administrator</span>` : nothing}
    ${disabledAt ? html`<span class="tag warning">Disabled</span>` : nothing}
  `;
}
