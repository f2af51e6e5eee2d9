import { html, nothing } from '../lit.js';
import { signOut } from './sign-out.js';
import { store } from '../store.js';
import { avatar } from '../ui/avatar.js';
import { show } from '../ui/dialog.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';

/** Who one is here, with settings and the way out. */
export class AccountMenu extends View {
  connected() {
    this.watch(store, 'session');
    this.watch(store, 'rooms');
    this.watch(
      this,
      'click',
      (event) => event.target.closest('#account a, #account button') && this.#menu.hidePopover(),
    );
  }

  view() {
    const { id, displayName, username, role } = store.user ?? {};
    return html`
      <button class="account" popovertarget="account" aria-label="${displayName}, account">
        ${avatar({ id, name: displayName }, 'small')}<bdi>${displayName}</bdi>${icon('chevron')}
      </button>
      <div id="account" popover class="menu">
        <p><bdi>${displayName}</bdi><small>${username}</small></p>
        <a href="settings">${icon('gear')} Settings</a>
        ${role === 'ADMIN' ? html`<a href="admin">${icon('shield')} Administration</a>` : nothing}
        <button @click=${() => show('key-help')}>${icon('keys')} Keys</button>
        <button @click=${signOut}>${icon('leave')} Sign out</button>
      </div>
    `;
  }

  get #menu() {
    return this.querySelector('#account');
  }
}

customElements.define('account-menu', AccountMenu);
