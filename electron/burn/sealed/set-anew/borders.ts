// What is drawn around and along words on an open page: upright edges that part cells, and the
// flat strokes and fills that belong to words (underlines, strike-throughs, highlights). Read from
// path objects only; decides nothing about marks.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { inflate, meets } from "../../../../shared/geometry/rect.ts";
import type { Pdfium } from "../../../pdfium/engine.ts";
import { readEdges, readPathPaint } from "../../../pdfium/page-objects.ts";
import type { PageObject, Paint } from "../../../pdfium/page-objects.ts";
import { frameOf, toFrame } from "../glyphs/lines.ts";
import type { Frame, Segment } from "../glyphs/lines.ts";

/** An edge across the writing direction of some frame, or a flat shape along it. */
interface Shape {
  readonly handle: number;
  readonly order: number;
  readonly paint: Paint;
  readonly edges: readonly (readonly [readonly [number, number], readonly [number, number]])[];
}

/** A stretch of a straight line in user space, and half of what its pen takes. */
export interface Passing {
  readonly edge: Shape["edges"][number];
  readonly half: number;
}

export interface Decoration {
  readonly handle: number;
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
  readonly colour: readonly [number, number, number, number];
  /** Painted before the words it goes with. */
  readonly order: number;
}

/** A filled area lower than this many em is a highlight, a higher one the ground of a cell. */
const HIGHLIGHT = 1.45;
const THICKEST_LINE = 0.22;
/** Of a rectangle, one that goes back to its start included. */
const SIDES = 5;
/** Points: a filled shape that is thinner is a rule. */
const THICKEST_RULE = 3;

export class Borders {
  readonly #shapes: readonly Shape[];

  constructor(pdfium: Pdfium, objects: readonly PageObject[]) {
    this.#shapes = objects.flatMap((object) => {
      if (object.kind !== "path") return [];
      const edges = readEdges(pdfium, object);
      if (!edges || edges.length === 0) return [];
      const paint = readPathPaint(pdfium, object.handle);
      if (!paint.filled && !paint.stroked) return [];
      return [{ handle: object.handle, order: object.order, paint, edges }];
    });
  }

  /** Positions along the line at which an upright edge crosses it, ascending. */
  crossings(frame: Frame, v: number, em: number): readonly number[] {
    const found: number[] = [];
    for (const shape of this.#shapes) {
      const extent = extentOf(shape, frame);
      if (extent.v1 < v + 0.1 * em || extent.v0 > v + 0.4 * em) continue;
      const highlight =
        !shape.paint.stroked && extent.v1 - extent.v0 < HIGHLIGHT * em && extent.u1 - extent.u0 > 2;
      if (highlight) continue;
      for (const [from, to] of shape.edges) {
        const a = toFrame(frame, from[0], from[1]);
        const b = toFrame(frame, to[0], to[1]);
        if (Math.abs(a[0] - b[0]) > 0.4) continue;
        const low = Math.min(a[1], b[1]);
        const high = Math.max(a[1], b[1]);
        if (low <= v + 0.1 * em && high >= v + 0.4 * em) found.push((a[0] + b[0]) / 2);
      }
    }
    return found.sort((a, b) => a - b);
  }

  /**
   * The straight lines that are painted at `ink` beside text, where they are all that is painted there
   * besides grounds of cells and come out of the mark again: a rule or a connector is seen on either
   * side and hides nothing. Undefined where anything else is painted.
   */
  passing(
    ink: Rect,
    mark: Rect,
    objects: readonly PageObject[],
    ignored: readonly number[],
  ): readonly Passing[] | undefined {
    const frame = { cos: 1, sin: 0 };
    const lines: Passing[] = [];
    for (const object of objects) {
      if (object.kind === "text" || ignored.includes(object.handle)) continue;
      if (!meets(inflate(object.bounds, 1), ink)) continue;
      const shape = this.#shapes.find((s) => s.handle === object.handle);
      if (!shape) return undefined;
      const { u0, u1, v0, v1 } = extentOf(shape, frame);
      const { filled, stroked, strokeWidth } = shape.paint;
      // A filled area all around is the ground of a cell.
      if (filled && u0 < ink[0] && u1 > ink[2] && v0 < ink[1] && v1 > ink[3]) continue;
      const thin = Math.min(THICKEST_RULE, u1 - u0, v1 - v0) / 2;
      for (const [a, b] of shape.edges) {
        if (!crosses(a, b, ink)) continue;
        if (!outside(a, mark) && !outside(b, mark)) return undefined;
        const pen = stroked ? strokeWidth / 2 : 0;
        lines.push({ edge: [a, b], half: filled ? Math.max(pen, thin) : pen });
      }
    }
    return lines;
  }

  ofSegment(segment: Segment): readonly Decoration[] {
    return this.decorations(frameOf(segment.angle), segment);
  }

  /** Underlines, strike-throughs and highlights of a stretch of a line. */
  decorations(
    frame: Frame,
    line: { readonly v: number; readonly em: number; readonly start: number; readonly end: number },
  ): readonly Decoration[] {
    const { v, em, start, end } = line;
    const found: Decoration[] = [];
    for (const shape of this.#shapes) {
      const { u0, u1, v0, v1 } = extentOf(shape, frame);
      if (u0 < start - 0.6 * em || u1 > end + 0.6 * em || u1 - u0 < 0.2 * em) continue;
      const half = shape.paint.stroked ? shape.paint.strokeWidth / 2 : 0;
      const low = v0 - half;
      const high = v1 + half;
      const flat = high - low <= THICKEST_LINE * em;
      const near = flat
        ? low > v - 0.55 * em && high < v + 0.62 * em
        : low > v - em && high < v + 1.4 * em && high - low < HIGHLIGHT * em;
      // A frame that is filled is two rectangles, one within the other.
      const plain = !shape.paint.stroked && shape.edges.length <= SIDES;
      if (!near || (!flat && !plain)) continue;
      found.push({
        handle: shape.handle,
        u0,
        u1,
        v0: low,
        v1: high,
        colour: shape.paint.filled ? shape.paint.fill : shape.paint.stroke,
        order: shape.order,
      });
    }
    return found.sort((a, b) => a.order - b.order);
  }
}

function extentOf(shape: Shape, frame: Frame): { u0: number; u1: number; v0: number; v1: number } {
  let u0 = Infinity;
  let u1 = -Infinity;
  let v0 = Infinity;
  let v1 = -Infinity;
  for (const edge of shape.edges) {
    for (const [x, y] of edge) {
      const [u, v] = toFrame(frame, x, y);
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
  }
  return { u0, u1, v0, v1 };
}

function outside([x, y]: readonly [number, number], rect: Rect): boolean {
  return x < rect[0] - 1 || x > rect[2] + 1 || y < rect[1] - 1 || y > rect[3] + 1;
}

/** Whether the bounds of a stretch meet a rectangle; level and upright stretches have none. */
function crosses(a: readonly [number, number], b: readonly [number, number], rect: Rect): boolean {
  const bounds = inflate(
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    1,
  );
  return meets(bounds, rect);
}
