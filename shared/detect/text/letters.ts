// What a UTF-16 unit is to the word cutter: a letter, a mark, a figure or neither. Asked for every unit of
// every page, so the answer is looked up; a table is filled as alphabets are met.

export const LETTER = 1;
export const MARK = 2;
export const FIGURE = 4;
const NEITHER = 8;

const table = new Uint8Array(0x10000);

/** Class of the character at `i`; a surrogate pair counts by what it writes. */
export function classAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit <= 0xdfff) return classOf(pairAt(text, i));
  const known = table[unit]!;
  return known === 0 ? (table[unit] = classOf(text[i]!)) : known;
}

/** The whole character that the unit at `i` is a half of. */
function pairAt(text: string, i: number): string {
  const unit = text.charCodeAt(i);
  return unit < 0xdc00 ? String.fromCodePoint(text.codePointAt(i)!) : wholeBehind(text, i);
}

function wholeBehind(text: string, i: number): string {
  const code = i > 0 ? text.codePointAt(i - 1)! : 0;
  return code > 0xffff ? String.fromCodePoint(code) : text[i]!;
}

function classOf(char: string): number {
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{M}/u.test(char)) return MARK;
  return /\p{N}/u.test(char) ? FIGURE : NEITHER;
}
