// How far letters go along their line, by their ink alone: where a font's own widths say nothing of them.
import type { Glyph } from "./glyph.ts";

/** In user space. */
export function inkAlong({ ink: [x0, y0, x1, y1], angle }: Pick<Glyph, "ink" | "angle">): number {
  return Math.abs(Math.cos(angle)) * (x1 - x0) + Math.abs(Math.sin(angle)) * (y1 - y0);
}

/** Of a width that a font gives: no kerning draws a letter so near to the one before it. */
const NEAREST = 0.6;

/**
 * True of a letter without an entry in its font's character map: it has the width that the font gives to
 * whatever it does not know, and the next letter of its word stands right beside its ink, far within that.
 */
export function hasNoWidth(glyph: Glyph, next: Glyph | undefined): boolean {
  const { x, y, advance, angle, em, run } = glyph;
  if (next?.run !== run || next.spaced) return false;
  const step = (next.x - x) * Math.cos(angle) + (next.y - y) * Math.sin(angle);
  const wide = inkAlong(glyph);
  return wide > 0 && step >= wide && step < NEAREST * advance && advance > NEAREST * em;
}
