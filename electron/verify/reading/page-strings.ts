// Folded texts of a page for the search of burnt terms: lines with their word gaps, and, for the
// original, a cut wherever a mark removed something. Two orders are kept, because a term broken
// over lines reads on in the engine's order where the eye's order mixes columns.
import type { Coverage } from "./coverage.ts";
import { CUT, foldTerm } from "./fold.ts";
import type { Folded } from "./fold.ts";
import type { Glyph } from "./glyph.ts";
import { gapBetween } from "./lines.ts";
import type { Line } from "./lines.ts";

export interface PageStrings {
  readonly visual: Folded;
  readonly stream: Folded;
}

export function pageStrings(
  glyphs: readonly Glyph[],
  lines: readonly Line[],
  coverage?: Coverage,
): PageStrings {
  const covered = (glyph: Glyph): boolean => coverage?.state[glyph.index] === 2;
  let visual = "";
  for (const line of lines) {
    let last: Glyph | undefined;
    for (const glyph of line.glyphs) {
      if (last && gapBetween(last, glyph, line)) visual += " ";
      visual += covered(glyph) ? CUT : glyph.text;
      last = glyph;
    }
    visual += "\n";
  }
  let stream = "";
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before && apart(before, glyph)) stream += " ";
    stream += covered(glyph) ? CUT : glyph.text;
    before = glyph;
  }
  return { visual: foldTerm(visual), stream: foldTerm(stream) };
}

function apart(a: Glyph, b: Glyph): boolean {
  const size = Math.max(1, Math.min(a.loose[3] - a.loose[1], a.loose[2] - a.loose[0] + 4));
  const dx = Math.max(b.loose[0] - a.loose[2], a.loose[0] - b.loose[2]);
  const dy = Math.max(b.loose[1] - a.loose[3], a.loose[1] - b.loose[3]);
  return Math.max(dx, dy) > 0.13 * size;
}

/** Words of a page that no mark covers, folded. */
export function unmarkedWords(text: Folded, into: Set<string>): void {
  let start = 0;
  for (let i = 1; i <= text.text.length; i++) {
    if (i < text.text.length && text.starts[i] !== 1) continue;
    const word = text.text.slice(start, i);
    if (!word.includes(CUT)) into.add(word);
    start = i;
  }
}
