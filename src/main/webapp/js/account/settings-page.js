import { html, nothing } from '../lit.js';
import { door } from '../session/door.js';
import { signOut } from './sign-out.js';
import { store } from '../store.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icon.js';
import { date } from '../ui/time.js';
import { View } from '../view.js';
import { themes } from './themes.js';

/** What one can set for oneself. */
export class SettingsPage extends View {
  #waitsForAdmin = false;

  connected() {
    this.watch(store, 'session');
    this.watch(this, 'sessions-ended', () => this.querySelector('session-list').load());
    this.#look();
  }

  view() {
    return html`
      <main class="settings">
        <header class="room-head">
          <a class="back icon-button" href="./" aria-label="All rooms">${icon('back')}</a>
          <h1>Settings</h1>
        </header>
        <div class="settings-body">
          ${you(store.user)}
          <section>
            <h2 id="theme-title">Theme</h2>
            ${themes('theme-title')}
          </section>
          <section>
            <h2 id="password-title">Password</h2>
            <p class="words">A new password signs you out on all your other devices.</p>
            <password-form></password-form>
          </section>
          <section>
            <h2>Where you are signed in</h2>
            <session-list></session-list>
          </section>
          ${this.#waitsForAdmin ? firstAdministrator() : nothing}
        </div>
      </main>
    `;
  }

  // It stays when it is done, for it says so.
  async #look() {
    if (store.user.role !== 'ADMIN') {
      const { setUp } = await door({ again: true });
      this.#waitsForAdmin = setUp;
      this.update();
    }
  }
}

function you({ id, displayName, username, createdAt }) {
  return html`
    <section>
      <h2>You</h2>
      <div class="me">
        ${avatar({ id, name: displayName }, 'large')}
        <p>
          <bdi>${displayName}</bdi
          ><small>${username}${createdAt ? html` · here since ${date(createdAt)}` : ''}</small>
        </p>
      </div>
      <profile-form></profile-form>
      <button @click=${signOut}>${icon('leave')} Sign out</button>
    </section>
  `;
}

function firstAdministrator() {
  return html`
    <section>
      <h2 id="set-up-title">First administrator</h2>
      <set-up-form></set-up-form>
    </section>
  `;
}

customElements.define('settings-page', SettingsPage);
