// Folds text so that the same name is found in every dress: case, accents, ligatures, spaces,
// hyphens, soft hyphens, apostrophes and invisible characters count for nothing. Keeps the way
// back to the original text. Pure.

export interface Folded {
  /** Letters and digits only, in lower case without accents. */
  readonly text: string;
  /** For each unit of `text`, the start and end in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** A word may begin at this unit / end after it. */
  readonly opens: readonly boolean[];
  readonly closes: readonly boolean[];
}

/** Letters of other scripts that pass for Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ј: "j",
  ѕ: "s",
  к: "k",
  м: "m",
  н: "h",
  т: "t",
  в: "b",
  α: "a",
  ο: "o",
  ρ: "p",
  ν: "v",
  ι: "i",
  κ: "k",
  τ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** Characters that neither part words nor belong to them. */
const TRANSPARENT = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Writing without spaces between its words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function fold(original: string): Folded {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const opens: boolean[] = [];
  const closes: boolean[] = [];
  let at = 0;
  let fresh = true;
  let kind = "";
  let small = false;
  for (const character of original) {
    const start = at;
    at += character.length;
    const { kind: own, plain } = known(character);
    if (own === "transparent") continue;
    if (plain === "") {
      if (own === "mark") {
        // A combining accent belongs to the letter before it.
        if (ends.length > 0) ends[ends.length - 1] = at;
        continue;
      }
      if (closes.length > 0) closes[closes.length - 1] = true;
      fresh = true;
      continue;
    }
    // "Jones2009" and "JonesReport" hold a name although nothing parts it from what follows; where
    // writing has no spaces, every sign may begin a word and end one.
    const capital = isCapital(character);
    const after = capital && small && !isPrefixed(original, start);
    const parted = fresh || own !== kind || own === "sign" || after;
    small = !capital && own === "letter";
    if (parted && closes.length > 0) closes[closes.length - 1] = true;
    for (let unit = 0; unit < plain.length; unit++) {
      text.push(plain[unit]!);
      starts.push(start);
      ends.push(at);
      opens.push(parted && unit === 0);
      closes.push(false);
    }
    fresh = false;
    kind = own;
  }
  if (closes.length > 0) closes[closes.length - 1] = true;
  return { text: text.join(""), starts, ends, opens, closes };
}

/** The text alone, where nobody asks for the way back. */
export function foldedText(original: string): string {
  let text = "";
  for (const character of original) text += known(character).plain;
  return text;
}

/** Told by the first unit: asked for every character of a document. */
function isCapital(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(character);
}

/** "Mc" and "Mac" before a capital are part of one name. */
function isPrefixed(original: string, start: number): boolean {
  return /(?:^|[^\p{L}])Ma?c$/u.test(original.slice(Math.max(0, start - 4), start));
}

interface Known {
  readonly kind: "transparent" | "mark" | "digit" | "letter" | "sign";
  /** Empty for what is no letter. */
  readonly plain: string;
}

/** Asked for every character of a document, of which there are few kinds. */
const KNOWN = new Map<string, Known>();
const MOST_KNOWN = 20_000;

function known(character: string): Known {
  let found = KNOWN.get(character);
  if (!found) {
    found = lookedAt(character);
    if (KNOWN.size < MOST_KNOWN) KNOWN.set(character, found);
  }
  return found;
}

function lookedAt(character: string): Known {
  // PDFium gives a hyphen that broke a word as U+0002.
  if (TRANSPARENT.test(character) || character === "\u0002")
    return { kind: "transparent", plain: "" };
  const plain = plainOf(character);
  if (plain === "" && /\p{M}/u.test(character)) return { kind: "mark", plain };
  if (UNSPACED.test(plain)) return { kind: "sign", plain };
  return { kind: /\p{N}/u.test(plain) ? "digit" : "letter", plain };
}

function plainOf(character: string): string {
  const parts = character.normalize("NFKD").toLowerCase();
  let plain = "";
  for (const part of parts) {
    const mapped = LOOKALIKES[part] ?? part;
    if (/^\p{M}$/u.test(mapped)) continue;
    for (const unit of mapped) if (LETTER.test(unit)) plain += unit;
  }
  return plain;
}
