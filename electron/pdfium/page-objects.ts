// Lists what is painted on an open page, forms unfolded, with bounds in the page's user space.
// Handles stay valid while the page is open. Bounded against forms that hold themselves.
import type { Rect } from "../../shared/geometry/rect.ts";
import { multiply, transformPoint, transformRect } from "./display.ts";
import type { Matrix } from "./display.ts";
import type { Pdfium } from "./engine.ts";

export type ObjectKind = "text" | "path" | "image" | "shading";

export interface PageObject {
  /** FPDF_PAGEOBJECT. */
  readonly handle: number;
  readonly kind: ObjectKind;
  readonly bounds: Rect;
  /** From the object's own surroundings (page or form) to user space. */
  readonly outer: Matrix;
  /** Painting order over the whole page. */
  readonly order: number;
  /** Stands in the page's own content, not in a form that it paints. */
  readonly own: boolean;
}

const KINDS: Readonly<Record<number, ObjectKind>> = {
  1: "text",
  2: "path",
  3: "image",
  4: "shading",
};
const FORM = 5;
const DEEPEST = 24;
const MOST_OBJECTS = 400_000;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function readObjects(pdfium: Pdfium, page: number): readonly PageObject[] {
  const { api } = pdfium;
  const list: PageObject[] = [];
  pdfium.scratch(32, (at) => {
    const visit = (handle: number, outer: Matrix, depth: number): void => {
      if (!handle || list.length >= MOST_OBJECTS) return;
      const type = api.FPDFPageObj_GetType(handle);
      if (type === FORM) {
        if (depth >= DEEPEST) return;
        const matrix = readMatrix(pdfium, handle, at);
        const inner = matrix ? multiply(matrix, outer) : outer;
        const count = api.FPDFFormObj_CountObjects(handle);
        for (let i = 0; i < count; i++) {
          visit(api.FPDFFormObj_GetObject(handle, i), inner, depth + 1);
        }
        return;
      }
      const kind = KINDS[type];
      if (!kind || !api.FPDFPageObj_GetBounds(handle, at, at + 4, at + 8, at + 12)) return;
      const bounds = pdfium.floats(at, 4) as [number, number, number, number];
      if (!bounds.every(Number.isFinite)) return;
      const order = list.length;
      const own = depth === 0;
      list.push({ handle, kind, bounds: transformRect(outer, bounds), outer, order, own });
    };
    const count = api.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i++) visit(api.FPDFPage_GetObject(page, i), IDENTITY, 0);
  });
  return list;
}

function readMatrix(pdfium: Pdfium, handle: number, at: number): Matrix | null {
  if (!pdfium.api.FPDFPageObj_GetMatrix(handle, at)) return null;
  const matrix = pdfium.floats(at, 6) as [number, number, number, number, number, number];
  return matrix.every(Number.isFinite) ? matrix : null;
}

export type PathPoint = readonly [number, number];

/** Straight edges of a path in user space; null where it has curves or too many points. */
export function readEdges(
  pdfium: Pdfium,
  object: PageObject,
  most = 4_000,
): readonly (readonly [PathPoint, PathPoint])[] | null {
  const { api } = pdfium;
  const count = api.FPDFPath_CountSegments(object.handle);
  if (count <= 0 || count > most) return null;
  return pdfium.scratch(32, (at) => {
    const own = readMatrix(pdfium, object.handle, at) ?? IDENTITY;
    const matrix = multiply(own, object.outer);
    const edges: (readonly [PathPoint, PathPoint])[] = [];
    let start: PathPoint = [0, 0];
    let last: PathPoint = [0, 0];
    for (let i = 0; i < count; i++) {
      const segment = api.FPDFPath_GetPathSegment(object.handle, i);
      if (!segment || !api.FPDFPathSegment_GetPoint(segment, at, at + 4)) return null;
      const [x, y] = pdfium.floats(at, 2) as [number, number];
      const point = transformPoint(matrix, x, y);
      const type = api.FPDFPathSegment_GetType(segment);
      if (type === MOVE) start = point;
      else if (type === LINE) edges.push([last, point]);
      else return null;
      last = point;
      if (api.FPDFPathSegment_GetClose(segment)) {
        edges.push([last, start]);
        last = start;
      }
    }
    return edges;
  });
}

const LINE = 0;
const MOVE = 2;

export interface Paint {
  readonly filled: boolean;
  readonly stroked: boolean;
  /** Red, green, blue, alpha; 0..255. */
  readonly fill: readonly [number, number, number, number];
  readonly stroke: readonly [number, number, number, number];
  readonly strokeWidth: number;
}

export function readPathPaint(pdfium: Pdfium, handle: number): Paint {
  const { api } = pdfium;
  return pdfium.scratch(32, (at) => {
    api.FPDFPath_GetDrawMode(handle, at, at + 4);
    const [fillMode, stroked] = pdfium.heap.HEAP32.slice(at >> 2, (at >> 2) + 2);
    return { filled: fillMode !== 0, stroked: stroked !== 0, ...readColours(pdfium, handle, at) };
  });
}

export function readColours(
  pdfium: Pdfium,
  handle: number,
  at: number,
): Pick<Paint, "fill" | "stroke" | "strokeWidth"> {
  const { api } = pdfium;
  const four = () =>
    Array.from(pdfium.heap.HEAP32.slice(at >> 2, (at >> 2) + 4), (v) => v & 255) as [
      number,
      number,
      number,
      number,
    ];
  const fill = api.FPDFPageObj_GetFillColor(handle, at, at + 4, at + 8, at + 12)
    ? four()
    : ([0, 0, 0, 255] as const);
  const stroke = api.FPDFPageObj_GetStrokeColor(handle, at, at + 4, at + 8, at + 12)
    ? four()
    : ([0, 0, 0, 255] as const);
  const strokeWidth = api.FPDFPageObj_GetStrokeWidth(handle, at) ? pdfium.floats(at, 1)[0]! : 1;
  return { fill, stroke, strokeWidth };
}
