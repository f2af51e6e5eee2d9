import { html } from '../lit.js';
import { signOut } from './sign-out.js';
import { store } from '../store.js';
import { avatar } from '../ui/avatar.js';
import { icon } from '../ui/icon.js';
import { date } from '../ui/time.js';
import { View } from '../view.js';

const THEMES = [
  ['system', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** What one can set for oneself. */
export class SettingsPage extends View {
  connected() {
    this.watch(store, 'session');
  }

  view() {
    const { id, displayName, username, createdAt } = store.user;
    return html`
      <main class="settings">
        <header class="room-head">
          <a class="back icon-button" href="./" aria-label="All rooms">${icon('back')}</a>
          <h1>Settings</h1>
        </header>
        <div class="settings-body">
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
          <section>
            <h2 id="theme-title">Theme</h2>
            <div class="themes" role="radiogroup" aria-labelledby="theme-title">${THEMES.map(theme)}</div>
          </section>
        </div>
      </main>
    `;
  }
}

function theme([value, label]) {
  const { parleyTheme } = globalThis;
  return html`
    <label class="theme" data-look=${value}>
      <input
        type="radio"
        name="theme"
        value=${value}
        ?checked=${parleyTheme.current === value}
        @change=${() => parleyTheme.choose(value)}
      />
      <span class="sample" aria-hidden="true"><i></i><i></i><i></i></span>
      ${label}
    </label>
  `;
}

customElements.define('settings-page', SettingsPage);
