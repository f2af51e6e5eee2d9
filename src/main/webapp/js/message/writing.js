const CONTROLS = /[\p{Cc}--[\n\t]]/gv; // pasted from a terminal, mostly
const UNSEEN =
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{1D159}]*$/v;
const GROWS = CSS.supports('field-sizing', 'content');

/** Whether a reader sees something of a text; the server refuses what nobody sees. */
export function isSeen(text) {
  return !UNSEEN.test(text);
}

/** A text without blank lines around it, and without what the server does not take. */
export function clean(text) {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()
    .replace(/^(?:[^\S\n]*\n)+|\s+$/gu, '');
}

/** Makes a field as high as its text, where the browser does not. The stylesheet sets the limit. */
export function fit(field) {
  if (!GROWS) {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}
