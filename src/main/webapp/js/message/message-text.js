import { pageAt } from '../router.js';
import { pieces } from './links.js';

const FEW_EMOJI = /^(?:\p{RGI_Emoji}\s*){1,3}$/v;

/** What somebody wrote: text as text, addresses as links, both built as nodes and never as markup. */
export class MessageText extends HTMLElement {
  #text;

  set text(text) {
    if (text === this.#text) {
      return;
    }
    this.#text = text;
    this.toggleAttribute('data-large', FEW_EMOJI.test(text));
    this.replaceChildren(...Array.from(pieces(text), ({ text: shown, href }) => (href ? link(shown, href) : shown)));
  }
}

function link(text, href) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.rel = 'noopener noreferrer';
  anchor.textContent = text;
  if (!pageAt(new URL(href))) {
    anchor.target = '_blank'; // addresses inside Parley open here
  }
  return anchor;
}

customElements.define('message-text', MessageText);
