// Pieces of text that stand on one line across a page, whatever columns they are of.
import type { Segment } from "../model.ts";

/** In em: how far pieces of one line stand from its baseline. */
export const ON_LINE = 0.3;

/** From the top down; within a line what stands higher comes first, and of equals what stands to the left. */
export function linesAcross(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [];
  for (const s of segments.toSorted((a, b) => b.v - a.v || a.left - b.left)) {
    const line = lines[lines.length - 1];
    if (line && line[0]!.v - s.v < ON_LINE * s.size) line.push(s);
    else lines.push([s]);
  }
  return lines;
}
