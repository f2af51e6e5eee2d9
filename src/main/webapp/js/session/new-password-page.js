import { request } from '../api.js';
import { html } from '../lit.js';
import { go } from '../router.js';
import { store } from '../store.js';
import { FormView } from '../ui/form-view.js';
import { mark } from '../ui/icon.js';
import { door } from './door.js';
import { forgetSecret, secretFor } from './link-secret.js';
import { newPasswordField } from './new-password-field.js';
import { session } from './session.js';

const PAGE = 'new-password';

/** For people who have lost their password, and have a link from an administrator. */
export class NewPasswordPage extends FormView {
  #door;
  #secret;
  #spent = false;

  connected() {
    this.#takeSecret();
    this.watch(globalThis, 'hashchange', () => this.#takeSecret());
    this.#look();
  }

  async submit({ newPassword }) {
    try {
      await request('POST', 'api/password-reset', { body: { secret: this.#secret, newPassword } });
    } catch (problem) {
      this.#failed(problem);
      return;
    }
    forgetSecret(PAGE);
    await leaveWhatHasEnded();
    go('sign-in', { replace: true, state: { passwordChanged: true } });
  }

  view() {
    return html`<main class="account-page">${mark()} ${this.#door ? this.#content(this.#door) : ''}</main>`;
  }

  #content({ signOn }) {
    if (signOn) {
      return html`<h1>Choose a new password</h1>
        <p class="words">Accounts come from ${signOn.name} here, and that is where their passwords are changed.</p>
        <p class="aside"><a href="sign-in">Sign in</a></p>`;
    }
    if (this.#spent) {
      return html`<h1>This link is not good any more</h1>
        <p class="words" role="alert">
          It was used before, or its time is over. Ask an administrator for another one.
        </p>
        ${signIn()}`;
    }
    if (!this.#secret) {
      return html`<h1>Choose a new password</h1>
        <p class="words">This takes a link from an administrator. Open it once more, or ask for another one.</p>
        ${signIn()}`;
    }
    return html`<h1>Choose a new password</h1>
      <form @submit=${this.send} novalidate aria-label="Choose a new password">
        ${this.notice}
        ${newPasswordField({
          name: 'newPassword',
          label: 'New password',
          autofocus: true,
          error: this.error('newPassword'),
        })}
        <button class="primary" aria-busy=${this.busy}>Change password</button>
      </form>
      ${signIn()}`;
  }

  async #look() {
    this.#door = await door();
    this.draw();
    this.querySelector('[autofocus]')?.focus();
  }

  #takeSecret() {
    this.#secret = secretFor(PAGE);
    this.#spent = false;
    this.update();
  }

  #failed(problem) {
    if (!problem.about?.('secret')) {
      throw problem;
    }
    forgetSecret(PAGE);
    this.#spent = true;
  }
}

function signIn() {
  return html`<p class="aside">Do you know it after all? <a href="sign-in">Sign in</a></p>`;
}

// The new password ends all sessions of its owner, and one of them may be here.
async function leaveWhatHasEnded() {
  if (store.phase === 'signed-in') {
    await session.renew().catch(() => {}); // unreachable: the socket will tell
  }
}

customElements.define('new-password-page', NewPasswordPage);
