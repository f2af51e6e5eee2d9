const GROWS = CSS.supports('field-sizing', 'content');

/** A text without blank lines around it, and without what no server can store. */
export function clean(text) {
  return text
    .replaceAll('\0', '')
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
