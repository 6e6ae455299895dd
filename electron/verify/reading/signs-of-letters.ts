// Signs that stand on a letter as characters of their own: vowels of Arabic and Hebrew, signs of
// Devanagari and Thai, accents of Latin letters. A mark may cover the letter and not them; they are burnt
// with their letter all the same (B2).
import type { Glyph } from "./glyph.ts";

const SIGN = /^(?:\p{M}|[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d8-\u02dd])$/u;
const COMBINING = /\p{M}/u;
/** Font sizes between the origins of a sign and its letter at most, across their line and beside the letter. */
const ACROSS = 0.7;
const BESIDE = 0.15;
/** Comparisons on a page; where there were more a letter is sought among so many beside its sign. */
const MOST = 20_000_000;
const NEAR = 60;

/** For every such sign of upright text the letter that it stands on, by their places in `glyphs`. */
export function lettersOfSigns(glyphs: readonly Glyph[]): ReadonlyMap<number, number> {
  const letters = new Map<number, number>();
  const signs: number[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const { text, angle, invisible } = glyphs[i]!;
    if (!invisible && angle % 90 === 0 && SIGN.test(text)) signs.push(i);
  }
  const reach = signs.length * glyphs.length > MOST ? NEAR : glyphs.length;
  for (const i of signs) {
    const letter = letterOf(glyphs, i, reach);
    if (letter !== undefined) letters.set(i, letter);
  }
  return letters;
}

function letterOf(glyphs: readonly Glyph[], index: number, reach: number): number | undefined {
  const sign = glyphs[index]!;
  const along = sign.angle % 180 === 0 ? 0 : 1;
  const middle = (sign.box[along] + sign.box[along + 2]!) / 2;
  const across = ({ x, y }: Glyph): number => (along === 0 ? y : x);
  let best: number | undefined;
  let least = ACROSS * sign.size;
  const end = Math.min(glyphs.length, index + reach);
  for (let i = Math.max(0, index - reach); i < end; i++) {
    const letter = glyphs[i]!;
    if (letter.angle !== sign.angle || letter.invisible || SIGN.test(letter.text)) continue;
    const away = Math.abs(across(letter) - across(sign));
    if (away >= least) continue;
    const beside = Math.max(letter.box[along] - middle, middle - letter.box[along + 2]!, 0);
    // An accent that stands beside its letter is an apostrophe.
    if (beside > (COMBINING.test(sign.text) ? BESIDE * sign.size : 0)) continue;
    least = away + 0.01 * beside;
    best = i;
  }
  return best;
}
