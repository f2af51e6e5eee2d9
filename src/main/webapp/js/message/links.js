const LINK = /https?:\/\/[^\s<>"\u2028\u2029]+/giu;
const TRAILING = /[.,;:!?'’”»*_~]+$/u;

/** Cuts a text into pieces `{text}` and `{text, href}`. */
export function* pieces(text) {
  let from = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const href = withoutTail(found);
    if (URL.canParse(href)) {
      yield { text: text.slice(from, index) };
      yield { text: href, href };
      from = index + href.length;
    }
  }
  yield { text: text.slice(from) };
}

// The full stop after a link is the sentence's, and so is a bracket that was opened before it.
function withoutTail(link) {
  const cut = link.replace(TRAILING, '');
  const closing = { ')': '(', ']': '[', '}': '{' }[cut.at(-1)];
  if (closing && count(cut, cut.at(-1)) > count(cut, closing)) {
    return withoutTail(cut.slice(0, -1));
  }
  return cut;
}

function count(text, character) {
  return text.split(character).length - 1;
}
