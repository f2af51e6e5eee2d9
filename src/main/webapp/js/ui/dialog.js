/** Opens the dialog that an element keeps. */
export function show(name) {
  document.querySelector(name).open();
}
