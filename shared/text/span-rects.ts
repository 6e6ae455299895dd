// From a span of a page's text to the rectangles that cover it, one a line, in PDF points.
// Pure; the same function serves suggestions, selections in the window and the headless command.
import type { Rect } from "../geometry/rect.ts";
import { meets, union } from "../geometry/rect.ts";

/** Advance boxes of neighbours touch: this much is kept clear of them at both ends (points). */
const CLEARANCE = 0.3;
/** Share of a character's height that its neighbour on the same line overlaps it by, at least. */
const SAME_LINE = 0.45;

interface Line {
  rect: Rect;
  vertical: boolean;
}

/**
 * @param quads 8 numbers a UTF-16 unit, as in PageText
 * @returns rectangles in reading order; empty where nothing of the span has ink
 */
export function rectsOfSpan(quads: ArrayLike<number>, start: number, end: number): Rect[] {
  const lines: Line[] = [];
  for (let i = start; i < end; i++) {
    const box = boxAt(quads, i);
    if (!box) continue;
    const last = lines.at(-1);
    if (last && sameLine(last, box)) last.rect = union(last.rect, box.rect);
    else lines.push({ rect: box.rect, vertical: box.vertical });
  }
  const last = lines.at(-1);
  const next = boxAt(quads, end);
  if (last && next) last.rect = upTo(last, next);
  return lines.map((line) => offNeighbours(quads, line, withClearance(line)));
}

/** A slanted letter's box leans over the letter behind it, which is not the span's. */
function upTo(line: Line, next: Line): Rect {
  const [x0, y0, x1, y1] = line.rect;
  const begins = next.rect[0];
  const leansOver = begins > x0 && begins < x1 && next.rect[2] > x1;
  if (line.vertical || !sameLine(line, next) || !leansOver) return line.rect;
  return [x0, y0, begins, y1];
}

/** Share of the way to the next line that a rectangle takes at most, and of its own height at least. */
const OF_PITCH = 0.9;
const LEAST_HEIGHT = 0.4;

/**
 * Some fonts' boxes are much higher than the lines that they are set in: a rectangle of their height
 * would reach into the letters of the line above and the one below.
 */
function offNeighbours(quads: ArrayLike<number>, line: Line, rect: Rect): Rect {
  const [lo, hi] = line.vertical ? ([0, 2] as const) : ([1, 3] as const);
  const height = line.rect[hi] - line.rect[lo];
  const middle = (line.rect[hi] + line.rect[lo]) / 2;
  let pitch = Infinity;
  for (let i = 0; i * 8 < quads.length; i++) {
    const near = quads[i * 8 + (line.vertical ? 0 : 1)]!;
    if (!(Math.abs(near - middle) < 2 * height)) continue;
    const box = boxAt(quads, i);
    if (!box || !meets(box.rect, rect)) continue;
    if (box.vertical !== line.vertical || sameLine(line, box)) continue;
    pitch = Math.min(pitch, Math.abs((box.rect[hi] + box.rect[lo]) / 2 - middle));
  }
  const most = Math.max(OF_PITCH * pitch, LEAST_HEIGHT * height);
  if (rect[hi] - rect[lo] <= most) return rect;
  const closer: [number, number, number, number] = [...rect];
  closer[lo] = middle - most / 2;
  closer[hi] = middle + most / 2;
  return closer;
}

function boxAt(quads: ArrayLike<number>, i: number): Line | null {
  const at = i * 8;
  const x0 = quads[at];
  if (x0 === undefined || Number.isNaN(x0)) return null;
  const xs = [x0, quads[at + 2]!, quads[at + 4]!, quads[at + 6]!];
  const ys = [quads[at + 1]!, quads[at + 3]!, quads[at + 5]!, quads[at + 7]!];
  const rect: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  // Reading direction runs from the first corner to the second.
  const vertical = Math.abs(ys[1]! - ys[0]!) > Math.abs(xs[1]! - xs[0]!);
  return { rect, vertical };
}

function sameLine(line: Line, box: Line): boolean {
  if (line.vertical !== box.vertical) return false;
  const [lo, hi] = line.vertical ? [0, 2] : [1, 3];
  const shared = Math.min(line.rect[hi]!, box.rect[hi]!) - Math.max(line.rect[lo]!, box.rect[lo]!);
  const height = Math.min(line.rect[hi]! - line.rect[lo]!, box.rect[hi]! - box.rect[lo]!);
  return shared >= height * SAME_LINE;
}

function withClearance({ rect, vertical }: Line): Rect {
  const [x0, y0, x1, y1] = rect;
  // Lines may be set tighter than their fonts' boxes: stay off the neighbours above and below.
  if (vertical) {
    const trim = (x1 - x0) * 0.1;
    return [x0 + trim, y0 + CLEARANCE, x1 - trim, y1 - CLEARANCE];
  }
  const trim = (y1 - y0) * 0.1;
  const side = Math.min(CLEARANCE, (x1 - x0) / 4);
  return [x0 + side, y0 + trim, x1 - side, y1 - trim];
}
