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
  #door;
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
        <div class="settings-body" aria-busy=${!this.#door}>${this.#door ? this.#sections(this.#door) : nothing}</div>
      </main>
    `;
  }

  #sections({ signOn }) {
    return html`
      ${you(store.user, signOn)}
      <section>
        <h2 id="theme-title">Theme</h2>
        ${themes('theme-title')}
      </section>
      ${signOn ? nothing : password()}
      <section>
        <h2>Where you are signed in</h2>
        <session-list></session-list>
      </section>
      ${this.#waitsForAdmin ? firstAdministrator() : nothing}
    `;
  }

  async #look() {
    this.#door = await door();
    this.update();
    if (store.user.role !== 'ADMIN' && !this.#door.signOn?.decidesRoles) {
      await this.#lookForAdmin();
    }
  }

  // It stays when it is done, for it says so.
  async #lookForAdmin() {
    const { setUp } = await door({ again: true });
    this.#waitsForAdmin = setUp;
    this.update();
  }
}

function you({ id, displayName, username, createdAt }, signOn) {
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
      ${
        signOn
          ? html`<p class="words">Your name comes from ${signOn.name}, and is changed there.</p>`
          : html`<profile-form></profile-form>`
      }
      <button @click=${signOut}>${icon('leave')} Sign out</button>
    </section>
  `;
}

function password() {
  return html`
    <section>
      <h2 id="password-title">Password</h2>
      <p class="words">A new password signs you out on all your other devices.</p>
      <password-form></password-form>
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
