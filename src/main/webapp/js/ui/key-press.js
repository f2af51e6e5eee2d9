/** Whether this is a Mac, where ⌘ stands for Ctrl, and Alt writes characters. */
export const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const BY_CODE = new Map([
  ['Slash', { shifted: '?' }],
  ['Equal', { shifted: '+' }],
]);

/**
 * Whether an input method has this key. Safari ends the composition before the Enter or Escape that ends it,
 * and tells that by the key code 229 alone.
 */
export function isComposing({ isComposing: composing, keyCode, key }) {
  return composing || keyCode === 229 || key === 'Process';
}

/** Whether one writes into `target`. */
export function inField(target) {
  return target.matches('input, textarea, select, [contenteditable]');
}

export function isPlain({ altKey, ctrlKey, metaKey }) {
  return !altKey && !ctrlKey && !metaKey;
}

/** Whether Ctrl is held down and nothing else, or ⌘ on a Mac. */
export function isCommand({ altKey, ctrlKey, metaKey, shiftKey }) {
  return !altKey && !shiftKey && (MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey);
}

/**
 * What a key stands for as a shortcut: the character it writes, a letter in lower case whatever Caps Lock says;
 * where a layout has no Latin letters, the letter that stands there on a Latin one. So Dvorak and AZERTY go by
 * what is printed on the key, and Cyrillic or Greek by its place.
 */
export function shortcutOf({ key, code = '', shiftKey }) {
  if ([...key].length !== 1 || /[\x20-\x7e]/.test(key)) {
    return key.length === 1 ? key.toLowerCase() : key;
  }
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? (shiftKey ? BY_CODE.get(code)?.shifted : undefined) ?? key;
}

/** Whether a key writes something, or begins to: a character, also by AltGr or a Mac's Alt, an accent, an input method. */
export function isWriting(event) {
  if (isComposing(event) || event.key === 'Dead') {
    return true;
  }
  return [...event.key].length === 1 && event.key !== ' ' && (isPlain(event) || writesByModifier(event));
}

// AltGr counts as Ctrl and Alt on some systems.
function writesByModifier(event) {
  const { altKey, ctrlKey, metaKey } = event;
  const isAltGr = event.getModifierState('AltGraph') || (!MAC && altKey && ctrlKey);
  return !metaKey && (isAltGr || (MAC && altKey && !ctrlKey));
}
