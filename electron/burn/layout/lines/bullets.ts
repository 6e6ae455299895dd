// Round bullets that are drawn. Their maker reckons every point of their curves from where they stand,
// so that in the last digits one and the same bullet differs from twin to twin: each is drawn anew, a
// disc of its size at its place.
import type { ImageItem, PathData, PathItem } from "../../crisp/interpret/display-list.ts";
import {
  ARITY,
  CLOSE,
  CUBIC,
  LINE,
  MOVE,
  QUADRATIC,
  boundsOf,
} from "../../crisp/interpret/path-data.ts";
import { settled } from "./lift.ts";

/** Points: larger discs are drawings. */
const LARGEST = 5;
/** Points by which places on the edge of a disc miss its radius. */
const ROUND = 0.02;
/** Curves of a quarter of a disc. */
const QUARTER = 0.5523;
const FEWEST = 4;

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The drawing itself, where it is no filled disc without an edge of its own. */
export function withEvenBullet<T extends PathItem | ImageItem>(item: T): T {
  if (item.kind !== "path" || item.paint.stroke || item.clip.paths.length > 0) return item;
  const disc = discOf(item.data);
  if (!disc) return item;
  const data = discPath(disc);
  return { ...item, data, bounds: boundsOf(data)! };
}

function discOf(data: PathData): Disc | undefined {
  const points: (readonly [number, number])[] = [];
  let curves = 0;
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    const count = ARITY[op]!;
    if (op === LINE || (op === MOVE && points.length > 0)) return undefined;
    if (op === CUBIC || op === QUADRATIC) curves++;
    if (op !== CLOSE) points.push([data[i + count - 2]!, data[i + count - 1]!]);
    i += count;
  }
  if (curves < FEWEST) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y, radius] = [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2];
  if (radius > LARGEST || radius < ROUND) return undefined;
  const isOn = ([px, py]: readonly [number, number]) =>
    Math.abs(Math.hypot(px - x, py - y) - radius) < ROUND;
  return points.every(isOn) ? { x, y, radius } : undefined;
}

function discPath(disc: Disc): number[] {
  const [x, y, r] = [settled(disc.x), settled(disc.y), settled(disc.radius * 2) / 2];
  const k = QUARTER * r;
  // Operators and their numbers, one to a quarter.
  // prettier-ignore
  return [
    MOVE, x + r, y,
    CUBIC, x + r, y + k, x + k, y + r, x, y + r,
    CUBIC, x - k, y + r, x - r, y + k, x - r, y,
    CUBIC, x - r, y - k, x - k, y - r, x, y - r,
    CUBIC, x + k, y - r, x + r, y - k, x + r, y,
    CLOSE,
  ];
}
