// Directions of writing: every glyph is looked at along its own line, so that upright, turned and
// slanted text share one layout. Pure arithmetic.
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";
import type { Frame, SeenGlyph } from "../model.ts";

/** Directions are told apart to a hundredth of a degree. */
const STEPS_PER_DEGREE = 100;
/** By how much of their width typesetters stretch or squeeze the letters of a line to fill it. */
const EXPANDED = 0.035;

const frames = new Map<string, Frame>();

export function frameOf(matrix: Matrix): Frame {
  const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  const steps = Math.round(degrees * STEPS_PER_DEGREE) % (360 * STEPS_PER_DEGREE);
  const key = String(steps === -180 * STEPS_PER_DEGREE ? -steps : steps);
  let frame = frames.get(key);
  if (!frame) {
    const angle = (Number(key) / STEPS_PER_DEGREE / 180) * Math.PI;
    frame = { key, cos: exact(Math.cos(angle)), sin: exact(Math.sin(angle)) };
    frames.set(key, frame);
  }
  return frame;
}

/** Right angles must not carry rounding noise. */
function exact(n: number): number {
  const whole = Math.round(n);
  return Math.abs(n - whole) < 1e-9 ? whole : n;
}

export function toFrame(frame: Frame, x: number, y: number): readonly [number, number] {
  return [x * frame.cos + y * frame.sin, y * frame.cos - x * frame.sin];
}

export function toPage(frame: Frame, u: number, v: number): readonly [number, number] {
  return [u * frame.cos - v * frame.sin, u * frame.sin + v * frame.cos];
}

/** A rectangle of the page in a frame along its axes. */
export function boundsIn(frame: Frame, [x0, y0, x1, y1]: Rect): Rect {
  const a = toFrame(frame, x0, y0);
  const b = toFrame(frame, x1, y1);
  return normalise(a[0], a[1], b[0], b[1]);
}

/** What the glyphs of a run share. */
interface Slope {
  readonly linear: Matrix;
  readonly frame: Frame;
  readonly along: number;
  readonly size: number;
}

let lastSlope: Slope | undefined;

function slopeOf(matrix: Matrix): Slope {
  const known = lastSlope?.linear;
  if (
    known &&
    known[0] === matrix[0] &&
    known[1] === matrix[1] &&
    known[2] === matrix[2] &&
    known[3] === matrix[3]
  )
    return lastSlope!;
  const [a, b, c, d] = matrix;
  const along = Math.hypot(a, b);
  const size = along > 0 ? Math.abs(a * d - b * c) / along : 0;
  return (lastSlope = { linear: matrix, frame: frameOf(matrix), along, size });
}

/** A glyph along its line; no mark burns it yet. */
export function see(item: GlyphItem, order: number): SeenGlyph {
  const { matrix, shape } = item;
  const { frame, along, size } = slopeOf(matrix);
  const x = matrix[4];
  const y = matrix[5];
  return {
    item,
    frame,
    u: x * frame.cos + y * frame.sin,
    v: y * frame.cos - x * frame.sin,
    advance: shape.advance * along,
    size,
    blank: shape.outline.length === 0,
    order,
    mark: -1,
  };
}

/** How much wider a letter must be drawn to be as wide as its font has it, where its line was only filled. */
export function unexpanded({ item: { matrix }, size }: SeenGlyph): number {
  const along = Math.hypot(matrix[0], matrix[1]);
  return Math.abs(along - size) < EXPANDED * size ? size / along : 1;
}

/** The glyph moved to another place of its frame, narrowed along the line, in another clip. */
export function placeAt(
  item: GlyphItem,
  frame: Frame,
  u: number,
  v: number,
  stretch: number,
  clip: GlyphItem["clip"] = item.clip,
): GlyphItem {
  const { cos, sin } = frame;
  const e = u * cos - v * sin;
  const f = u * sin + v * cos;
  const m = item.matrix;
  if (stretch === 1) return { ...item, matrix: [m[0], m[1], m[2], m[3], e, f], clip };
  // Scale along the line only: the slant keeps its height.
  const scale = (x: number, y: number): readonly [number, number] => {
    const along = (x * cos + y * sin) * stretch;
    const across = y * cos - x * sin;
    return [along * cos - across * sin, along * sin + across * cos];
  };
  const [a, b] = scale(m[0], m[1]);
  const [c, d] = scale(m[2], m[3]);
  return { ...item, matrix: [a, b, c, d, e, f], clip };
}
