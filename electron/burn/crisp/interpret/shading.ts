// Gradients along a line or between two circles, point by point. Other shadings (meshes, functions of
// the place) stay not accountable.
import { invert, multiply } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import type { Sample } from "./drawn.ts";

/** pdf.js' own form: kind, box, stops, two points, two radii. */
type Told = readonly unknown[];
type Point = readonly [number, number];

const STEPS = 1024;
const NONE = 0;

/** @param toPage pattern space → page */
export function shadingSample(source: unknown, toPage: Matrix): Sample {
  const packed = source as { getIR?: () => Told } | Told | null;
  const told =
    packed && "getIR" in packed && packed.getIR ? packed.getIR() : (packed as Told | null);
  if (told?.[0] !== "RadialAxial")
    throw new NotAccountable("The page paints with a mesh of colours");
  const [, kind, box, stops, from, to, r0, r1] = told as readonly [
    string,
    string,
    Rect | null,
    readonly (readonly [number, string])[],
    Point,
    Point,
    number | null,
    number | null,
  ];
  if (stops.length === 0) return () => NONE;
  const back = invert(toPage);
  if (!back.every(Number.isFinite)) return () => NONE;
  const colours = table(stops);
  const place = kind === "axial" ? along(from, to) : between(from, to, r0!, r1!);
  const [before, after] = [colourOf(stops[0]![1]), colourOf(stops[stops.length - 1]![1])];
  return (x, y) => {
    const px = back[0] * x + back[2] * y + back[4];
    const py = back[1] * x + back[3] * y + back[5];
    if (box && (px < box[0] || px > box[2] || py < box[1] || py > box[3])) return NONE;
    const t = place(px, py, before !== NONE, after !== NONE);
    if (t === undefined) return NONE;
    if (t < 0) return before;
    if (t > 1) return after;
    return colours[Math.round(t * STEPS)]!;
  };
}

export function patternMatrix(own: ArrayLike<number> | null, base: Matrix): Matrix {
  return own ? multiply(Array.from(own) as unknown as Matrix, base) : base;
}

function along(from: Point, to: Point): (x: number, y: number) => number | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return () => undefined;
  return (x, y) => ((x - from[0]) * dx + (y - from[1]) * dy) / length;
}

/** Where on the way from one circle to the other a point lies; the later circle covers the earlier. */
function between(
  [x0, y0]: Point,
  [x1, y1]: Point,
  r0: number,
  r1: number,
): (x: number, y: number, before: boolean, after: boolean) => number | undefined {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const a = dx * dx + dy * dy - dr * dr;
  return (x, y, before, after) => {
    const [px, py] = [x - x0, y - y0];
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    const found: number[] = [];
    if (Math.abs(a) < 1e-9) {
      if (b !== 0) found.push(c / (2 * b));
    } else {
      const root = b * b - a * c;
      if (root < 0) return undefined;
      const by = Math.sqrt(root);
      found.push((b + by) / a, (b - by) / a);
    }
    const on = (t: number) =>
      r0 + t * dr >= 0 && (t >= 0 || before) && (t <= 1 || after) && Number.isFinite(t);
    const valid = found.filter(on);
    return valid.length > 0 ? Math.max(...valid) : undefined;
  };
}

function table(stops: readonly (readonly [number, string])[]): Uint32Array {
  const solid = stops.filter(([, colour]) => colourOf(colour) !== NONE);
  const out = new Uint32Array(STEPS + 1);
  if (solid.length === 0) return out;
  let next = 0;
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    while (next < solid.length && solid[next]![0] < t) next++;
    const b = solid[Math.min(next, solid.length - 1)]!;
    const a = solid[Math.max(0, next - 1)]!;
    const span = b[0] - a[0];
    out[i] = mix(
      colourOf(a[1]),
      colourOf(b[1]),
      span > 0 ? Math.min(1, Math.max(0, (t - a[0]) / span)) : 1,
    );
  }
  return out;
}

function mix(a: number, b: number, share: number): number {
  const channel = (shift: number) => {
    const from = (a >>> shift) & 255;
    return Math.round(from + (((b >>> shift) & 255) - from) * share);
  };
  return ((channel(24) << 24) | (channel(16) << 16) | (channel(8) << 8) | 255) >>> 0;
}

function colourOf(colour: string): number {
  return /^#[0-9a-f]{6}$/i.test(colour) ? ((parseInt(colour.slice(1), 16) << 8) | 255) >>> 0 : NONE;
}
