// Boxes of words are as high as their fonts say, which may be far more than their letters need. A mark that
// covers the letters of one line wholly and the edge of a line beside it means the first; of the other
// both is right, to burn it or to let it stand.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Glyph } from "./glyph.ts";

/** Font sizes: height of capitals, and what may be covered from its head, or its foot, where the line is not meant. */
const CAPITAL = 0.72;
const HEAD = 0.36;
const FOOT = 0.26;
/** Baselines of two lines are farther apart. */
const ONE_LINE = 0.5;
/** What is flatter, or stands less over its baseline, does not show that its line is covered. */
const FLAT = 0.3;
const SLACK = 0.03;

export interface LinesUnder {
  /** True of a letter of a line that the mark covers no more than the edge of. */
  isBeside(glyph: Glyph): boolean;
}

/** Undefined where a mark covers no line wholly. Upright letters only: others are covered or not. */
export function linesUnder(glyphs: readonly Glyph[], rect: Rect): LinesUnder | undefined {
  let [foot, top] = [Infinity, -Infinity];
  for (const { box, x, y, size, angle, invisible } of glyphs) {
    if (invisible || angle % 180 !== 0 || x > rect[2] || y < rect[1] || y > rect[3]) continue;
    const slack = SLACK * size;
    const high = angle === 0 ? box[3] - Math.max(box[1], y) : Math.min(box[3], y) - box[1];
    const within = box[0] < rect[2] && box[2] > rect[0] && high > FLAT * size;
    if (!within || box[1] < rect[1] - slack || box[3] > rect[3] + slack) continue;
    foot = Math.min(foot, y);
    top = Math.max(top, y);
  }
  if (top === -Infinity) return undefined;
  return {
    isBeside({ y, size, angle, invisible }) {
      if (invisible || angle % 180 !== 0) return false;
      const [up, down] = angle === 0 ? [CAPITAL, 0] : [0, CAPITAL];
      const [over, under] = angle === 0 ? [HEAD, FOOT] : [FOOT, HEAD];
      if (y > top + ONE_LINE * size) return rect[3] - y + down * size < under * size;
      return y < foot - ONE_LINE * size && y + up * size - rect[1] < over * size;
    },
  };
}
