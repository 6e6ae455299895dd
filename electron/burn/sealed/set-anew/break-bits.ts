// What line breaks on a sealed page can betray: lines are set anew one by one and keep their words,
// so that running text still ends where a burnt word made it end. Told by what any name could have
// done, never by what this one did: twins must state the same.
import type { TouchedSegment } from "./line-plan.ts";
import type { Segment } from "../glyphs/lines.ts";

const BITS_OF_A_BREAK = 2;
/** In em: baselines of running text stand this far apart. */
const NEAREST = 0.8;
const FARTHEST = 1.7;
const SAME_SIZE = 0.06;
const SAME_ANGLE = Math.PI / 720;
/** How far a long name reaches, in em. */
const LONG_NAME = 15;

/**
 * @param page from where to where the page reaches along the line
 * @param others every other segment of the page, touched ones as well
 */
export function breakBits(
  { segment, burnt }: TouchedSegment,
  page: readonly [number, number],
  others: readonly Segment[],
): number {
  const { em, v, start, end, angle } = segment;
  const alike = others.filter((s) => s !== segment && Math.abs(s.angle - angle) < SAME_ANGLE);
  const runs = alike.some((s) => {
    const apart = Math.abs(s.v - v) / em;
    const over = Math.min(s.end, end) - Math.max(s.start, start);
    const sized = Math.abs(s.em - em) < SAME_SIZE * em;
    return sized && over > 0 && apart > NEAREST && apart < FARTHEST;
  });
  if (runs) return BITS_OF_A_BREAK;
  const letters = segment.glyphs.filter((_, i) => !burnt[i]);
  const width = letters.reduce((sum, { glyph }) => sum + glyph.advance, 0);
  const names = new Set(burnt.filter((mark) => mark !== null)).size;
  const margin = Math.min(...[segment, ...alike].map((s) => s.start)) - page[0];
  return start + width + names * LONG_NAME * em > page[1] - margin ? BITS_OF_A_BREAK : 0;
}
