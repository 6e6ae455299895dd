// What the tagger reads off a word's letters alone: its plain form, its shape, its hash.
// The plain form undoes dress: case, compatibility letters, zero-width characters, and Cyrillic
// or Greek letters put in a Latin word to hide it. It must never look at neighbours.

const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x", і: "i", ѕ: "s", ј: "j", ԁ: "d", ո: "n",
  ɡ: "g", һ: "h", ӏ: "l", ν: "v", ο: "o", α: "a", ι: "i", κ: "k", ρ: "p", τ: "t", υ: "u", ε: "e",
  в: "b", н: "h", к: "k", м: "m", т: "t",
}; // prettier-ignore

/** The word bare of dress but for its case; the same string when it wears none. */
export function undressed(word: string): string {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return folded(word);
  return word;
}

function folded(word: string): string {
  const plain = word.replace(HIDDEN, "").normalize("NFKC");
  if (!/[\u0370-\u052f]/.test(plain)) return plain;
  const latin = [...plain]
    .map((letter) => {
      const like = LOOKALIKES[letter.toLowerCase()];
      if (like === undefined) return letter;
      return letter === letter.toLowerCase() ? like : like.toUpperCase();
    })
    .join("");
  // A word that stays partly foreign really is foreign: leave it be.
  return /[\u0370-\u052f]/.test(latin) ? plain : latin;
}

/** 32-bit FNV-1a over UTF-16 units with a final mix. */
export function hashText(text: string, from = 0, to = text.length, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Joins two hashes so that order counts. */
export function joined(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));
}

/** "Kelly" Xxx, "NHS" XXX, "18403" ddddd: runs longer than `most` are cut to it. */
export function shapeOf(word: string, most: number): string {
  let shape = "";
  let previous = "";
  let run = 0;
  for (let i = 0; i < word.length && i < 24; i++) {
    const code = word.charCodeAt(i);
    let kind: string;
    if (code >= 97 && code <= 122) kind = "x";
    else if (code >= 65 && code <= 90) kind = "X";
    else if (code >= 48 && code <= 57) kind = "d";
    else if (code < 128) kind = word[i] ?? "";
    else {
      const letter = word[i] ?? "";
      if (letter !== letter.toLowerCase()) kind = "X";
      else if (/\p{L}|\p{M}/u.test(letter)) kind = "x";
      else kind = /\p{N}/u.test(letter) ? "d" : letter;
    }
    run = kind === previous ? run + 1 : 1;
    previous = kind;
    if (run <= most) shape += kind;
  }
  return shape;
}

export const MIXED_CASE = 0;
export const LOWER = 1;
export const TITLE = 2;
export const UPPER = 3;
export const DIGITS = 4;
export const INITIAL = 5;
export const OTHER = 6;

/** How the word is cased; a one-letter capital is an INITIAL. */
export function caseOf(word: string): number {
  let small = 0;
  let big = 0;
  let digits = 0;
  let others = 0;
  let startsBig = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) {
      big += 1;
      if (i === 0) startsBig = true;
    } else if (code >= 48 && code <= 57) digits += 1;
    else if (code < 128) others += 1;
    else {
      const letter = word[i] ?? "";
      if (letter !== letter.toLowerCase()) {
        big += 1;
        if (i === 0) startsBig = true;
      } else if (/\p{L}|\p{M}/u.test(letter)) small += 1;
      else if (/\p{N}/u.test(letter)) digits += 1;
      else others += 1;
    }
  }
  if (others === word.length) return OTHER;
  if (others > 0 || (digits > 0 && digits < word.length)) return MIXED_CASE;
  if (digits > 0) return DIGITS;
  if (big === 0) return LOWER;
  if (small === 0) return big === 1 ? INITIAL : UPPER;
  return big === 1 && startsBig ? TITLE : MIXED_CASE;
}
