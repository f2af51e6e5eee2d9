import { html } from '../lit.js';
import { store } from '../store.js';
import { icon } from '../ui/icon.js';
import { View } from '../view.js';

/** Who may be here, and what was done about it: for administrators. */
export class AdminPage extends View {
  connected() {
    this.watch(store, 'route');
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
        <div class="settings-body">${part(name)}</div>
      </main>
      <confirm-dialog></confirm-dialog>
      <link-dialog></link-dialog>
      <person-picker></person-picker>
    `;
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
