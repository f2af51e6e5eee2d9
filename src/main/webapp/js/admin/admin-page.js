import { html, nothing } from '../lit.js';
import { door } from '../session/door.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';

/** Who may be here, and what was done about it: for administrators. */
export class AdminPage extends View {
  #isKnown = false; // whether accounts are made here

  connected() {
    this.watch(store, 'route');
    this.#look();
  }

  view() {
    const { name } = store.route;
    return html`
      <main class="settings admin">
        <header class="room-head">
          <a class="back icon-button" href="./" aria-label="All rooms">${icon('back')}</a>
          <h1>Administration</h1>
          <nav aria-label="Administration">
            ${tab('admin', 'People', name !== 'audit')} ${tab('admin/audit', 'Audit', name === 'audit')}
          </nav>
        </header>
        <div class="settings-body" aria-busy=${!this.#isKnown}>${this.#isKnown ? part(name) : nothing}</div>
      </main>
      <confirm-dialog></confirm-dialog>
      <link-dialog></link-dialog>
      <person-picker></person-picker>
    `;
  }

  async #look() {
    await door();
    this.#isKnown = true;
    this.update();
  }
}

function tab(href, label, isHere) {
  return html`<a href=${href} aria-current=${isHere ? 'page' : 'false'}>${label}</a>`;
}

function part(name) {
  switch (name) {
    case 'person':
      return html`<person-page></person-page>`;
    case 'audit':
      return html`<audit-filters></audit-filters><audit-trail></audit-trail>`;
    default:
      return html`<people-list></people-list>`;
  }
}

customElements.define('admin-page', AdminPage);
