/** "must not be empty" is said of something; a whole sentence stands by itself. */
export function sentence(subject, words) {
  return /^\p{Ll}/u.test(words) ? `${subject} ${words}` : words;
}
