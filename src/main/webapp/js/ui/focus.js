/** Whether nothing has the focus: the next key would begin at the top of the page. */
export function focusIsLost() {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body;
}

/** Where the focus is now, to go back there, or as near to it as there still is something. */
export function placeOfFocus() {
  const around = [];
  for (let element = document.activeElement; element; element = element.parentElement) {
    around.push(element);
  }
  return {
    focus() {
      around.some((element) => {
        element.focus({ preventScroll: true });
        return element === document.activeElement && !focusIsLost();
      });
    },
  };
}
