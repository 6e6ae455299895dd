// Text selection computed from the quad of every character: which place is under the pointer, and
// which rectangles a stretch of text covers, one per line. Works in any reading direction, because
// it follows each quad's own baseline. It never looks at the picture of the page.
import { rectOfQuad, union, type Rect } from "../../shared/geometry/rect.ts";

/** A stretch of one page's text, [start, end) in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const hasInk = (quads: Float32Array, unit: number): boolean => !Number.isNaN(quads[unit * 8]!);

/**
 * The unit whose quad lies nearest to a point of the page, or -1 on a page without text.
 * Distance across the line counts three times, so that the gap at a line's end picks that line.
 */
export function nearestUnit(quads: Float32Array, x: number, y: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let unit = 0; unit * 8 < quads.length; unit++) {
    if (!hasInk(quads, unit)) continue;
    const at = unit * 8;
    const { ux, uy } = direction(quads, at);
    const [along, across] = gaps(quads, at, ux, uy, x, y);
    const distance = along * along + 9 * across * across;
    if (distance < least) {
      least = distance;
      best = unit;
      if (distance === 0) return unit;
    }
  }
  return best;
}

/** The position between characters nearest to a point: 0 … number of units. */
export function caretAt(quads: Float32Array, x: number, y: number): number {
  const unit = nearestUnit(quads, x, y);
  if (unit < 0) return 0;
  const at = unit * 8;
  const { ux, uy } = direction(quads, at);
  const start = quads[at]! * ux + quads[at + 1]! * uy;
  const end = quads[at + 2]! * ux + quads[at + 3]! * uy;
  return x * ux + y * uy > (start + end) / 2 ? unit + 1 : unit;
}

/** True where the point lies on or very near a character: text is selected rather than nothing. */
export function onText(quads: Float32Array, x: number, y: number, slack: number): boolean {
  const unit = nearestUnit(quads, x, y);
  if (unit < 0) return false;
  const r = rectOfQuad(quads, unit * 8);
  return x > r[0] - slack && x < r[2] + slack && y > r[1] - slack && y < r[3] + slack;
}

/** Rectangles of a stretch of text, one per line it touches. */
export function rectsOfRange(quads: Float32Array, range: Range): Rect[] {
  const rects: Rect[] = [];
  let line: Rect | null = null;
  let previous = -1;
  for (let unit = range.start; unit < range.end && unit * 8 < quads.length; unit++) {
    if (!hasInk(quads, unit)) continue;
    const rect = rectOfQuad(quads, unit * 8);
    if (line && sameLine(quads, previous, unit)) line = union(line, rect);
    else {
      if (line) rects.push(line);
      line = rect;
    }
    previous = unit;
  }
  if (line) rects.push(line);
  return rects;
}

const wordUnit = /[\p{L}\p{N}\p{M}'’‑-]/u;

/** The word around a position, as a double click takes it; one unit where there is no word. */
export function wordAt(text: string, at: number): Range {
  const from = Math.max(0, Math.min(at, text.length - 1));
  if (!wordUnit.test(text[from] ?? ""))
    return { start: from, end: Math.min(from + 1, text.length) };
  let start = from;
  let end = from + 1;
  while (start > 0 && wordUnit.test(text[start - 1]!)) start--;
  while (end < text.length && wordUnit.test(text[end]!)) end++;
  return { start, end };
}

/** Two carets as a stretch without blanks at its ends; null where nothing is left. */
export function trimmedRange(text: string, a: number, b: number): Range | null {
  let start = Math.min(a, b);
  let end = Math.max(a, b);
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}

function direction(quads: Float32Array, at: number): { ux: number; uy: number } {
  const dx = quads[at + 2]! - quads[at]!;
  const dy = quads[at + 3]! - quads[at + 1]!;
  const length = Math.hypot(dx, dy);
  return length > 0 ? { ux: dx / length, uy: dy / length } : { ux: 1, uy: 0 };
}

/** How far a point lies outside a quad, along its baseline and across it. */
function gaps(
  quads: Float32Array,
  at: number,
  ux: number,
  uy: number,
  x: number,
  y: number,
): [number, number] {
  let a0 = Number.POSITIVE_INFINITY;
  let a1 = Number.NEGATIVE_INFINITY;
  let c0 = Number.POSITIVE_INFINITY;
  let c1 = Number.NEGATIVE_INFINITY;
  for (let corner = 0; corner < 4; corner++) {
    const px = quads[at + corner * 2]!;
    const py = quads[at + corner * 2 + 1]!;
    const along = px * ux + py * uy;
    const across = -px * uy + py * ux;
    a0 = Math.min(a0, along);
    a1 = Math.max(a1, along);
    c0 = Math.min(c0, across);
    c1 = Math.max(c1, across);
  }
  const along = x * ux + y * uy;
  const across = -x * uy + y * ux;
  return [Math.max(0, a0 - along, along - a1), Math.max(0, c0 - across, across - c1)];
}

/** Same baseline direction, and less than half a height apart across it. */
function sameLine(quads: Float32Array, a: number, b: number): boolean {
  const qa = a * 8;
  const qb = b * 8;
  const da = direction(quads, qa);
  const db = direction(quads, qb);
  if (da.ux * db.ux + da.uy * db.uy < 0.9) return false;
  const middle = (at: number): [number, number] => [
    (quads[at]! + quads[at + 2]! + quads[at + 4]! + quads[at + 6]!) / 4,
    (quads[at + 1]! + quads[at + 3]! + quads[at + 5]! + quads[at + 7]!) / 4,
  ];
  const [ax, ay] = middle(qa);
  const [bx, by] = middle(qb);
  const across = Math.abs(-(bx - ax) * da.uy + (by - ay) * da.ux);
  const height = Math.hypot(quads[qa + 6]! - quads[qa]!, quads[qa + 7]! - quads[qa + 1]!);
  return across <= height / 2;
}
