// Tells a table from a drawing by its shapes alone: boxes that stand in whole rows, most with words in
// them. Its words are text like any other and are decided as text; only what is more than that waits to
// be looked at as a drawing. Whatever does not fit a grid plainly is a drawing. Pure.
import type { Rect } from "../../shared/geometry/rect.ts";

export interface Stroke {
  readonly rect: Rect;
  /** Made of upright and level lines only. */
  readonly plain: boolean;
}

/** Points within which two edges are one. */
const SAME = 1.5;
/** Share of the whole width that the boxes of a row take. */
const WHOLE = 0.97;
const FEWEST_ROWS = 2;
const WITH_WORDS = 0.5;

interface Row {
  readonly floor: number;
  readonly ceiling: number;
  readonly boxes: Rect[];
}

/** @param around box of all strokes. @param words boxes of pieces of text, in the same points */
export function tableGrid(
  strokes: readonly Stroke[],
  around: Rect,
  words: readonly Rect[],
): boolean {
  if (!strokes.every((s) => s.plain)) return false;
  const rows: Row[] = [];
  for (const { rect } of strokes) {
    const row = rows.find((r) => near(r.floor, rect[1]) && near(r.ceiling, rect[3]));
    if (row) row.boxes.push(rect);
    else rows.push({ floor: rect[1], ceiling: rect[3], boxes: [rect] });
  }
  if (rows.length < FEWEST_ROWS) return false;
  const width = around[2] - around[0];
  if (!rows.every((row) => covered(row.boxes) >= WHOLE * width)) return false;
  const written = strokes.filter(({ rect }) => words.some((word) => centreIn(word, rect)));
  return written.length >= WITH_WORDS * strokes.length;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME;

function covered(boxes: readonly Rect[]): number {
  let length = 0;
  let end = -Infinity;
  for (const [from, , to] of boxes.toSorted((a, b) => a[0] - b[0])) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}

function centreIn(word: Rect, box: Rect): boolean {
  const x = (word[0] + word[2]) / 2;
  const y = (word[1] + word[3]) / 2;
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
