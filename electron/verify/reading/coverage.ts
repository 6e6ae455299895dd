// Says for every character of an original whether a mark covers it, touches it, stands beside it, or
// leaves it alone. Covered characters must be gone, others must survive, and for those that are touched
// both is right: which glyphs an edge takes is the burner's business. The boxes of lines reach far beyond
// their letters: where next to none of its ink is under the mark, a label may stand, and the letter stays.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { shareInside } from "../place.ts";
import { linesUnder } from "./lines-under.ts";
import type { Glyph } from "./glyph.ts";
import { lettersOfSigns } from "./signs-of-letters.ts";

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
  /** Its group begins on an earlier page, and there its label stands. */
  readonly goesOn: boolean;
}

export interface Coverage {
  /** 0 clear, 1 touched, 2 covered, 3 beside. */
  readonly state: Uint8Array;
  /** For all but the clear ones the index into the page's marks, else -1. */
  readonly mark: Int32Array;
}

const COVERED = 0.4;
const BESIDE = 0.02;
/** Boxes that overlap by less than this do not touch; engines differ by as much. */
const SLACK = 0.05;

export function coverageOf(glyphs: readonly Glyph[], marks: readonly PlacedMark[]): Coverage {
  const state = new Uint8Array(glyphs.length);
  const mark = new Int32Array(glyphs.length).fill(-1);
  if (marks.length === 0) return { state, mark };
  const under = marks.map(({ rect }) => linesUnder(glyphs, rect));
  for (let i = 0; i < glyphs.length; i++) {
    const { box, loose, angle } = glyphs[i]!;
    const low = Math.min(box[1], loose[1]);
    const high = Math.max(box[3], loose[3]);
    let best = 0;
    for (let m = 0; m < marks.length; m++) {
      const { rect } = marks[m]!;
      // Most marks are on other lines.
      if (low >= rect[3] || high <= rect[1]) continue;
      const share = shareUnder(box, loose, rect);
      if (share === undefined || share < best || (share === best && mark[i] !== -1)) continue;
      best = share;
      mark[i] = m;
      // The box around a letter that stands aslant says little of its ink.
      if (share < BESIDE) state[i] = hasInk(box) && angle % 90 === 0 ? 3 : 1;
      else state[i] = share >= COVERED && !under[m]?.isBeside(glyphs[i]!) ? 2 : 1;
    }
  }
  // What stands on a letter goes or stays with it, wherever the mark ends.
  for (const [sign, letter] of lettersOfSigns(glyphs)) {
    if (state[letter] === 0 || state[sign] === 2) continue;
    state[sign] = state[letter]!;
    mark[sign] = mark[letter]!;
  }
  return { state, mark };
}

/** Share of a letter that a mark covers; undefined where it does not touch it. */
function shareUnder(box: Rect, loose: Rect, rect: Rect): number | undefined {
  if (!meets(box, rect, SLACK) && !meets(loose, rect, SLACK)) return undefined;
  // By its ink; by its line's height only where it has none of its own.
  return shareInside(hasInk(box) ? box : loose, rect);
}

const hasInk = (box: Rect): boolean => box[3] - box[1] >= 0.05 && box[2] - box[0] >= 0.05;
