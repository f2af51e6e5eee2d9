import { mayEdit, react } from './changes.js';
import { actOf, messageOf } from './message-keys.js';
import { MessageToolbar } from './message-toolbar.js';

const HOVERS = matchMedia('(hover: hover)'); // elsewhere, what was touched last counts as hovered

/**
 * What is done with the messages of a list, by toolbar and by key: the toolbar goes where the mouse or the focus
 * is, and one message at a time is edited where it stands.
 */
export class MessageActions {
  #list;
  #room;
  #toolbar = new MessageToolbar();
  #editing; // {seq, rev?, fromHere}: with `rev`, until that change is here

  constructor(list, room) {
    this.#list = list;
    this.#room = room;
  }

  /** `watch` hears events of the list for as long as it is in the document. */
  listen(watch) {
    watch('pointerover', ({ target, pointerType }) => pointerType === 'mouse' && this.#point(target));
    watch('pointerleave', () => this.#point(document.activeElement));
    watch('focusin', ({ target }) => this.#point(target));
    watch('focusout', ({ relatedTarget }) => this.#list.contains(relatedTarget) || this.#unpoint());
    watch('keydown', (event) => this.#pressed(event));
    watch('act', ({ detail }) => this.#act(detail, this.#toolbar.seq));
    watch('edited', ({ detail }) => this.#edited(detail));
    watch('edit-on', ({ detail }) => this.#act('edit', detail));
  }

  /** The message that is being edited. */
  get editing() {
    return this.#editing?.seq;
  }

  /** Edits the last of these messages that is one's own. */
  editLast(messages = []) {
    const mine = messages.findLast(mayEdit);
    if (mine) {
      this.#edit(mine);
    }
  }

  /** Ends an edit whose outcome is here. */
  settle() {
    const { seq, rev, fromHere } = this.#editing ?? {};
    const message = this.#room.log.get(seq);
    if (this.#editing && (!message || message.deleted || message.rev >= rev)) {
      this.#editing = undefined;
      queueMicrotask(() => this.#leftEditor(fromHere && seq));
    }
  }

  /** After the list was drawn: the message may have changed, or gone. */
  refresh() {
    if (this.#toolbar.isConnected) {
      this.#toolbar.moveTo(this.#toolbar.parentElement, this.#room, this.#room.log.get(this.#toolbar.seq));
    }
  }

  #pressed(event) {
    const [act, row] = [actOf(event), messageOf(event)];
    if (act && row) {
      event.preventDefault();
      this.#act(act, Number(row.dataset.seq));
    }
  }

  #point(target) {
    const row = target.closest?.('.message');
    const seq = this.#list.contains(row) ? Number(row.dataset.seq) : undefined;
    const message = seq === this.editing ? undefined : this.#room.log.get(seq);
    this.#toolbar.moveTo(row, this.#room, message);
  }

  #unpoint() {
    if (!HOVERS.matches || !this.#toolbar.parentElement?.matches(':hover')) {
      this.#toolbar.remove();
    }
  }

  #act(act, seq) {
    const message = this.#room.log.get(seq);
    if (!message || message.deleted || !this.#room.role) {
      return;
    }
    switch (act) {
      case 'react':
        this.#find('emoji-picker').open(this.#row(seq), (emoji) =>
          react(this.#room.id, this.#room.log.get(seq), emoji),
        );
        break;
      case 'reply':
        this.#tell('answer', message);
        break;
      case 'edit':
        this.#edit(message);
        break;
      default:
        this.#find('delete-dialog').ask(message);
    }
  }

  #edit(message) {
    if (mayEdit(message)) {
      this.#editing = { seq: message.seq, fromHere: this.#list.contains(document.activeElement) };
      this.#toolbar.remove();
      this.#list.draw();
      this.#row(message.seq)?.scrollIntoView({ block: 'nearest' });
    }
  }

  // The reply may come before the frame that brings the new text: the editor stays until then.
  #edited({ seq, rev }) {
    if (this.editing === seq) {
      this.#editing.rev = rev;
      this.#list.update();
    }
  }

  // Back to where one came from: the message, or the composer.
  #leftEditor(seq) {
    if (seq) {
      this.#row(seq)?.focus({ preventScroll: true });
    } else {
      this.#tell('left-editor');
    }
  }

  #tell(type, detail) {
    this.#list.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  #row(seq) {
    return this.#find(`.message[data-seq="${seq}"]`);
  }

  #find(selector) {
    return this.#list.querySelector(selector);
  }
}
