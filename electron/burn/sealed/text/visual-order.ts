// The order in which the letters of a word are written: from left to right as they stand, which is
// how texts that run from right to left are stored and what every reader turns back. An engine tells
// letters in the order in which they are read.
import type { PlacedGlyph } from "../glyphs/lines.ts";

/** Letters that run from right to left: Hebrew, Arabic and their neighbours, and their printed forms. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const MARK = /^\p{M}+$/u;

/** @param glyphs of one word, in the order in which they are read */
export function visualOrder(glyphs: readonly PlacedGlyph[]): readonly PlacedGlyph[] {
  if (!glyphs.some(({ glyph }) => RIGHT_TO_LEFT.test(glyph.text))) return glyphs;
  const letters: PlacedGlyph[][] = [];
  for (const placed of glyphs) {
    // What sits on a letter goes along with it; it is read after it, and so stands before it.
    if (MARK.test(placed.glyph.text) && letters.length > 0)
      letters[letters.length - 1]!.unshift(placed);
    else letters.push([placed]);
  }
  const at = (letter: readonly PlacedGlyph[]): number => letter[letter.length - 1]!.u;
  return letters.sort((a, b) => at(a) - at(b)).flat();
}
