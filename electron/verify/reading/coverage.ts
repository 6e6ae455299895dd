// Says for every character of an original whether a mark covers it, merely touches it, or leaves
// it alone. Covered characters must be gone, untouched ones must survive, and for those on the
// edge both is right: which glyphs an edge takes is the burner's business.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { shareInside } from "../place.ts";
import type { Glyph } from "./glyph.ts";

export interface PlacedMark {
  /** Position in the plan. */
  readonly index: number;
  readonly page: number;
  /** On the page as shown. */
  readonly rect: Rect;
  /** Text that may stand in the gap; null for a plain box. */
  readonly label: string | null;
  readonly reason: string;
  /** Marks of one group share one label. */
  readonly group: string;
}

export interface Coverage {
  /** 0 clear, 1 touched, 2 covered. */
  readonly state: Uint8Array;
  /** For covered and touched characters the index into the page's marks, else -1. */
  readonly mark: Int32Array;
}

const COVERED = 0.4;
/** Boxes that overlap by less than this do not touch; engines differ by as much. */
const SLACK = 0.05;

export function coverageOf(glyphs: readonly Glyph[], marks: readonly PlacedMark[]): Coverage {
  const state = new Uint8Array(glyphs.length);
  const mark = new Int32Array(glyphs.length).fill(-1);
  if (marks.length === 0) return { state, mark };
  for (const [i, glyph] of glyphs.entries()) {
    let best = 0;
    const low = Math.min(glyph.box[1], glyph.loose[1]);
    const high = Math.max(glyph.box[3], glyph.loose[3]);
    for (let m = 0; m < marks.length; m++) {
      const placed = marks[m]!;
      // Most marks are on other lines.
      if (low >= placed.rect[3] || high <= placed.rect[1]) continue;
      if (!meets(glyph.box, placed.rect, SLACK) && !meets(glyph.loose, placed.rect, SLACK))
        continue;
      // By its ink; by its line's height only where it has none of its own.
      const inkless = glyph.box[3] - glyph.box[1] < 0.05 || glyph.box[2] - glyph.box[0] < 0.05;
      const share = shareInside(inkless ? glyph.loose : glyph.box, placed.rect);
      if (share < best || (share === best && mark[i] !== -1)) continue;
      best = share;
      mark[i] = m;
      state[i] = share >= COVERED ? 2 : 1;
    }
  }
  return { state, mark };
}
