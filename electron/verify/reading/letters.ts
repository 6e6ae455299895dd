// What of a text is read as words: letters and digits of any script. Asked for every letter of a page by
// several checks, of which a document has few kinds.

const LETTER = /[\p{L}\p{N}]/u;
const MOST = 20_000;
const known = new Map<string, boolean>();

/** True where a text holds a letter or a digit. */
export function hasLetter(text: string): boolean {
  let found = known.get(text);
  if (found === undefined) {
    found = LETTER.test(text);
    if (known.size < MOST) known.set(text, found);
  }
  return found;
}
