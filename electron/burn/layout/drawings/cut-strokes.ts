// Cuts straight strokes, whole or broken into dashes, at the burnt boxes: frames of a family tree,
// connectors with corners, grids, lines that point somewhere. Every dash becomes a stroke of its own, so
// that none moves where another is cut. Curves are somebody else's business.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem, PathStroke } from "../../crisp/interpret/display-list.ts";
import { ARITY, CLOSE, LINE, MOVE, boundsOf } from "../../crisp/interpret/path-data.ts";

type Point = readonly [number, number];
/** Corners and ends, in order. */
type Line = readonly Point[];

/** Points by which a straight line may lean. */
const LEAN = 1e-3;
/** More dashes than any line of a real page has. */
const MOST_DASHES = 5_000;

/** The lines of a path that is only stroked and has no curves; else undefined. */
export function linesOf(item: PathItem): readonly Line[] | undefined {
  const { stroke, fill } = item.paint;
  if (!stroke || stroke.pen || fill !== undefined || item.clip.paths.length > 0) return undefined;
  const lines: Point[][] = [];
  const { data } = item;
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    const line = lines.at(-1);
    if (op === CLOSE) {
      if (line && !same(line[0]!, line.at(-1)!)) line.push(line[0]!);
      continue;
    }
    if (op !== MOVE && (op !== LINE || !line)) return undefined;
    const point = [data[i]!, data[i + 1]!] as const;
    if (op === MOVE) lines.push([point]);
    else line!.push(point);
    i += ARITY[op];
  }
  const drawn = lines.filter((line) => line.length > 1);
  return drawn.length > 0 && drawn.length <= MOST_LINES ? drawn : undefined;
}

/**
 * True where what runs through the marks was not drawn for a word: long strokes that cross its line,
 * sides of frames and rules of a grid. What could be an underline shows how long its words were.
 */
export function runThrough(lines: readonly Line[], marks: readonly Rect[]): boolean {
  const alone = lines.length === 1;
  const stretches = lines.flatMap((line) =>
    line.slice(1).map((b, i): Stretch => ({ a: line[i]!, b })),
  );
  return marks.every((mark) => {
    const least = LONG * (mark[3] - mark[1]);
    return stretches.every((one) => {
      const { a, b } = one;
      if (!inside(a, b, mark)) return true;
      if (alone && straight(one)) return true;
      if (Math.hypot(b[0] - a[0], b[1] - a[1]) < least) return false;
      if (!straight(one)) return !within(a, mark) && !within(b, mark);
      return isUpright(one) || stretches.some((other) => ruledAlike(one, other, least / LONG));
    });
  });
}

interface Stretch {
  readonly a: Point;
  readonly b: Point;
}

/** Times a mark's height: strokes of letters are shorter, and most underlines of a name. */
const LONG = 2.5;
/** Points by which rules of one grid differ. */
const ALIKE = 0.5;
/** More than these a path is a drawing of its own. */
const MOST_LINES = 2_000;

function straight({ a, b }: Stretch): boolean {
  return Math.abs(a[0] - b[0]) <= LEAN || Math.abs(a[1] - b[1]) <= LEAN;
}

function isUpright({ a, b }: Stretch): boolean {
  return Math.abs(a[0] - b[0]) <= LEAN;
}

/** Two level rules of one length, one under the other. */
function ruledAlike(one: Stretch, other: Stretch, apart: number): boolean {
  if (isUpright(other) || !straight(other)) return false;
  const ends = ({ a, b }: Stretch) => [Math.min(a[0], b[0]), Math.max(a[0], b[0])] as const;
  const [from, to] = ends(one);
  const [otherFrom, otherTo] = ends(other);
  return (
    Math.abs(from - otherFrom) < ALIKE &&
    Math.abs(to - otherTo) < ALIKE &&
    Math.abs(one.a[1] - other.a[1]) > apart
  );
}

function within([x, y]: Point, [x0, y0, x1, y1]: Rect): boolean {
  return x > x0 - NEAR && x < x1 + NEAR && y > y0 - NEAR && y < y1 + NEAR;
}

/** Points: a line that ends so near a word points to it. */
const NEAR = 2;

/** The stroke without what lies under the boxes; undefined where it has more dashes than lines have. */
export function cutStroke(
  item: PathItem,
  lines: readonly Line[],
  boxes: readonly Rect[],
): readonly PathItem[] | undefined {
  const stroke = item.paint.stroke!;
  let drawn: readonly Line[] | undefined = lines;
  if (stroke.dash.length > 0) {
    const dashed = lines.map((line) => dashesOf(line, stroke));
    drawn = dashed.every((one) => one !== undefined) ? dashed.flat() : undefined;
  }
  if (!drawn) return undefined;
  const half = stroke.width / 2;
  const reach = boxes.map((b): Rect => [b[0] - half, b[1] - half, b[2] + half, b[3] + half]);
  const left = reach.reduce(
    (pieces: readonly Line[], box) => pieces.flatMap((one) => outside(one, box)),
    drawn,
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
