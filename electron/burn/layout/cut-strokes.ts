// Cuts strokes that run level and upright, whole or broken into dashes, at the burnt boxes: frames of
// a family tree, connectors with corners, broken lines. Every dash becomes a stroke of its own, so that
// none moves where another is cut. Curves and slanted strokes are somebody else's business.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PathItem, PathStroke } from "../crisp/interpret/display-list.ts";
import { ARITY, CLOSE, LINE, MOVE, boundsOf } from "../crisp/interpret/path-data.ts";

type Point = readonly [number, number];
/** Corners and ends, in order. */
type Line = readonly Point[];

/** Points by which a straight line may lean. */
const LEAN = 1e-3;
/** More dashes than any line of a real page has. */
const MOST_DASHES = 5_000;

/** The one line, open or closed, of a path that is only stroked, level and upright; else undefined. */
export function ruledLine(item: PathItem): Line | undefined {
  const { stroke, fill } = item.paint;
  if (!stroke || stroke.pen || fill !== undefined || item.clip.paths.length > 0) return undefined;
  const line: Point[] = [];
  const { data } = item;
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    if (op === CLOSE) {
      if (i < data.length || line.length === 0) return undefined;
      if (!same(line[0]!, line.at(-1)!)) line.push(line[0]!);
      break;
    }
    if ((op !== MOVE && op !== LINE) || (op === MOVE) !== (line.length === 0)) return undefined;
    line.push([data[i]!, data[i + 1]!]);
    i += ARITY[op];
  }
  const straight = line.every((b, i) => {
    const a = line[i - 1] ?? b;
    return Math.abs(a[0] - b[0]) <= LEAN || Math.abs(a[1] - b[1]) <= LEAN;
  });
  return line.length > 1 && straight ? line : undefined;
}

/** The stroke without what lies under the boxes; undefined where it has more dashes than lines have. */
export function cutStroke(
  item: PathItem,
  line: Line,
  boxes: readonly Rect[],
): readonly PathItem[] | undefined {
  const stroke = item.paint.stroke!;
  const dashes = stroke.dash.length > 0 ? dashesOf(line, stroke) : [line];
  if (!dashes) return undefined;
  const half = stroke.width / 2;
  const reach = boxes.map((b): Rect => [b[0] - half, b[1] - half, b[2] + half, b[3] + half]);
  const left = reach.reduce(
    (lines: readonly Line[], box) => lines.flatMap((one) => outside(one, box)),
    dashes,
  );
  const data = left.flatMap((one) => one.flatMap(([x, y], i) => [i === 0 ? MOVE : LINE, x, y]));
  const bounds = boundsOf(data);
  if (!bounds) return [];
  const paint = { ...item.paint, stroke: { ...stroke, dash: [], phase: 0 } };
  const grown: Rect = [bounds[0] - half, bounds[1] - half, bounds[2] + half, bounds[3] + half];
  return [{ ...item, data, bounds: grown, paint }];
}

function dashesOf(line: Line, { dash, phase }: PathStroke): readonly Line[] | undefined {
  const pattern = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const whole = pattern.reduce((sum, part) => sum + part, 0);
  if (!(whole > 0) || pattern.some((part) => part < 0)) return undefined;
  // Even parts are drawn, odd ones are gaps.
  let part = 0;
  let skip = ((phase % whole) + whole) % whole;
  for (; skip >= pattern[part]!; part = (part + 1) % pattern.length) skip -= pattern[part]!;
  let left = pattern[part]! - skip;
  const out: Line[] = [];
  let drawn: Point[] = part % 2 === 0 ? [line[0]!] : [];
  for (const [i, b] of line.entries()) {
    const a = line[i - 1] ?? b;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    let at = 0;
    while (length - at > left) {
      at += left;
      const point = along(a, b, at / length);
      if (part % 2 === 0) out.push([...drawn, point]);
      if (out.length > MOST_DASHES) return undefined;
      part = (part + 1) % pattern.length;
      left = pattern[part]!;
      drawn = part % 2 === 0 ? [point] : [];
    }
    left -= length - at;
    if (part % 2 === 0 && i > 0) drawn.push(b);
  }
  if (drawn.length > 1) out.push(drawn);
  return out;
}

/** What of a line stands outside a box. */
function outside(line: Line, box: Rect): readonly Line[] {
  const out: Line[] = [];
  let run: Point[] = [];
  const end = () => {
    if (run.length > 1) out.push(run);
    run = [];
  };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const within = inside(a, b, box);
    if (!within) {
      if (run.length === 0) run.push(a);
      run.push(b);
      continue;
    }
    const [from, to] = within;
    if (from > 0) run.push(...(run.length === 0 ? [a] : []), along(a, b, from));
    end();
    if (to < 1) run = [along(a, b, to), b];
  }
  end();
  return out;
}

/** The part of a stretch, 0 to 1, that lies in a box. */
function inside(a: Point, b: Point, box: Rect): readonly [number, number] | undefined {
  let from = 0;
  let to = 1;
  for (const axis of [0, 1] as const) {
    const step = b[axis] - a[axis];
    const low = box[axis] - a[axis];
    const high = box[axis + 2]! - a[axis];
    if (Math.abs(step) < 1e-9) {
      if (low >= 0 || high <= 0) return undefined;
      continue;
    }
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
  }
  return from < to || (from === 0 && to === 1) ? [from, to] : undefined;
}

function along(a: Point, b: Point, share: number): Point {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

function same(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) <= LEAN && Math.abs(a[1] - b[1]) <= LEAN;
}
