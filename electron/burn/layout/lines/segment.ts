// What glyphs that follow one another on a line are together: their extent, size and baseline.
import type { SeenGlyph, Segment } from "../model.ts";

export function segment(glyphs: readonly SeenGlyph[]): Segment {
  const inked = glyphs.filter((g) => !g.blank);
  const some = inked.length > 0 ? inked : glyphs;
  const touched = glyphs.some((g) => g.mark >= 0);
  const staying = touched ? some.filter((g) => g.mark < 0) : some;
  const size = mode(staying.length > 0 ? staying : some, (g) => g.size);
  const level = some.filter((g) => round(g.size) === size);
  let left = Infinity;
  let right = -Infinity;
  for (const g of some) {
    if (g.u < left) left = g.u;
    if (g.u + g.advance > right) right = g.u + g.advance;
  }
  let { order } = glyphs[0]!;
  for (const g of glyphs) if (g.order < order) order = g.order;
  const v = mode(level.length > 0 ? level : some, (g) => g.v);
  return { frame: glyphs[0]!.frame, glyphs, left, right, v, size, order, touched };
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}

/** The value that most glyphs have, rounded. */
function mode(glyphs: readonly SeenGlyph[], of: (g: SeenGlyph) => number): number {
  let best = round(of(glyphs[0]!));
  // Most runs have one size and one baseline.
  if (glyphs.every((g) => round(of(g)) === best)) return best;
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const value = round(of(glyph));
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
