// An address goes on to a space, a quotation mark or a bracket of prose: in Chinese and Japanese no space follows the sentence.
// Letters of any script are part of it, for people copy them like that. What turns or hides text is not.
const END = String.raw`\s\p{Cc}\p{Bidi_Control}<>"“”„‟…。｡．，､、：；！？（）［］｛｝「」『』【】〈〉《》〔〕〖〗〘〙〚〛｟｠｢｣＜＞＂\u{AD}\u{200B}\u{2060}-\u{2064}\u{FEFF}`;
const LINK = new RegExp(`https?://[^${END}]+`, 'giu');
const TRAILING = /[\p{Terminal_Punctuation}'’»›*~]+$/u;

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
