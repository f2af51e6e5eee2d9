import { html } from '../lit.js';
import { DialogView } from '../ui/dialog-view.js';
import { field } from '../ui/field.js';
import { createRoom } from './room-actions.js';

/** Makes a new room. */
export class RoomDialog extends DialogView {
  async submit({ name, description, kind }) {
    await createRoom({ name: name.trim(), description: description.trim(), kind });
    this.close();
  }

  fieldOf(problem) {
    return problem.code === 'room_name_taken' ? 'name' : undefined;
  }

  view() {
    return this.dialog(
      { title: 'New room', name: 'room-dialog' },
      () => html`
        <form @submit=${this.send} novalidate>
          ${this.notice}
          ${field({ name: 'name', label: 'Name', autofocus: true, placeholder: 'Lunch plans', error: this.error('name') })}
          ${field({
            name: 'description',
            label: 'What it is about',
            required: false,
            hint: 'Optional.',
            error: this.error('description'),
          })}
          <fieldset class="choices">
            <legend>Who can find it</legend>
            <label
              ><input type="radio" name="kind" value="PUBLIC" checked /><span
                ><b>Public</b> Everyone here can read and join.</span
              ></label
            >
            <label
              ><input type="radio" name="kind" value="PRIVATE" /><span
                ><b>Private</b> Only people who are added.</span
              ></label
            >
          </fieldset>
          <footer>
            <button type="button" @click=${this.close}>Cancel</button>
            <button class="primary" aria-busy=${this.busy}>Create room</button>
          </footer>
        </form>
      `,
    );
  }
}

customElements.define('room-dialog', RoomDialog);
