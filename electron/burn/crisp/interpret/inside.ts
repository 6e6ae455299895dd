// Asks of single points whether a path's paint covers them: filled by its winding, or within half a
// stroke's width of its line. Curves are followed by short straight steps. Pure arithmetic.
import type { PathData } from "./display-list.ts";
import { CLOSE, CUBIC, MOVE, QUADRATIC } from "./path-data.ts";

/** Straight pieces, four numbers each: x0 y0 x1 y1. */
export type Pieces = Float64Array;

const STEPS = 6;

/** @param closed whether open contours count as closed, as they do where they are filled */
export function piecesOf(data: PathData, closed: boolean): Pieces {
  const out: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const to = (u: number, v: number): void => {
    if (u !== x || v !== y) out.push(x, y, u, v);
    [x, y] = [u, v];
  };
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    if (op === CLOSE) {
      to(startX, startY);
      continue;
    }
    const end = i + (op === CUBIC ? 6 : op === QUADRATIC ? 4 : 2);
    if (op === MOVE) {
      if (closed) to(startX, startY);
      [x, y] = [data[i]!, data[i + 1]!];
      [startX, startY] = [x, y];
    } else if (op === CUBIC || op === QUADRATIC) {
      const points = [x, y, ...data.slice(i, end)];
      for (let k = 1; k <= STEPS; k++) to(...onCurve(points, k / STEPS));
    } else to(data[i]!, data[i + 1]!);
    i = end;
  }
  if (closed) to(startX, startY);
  return Float64Array.from(out);
}

/** de Casteljau: halves the list of points until one is left. */
function onCurve(points: readonly number[], t: number): [number, number] {
  let rest = points;
  while (rest.length > 2) {
    const before = rest;
    rest = before.slice(2).map((n, k) => before[k]! + (n - before[k]!) * t);
  }
  return [rest[0]!, rest[1]!];
}

export function filledAt(pieces: Pieces, evenOdd: boolean, x: number, y: number): boolean {
  let winding = 0;
  for (let i = 0; i < pieces.length; i += 4) {
    const [x0, y0, x1, y1] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    if (y0 > y === y1 > y) continue;
    if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) winding += y1 > y0 ? 1 : -1;
  }
  return evenOdd ? (winding & 1) === 1 : winding !== 0;
}

/** How a stroke ends and whether it is broken. */
export interface Line {
  /** 0 butt, 1 round, 2 square. */
  readonly cap: number;
  readonly dash: readonly number[];
  readonly phase: number;
}

const UNBROKEN: Line = { cap: 0, dash: [], phase: 0 };
/** Points: narrower gaps between dashes are none to the eye. */
const HAIR = 0.15;
/** Numbers of four beyond which a broken line counts as whole. */
const MOST_DASHES = 80_000;

/** True within half a stroke's width of the line; ends without a cap cover nothing beyond them. */
export function strokedAt(
  pieces: Pieces,
  half: number,
  x: number,
  y: number,
  { cap }: Pick<Line, "cap"> = UNBROKEN,
): boolean {
  for (let i = 0; i < pieces.length; i += 4) {
    const [x0, y0] = [pieces[i]!, pieces[i + 1]!];
    const [dx, dy] = [pieces[i + 2]! - x0, pieces[i + 3]! - y0];
    const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    if (Math.hypot(x - x0 - t * dx, y - y0 - t * dy) > half) continue;
    if (cap !== 0 || t === along) return true;
    // Beyond this piece: covered where another one joins it.
    const k = along < 0 ? i - 2 : i + 4;
    const at = along < 0 ? i : i + 2;
    if (pieces[k] === pieces[at] && pieces[k + 1] === pieces[at + 1]) return true;
  }
  return false;
}

/** The pieces of a stroke that are drawn. */
export function dashed(pieces: Pieces, { dash, phase }: Line): Pieces {
  const period = dash.reduce((sum, n) => sum + n, 0);
  if (!(period > 0) || dash.some((n) => n < 0)) return pieces;
  const out: number[] = [];
  let [on, left, index] = [true, 0, 0];
  const begin = (): void => {
    [on, index] = [true, 0];
    let rest = phase % (2 * period);
    while (rest >= dash[index % dash.length]!) {
      rest -= dash[index++ % dash.length]!;
      on = !on;
    }
    left = dash[index % dash.length]! - rest;
  };
  for (let i = 0; i < pieces.length; i += 4) {
    const [x0, y0, x1, y1] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    if (i === 0 || pieces[i - 2] !== x0 || pieces[i - 1] !== y0) begin();
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let from = 0; from < length;) {
      const to = Math.min(length, from + left);
      const at = (n: number) => [x0 + ((x1 - x0) * n) / length, y0 + ((y1 - y0) * n) / length];
      if ((on || dash[index % dash.length]! < HAIR) && to > from) out.push(...at(from), ...at(to));
      left -= to - from;
      from = to;
      if (left > 1e-9) continue;
      left = dash[++index % dash.length]!;
      on = !on;
      if (out.length > MOST_DASHES) return pieces;
    }
  }
  return Float64Array.from(out);
}
