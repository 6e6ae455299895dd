// Letters of a picture that a mark's edge cuts: readers of scans spread the letters of a word evenly over
// its ink, and a mark by such letters ends within one. What lies under it for the most part goes wholly (B2).
import { inkLine } from "../pixels/ink.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";

/** Share of a letter under a mark that means it. */
const MEANT = 0.5;
/** Heights of the mark by which a letter may stand out of it. */
const BESIDE = 0.6;

/** The ends of letters that stand out of a mark on a line, as rectangles as high as the mark. */
export function cutLetters(page: Pixels, rect: PixelRect): readonly PixelRect[] {
  const most = BESIDE * (rect.y1 - rect.y0);
  const runs = inkLine(page, rect)?.runs ?? [];
  return runs.flatMap(({ from, to }): PixelRect[] => {
    const under = Math.min(to, rect.x1) - Math.max(from, rect.x0);
    const out = Math.max(to - rect.x1, rect.x0 - from);
    if (under < MEANT * (to - from) || out <= 0 || out > most) return [];
    return [{ ...rect, x0: from, x1: to }];
  });
}
