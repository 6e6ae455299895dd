// Words that a line's end broke by a hyphen, and words that are written with one. What is told here is
// told by the words alone, so that twins say the same (B1).
import { WORD, lexicon } from "../../../../shared/detect/lexicon/lexicon.ts";
import type { Piece, Segment, Token } from "../model.ts";

const HYPHEN = /^[-\u00ad\u2010]$/u;
/** Says by itself that it only breaks the word. */
const SOFT = "\u00ad";
const LETTER = /^\p{L}/u;
const LOWER = /^\p{Ll}/u;

export interface Hyphenation {
  /** Words that are written with a hyphen inside a line, in small letters. */
  readonly compounds: ReadonlySet<string>;
}

/** How a page hyphenates, from its lines. */
export function hyphenationOf(segments: readonly Segment[]): Hyphenation {
  let known = hyphenations.get(segments);
  if (!known) hyphenations.set(segments, (known = readHyphenation(segments)));
  return known;
}

const hyphenations = new WeakMap<readonly Segment[], Hyphenation>();

function readHyphenation(segments: readonly Segment[]): Hyphenation {
  const compounds = new Set<string>();
  for (const line of segments) {
    if (line.touched) continue;
    const inked = line.glyphs.filter((g) => !g.blank);
    if (inked.length < 20) continue;
    if (!line.glyphs.some((g) => g.mark < 0 && /[-\u2010]/u.test(g.item.shape.unicode))) continue;
    const string = line.glyphs
      .filter((g) => g.mark < 0)
      .map((g) => g.item.shape.unicode)
      .join("");
    for (const word of string.match(/\p{L}+(?:[-\u2010]\p{L}+)+/gu) ?? []) {
      compounds.add(word.toLowerCase().replaceAll("\u2010", "-"));
    }
  }
  return { compounds };
}

/** Ends a line: a space, unless a hyphen broke the word. */
export function joinLine(tokens: Token[], next: readonly Token[], hyphenation: Hyphenation): void {
  while (tokens[tokens.length - 1] === "space") tokens.pop();
  const last = tokens[tokens.length - 1];
  const first = next.find((t) => t !== "space");
  const before = tokens[tokens.length - 2];
  const broken =
    isPiece(last) &&
    HYPHEN.test(last.item.shape.unicode) &&
    before !== undefined &&
    before !== "space" &&
    first !== undefined;
  if (!broken) {
    tokens.push("space");
    return;
  }
  if (isPiece(before) && LETTER.test(text(before)) && isPiece(first) && LOWER.test(text(first))) {
    const [start, end] = [tail(tokens.slice(0, -1)).toLowerCase(), head(next).toLowerCase()];
    if (text(last) === SOFT || isBroken(start, end, hyphenation)) tokens.pop();
  }
}

/**
 * Did the hyphen only break a word? Other words may tell in one twin and not in the other; that the
 * whole is a word tells in both. Two words whose whole is none are a compound, also on a page that
 * breaks words: those are many times as frequent as unknown words that part into two known ones.
 */
function isBroken(start: string, end: string, { compounds }: Hyphenation): boolean {
  if (compounds.has(`${start}-${end}`)) return false;
  return isWord(start + end) || !(isWord(start) && isWord(end));
}

function isWord(text: string): boolean {
  return ((lexicon().bits.get(text) ?? 0) & WORD) !== 0;
}

function isPiece(token: Token | undefined): token is Piece {
  return token !== undefined && token !== "space" && token.kind === "glyph";
}

function text(piece: Piece): string {
  return piece.item.shape.unicode;
}

function tail(tokens: readonly Token[]): string {
  let out = "";
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!isPiece(token) || !/^[\p{L}-]+$/u.test(text(token))) break;
    out = text(token) + out;
  }
  return out;
}

function head(tokens: readonly Token[]): string {
  let out = "";
  for (const token of tokens) {
    if (!isPiece(token) || !/^[\p{L}-]+$/u.test(text(token))) break;
    out += text(token);
  }
  return out;
}
