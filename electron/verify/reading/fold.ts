// Brings texts to one form in which a burnt term can be found however it was written: case,
// spacing, hyphens, ligatures, compatibility forms, soft hyphens, zero-width signs and letters
// of other alphabets that look alike. Pure; used for comparing only, never for showing.

/** Letters of other scripts that print like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  і: "i",
  ј: "j",
  ѕ: "s",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  ӏ: "l",
  ɡ: "g",
  ɑ: "a",
  ı: "i",
  ⅼ: "l",
  α: "a",
  ο: "o",
  ρ: "p",
  ν: "v",
  υ: "u",
  ι: "i",
  κ: "k",
  τ: "t",
  χ: "x",
  η: "n",
  ϲ: "c",
  ꞌ: "'",
};

const HYPHENS = /[-\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/u;
/** Signs without ink, and signs that fonts use where they have no meaning to give. */
const NO_MEANING = /[\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]|[\u{FE00}-\u{FE0F}]/u;

const cache = new Map<string, string>();

/** One character for comparing page texts: case is kept, hyphens and unmapped signs drop out. */
export function foldGlyph(text: string): string {
  const code = text.length === 1 ? text.charCodeAt(0) : NaN;
  return code < PLAIN ? (plain[code] ??= folding(text)) : folding(text);
}

/** Letters of plain text are asked for most often: by their numbers. */
const PLAIN = 128;
const plain: (string | undefined)[] = Array.from({ length: PLAIN }, () => undefined);

function folding(text: string): string {
  let folded = cache.get(text);
  if (folded === undefined) {
    folded = [...text.normalize("NFKC")]
      .filter((char) => !HYPHENS.test(char) && !NO_MEANING.test(char))
      .map((char) => QUOTES[char] ?? char)
      .join("");
    if (cache.size > 50_000) cache.clear();
    cache.set(text, folded);
  }
  return folded;
}

/** Quotes of all kinds; round brackets, which engines mirror in text from right to left. */
const QUOTES: Readonly<Record<string, string>> = {
  ")": "(",
  "\u2018": "'",
  "\u2019": "'",
  "\u201A": "'",
  "\u201B": "'",
  "\u2032": "'",
  "\u00B4": "'",
  "\u201C": '"',
  "\u201D": '"',
  "\u201E": '"',
  "\u2033": '"',
};

export interface Folded {
  /** Letters and digits only, lower case. */
  readonly text: string;
  /** For each unit of `text`: whether a word starts there. */
  readonly starts: Uint8Array;
}

/** Stands for what a mark removed: nothing may match across it. */
export const CUT = "\uE000";

const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const SIMPLE = /^[a-z0-9]*$/;

/** Letters and digits of a text, with the places where words begin. */
export function foldTerm(text: string): Folded {
  const decomposed = text.normalize("NFKD").toLowerCase();
  // Folded, a character is never of more units than before.
  const units = new Uint16Array(decomposed.length);
  const starts = new Uint8Array(decomposed.length);
  let length = 0;
  let fresh = true;
  for (let at = 0; at < decomposed.length; at++) {
    const code = decomposed.charCodeAt(at);
    let letter = code < PLAIN ? plainLetters[code]! : UNKNOWN;
    if (letter === UNKNOWN) {
      const char = String.fromCodePoint(decomposed.codePointAt(at)!);
      at += char.length - 1;
      const folded = letterOf(char);
      if (folded.length > 1) {
        starts[length] = fresh ? 1 : 0;
        for (let i = 0; i < folded.length; i++) units[length++] = folded.charCodeAt(i);
        fresh = false;
        continue;
      }
      letter = folded === WITHIN ? NOTHING : folded.charCodeAt(0);
    }
    if (letter === NOTHING) continue;
    if (letter === BLANK) {
      fresh = true;
      continue;
    }
    starts[length] = fresh ? 1 : 0;
    units[length++] = letter;
    fresh = letter === CUT_CODE;
  }
  return { text: textOf(units.subarray(0, length)), starts: starts.slice(0, length) };
}

function textOf(units: Uint16Array): string {
  const narrow = units.every((unit) => unit < 256);
  return narrow
    ? Buffer.from(units).toString("latin1")
    : Buffer.from(units.buffer, 0, 2 * units.length).toString("utf16le");
}

/** What is no letter: it may sit within a word, or ends one. */
const WITHIN = "";
const ENDS = " ";
/** The same as numbers; letters that are not plain are looked up by their characters. */
const NOTHING = 0;
const BLANK = 32;
const UNKNOWN = -1;
const CUT_CODE = CUT.charCodeAt(0);
const plainLetters = Int32Array.from({ length: PLAIN }, (_, code) => {
  const folded = lookedAt(String.fromCharCode(code));
  return folded === WITHIN ? NOTHING : folded.charCodeAt(0);
});
const MOST_LETTERS = 20_000;
/** Asked for every character of a document, of which there are few kinds. */
const letters = new Map<string, string>();

function letterOf(char: string): string {
  let letter = letters.get(char);
  if (letter === undefined) {
    letter = lookedAt(char);
    if (letters.size < MOST_LETTERS) letters.set(char, letter);
  }
  return letter;
}

function lookedAt(char: string): string {
  if (SIMPLE.test(char)) return char;
  if (MARK.test(char)) return WITHIN;
  if (char === CUT) return CUT;
  // A hyphen or a zero-width sign may sit within a word; a space or a stop ends one.
  if (!LETTER.test(char)) return HYPHENS.test(char) || /\p{Cf}/u.test(char) ? WITHIN : ENDS;
  return LOOKALIKES[char] ?? char;
}
