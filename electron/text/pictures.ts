// Everything on a page that words do not tell: images, and vector drawings that are more than a
// rule or a table's lines. Each waits to be looked at by a person; nothing is judged here.
import type { Rect } from "../../shared/geometry/rect.ts";
import { inflate, meets, union } from "../../shared/geometry/rect.ts";
import type { Picture } from "../../shared/model/page.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { tableGrid, type Stroke } from "./table-grid.ts";

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const MAX_OBJECTS = 20_000;
const MAX_DEPTH = 8;
/** Points; smaller images are bullets and rules. */
const SMALLEST = 14;
/** A drawing is at least this many strokes close together, unless shaded. */
const STROKES = 6;

interface Found extends Stroke {
  readonly kind: "image" | "path" | "text";
}

/** Pictures of a page in reading order (top to bottom), PDF points of its user space. */
export function readPictures(document: PdfiumDocument, page: number): Picture[] {
  return document.withPage(page, ({ handle, geometry }) => {
    const found = collect(document, handle);
    const onPage = found.filter((f) => meets(f.rect, geometry.cropBox));
    const images = onPage
      .filter((f) => f.kind === "image" && wide(f.rect))
      .map((f): Picture => ({ page, rect: clip(f.rect, geometry.cropBox), kind: "image" }));
    const words = onPage.filter((f) => f.kind === "text").map((f) => f.rect);
    const drawings = clusters(onPage.filter((f) => f.kind === "path"))
      .filter(({ strokes, rect }) => !tableGrid(strokes, rect, words))
      .map(({ rect }) => withLabels(rect, words))
      .filter((rect) => !images.some((image) => meets(image.rect, rect)))
      .map((rect): Picture => ({ page, rect: clip(rect, geometry.cropBox), kind: "drawing" }));
    return [...images, ...drawings].toSorted((a, b) => b.rect[3] - a.rect[3]);
  });
}

function collect(document: PdfiumDocument, handle: number): Found[] {
  const { api } = document.pdfium;
  const found: Found[] = [];
  let budget = MAX_OBJECTS;
  const bounds = (object: number): Rect | null =>
    document.pdfium.scratch(16, (at) => {
      if (!api.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return null;
      const [x0, y0, x1, y1] = document.pdfium.floats(at, 4) as [number, number, number, number];
      return [x0, y0, x1, y1].every(Number.isFinite) ? [x0, y0, x1, y1] : null;
    });
  const visit = (object: number): void => {
    if (budget-- <= 0) return;
    const type = api.FPDFPageObj_GetType(object);
    // A form's own objects are in its space: its bounds as a whole are what is on the page.
    if (type < TEXT || type > FORM) return;
    const rect = bounds(object);
    if (!rect) return;
    const add = (kind: Found["kind"], plain = false) => found.push({ rect, kind, plain });
    if (type === IMAGE || type === SHADING) add("image");
    else if (type === PATH) add("path", upright(document, object));
    else if (type === TEXT) add("text");
    else if (holdsImage(document, object, 0)) add("image");
  };
  const count = Math.min(api.FPDFPage_CountObjects(handle), MAX_OBJECTS);
  for (let i = 0; i < count; i++) visit(api.FPDFPage_GetObject(handle, i));
  return found;
}

function holdsImage(document: PdfiumDocument, form: number, depth: number): boolean {
  const { api } = document.pdfium;
  const count = Math.min(api.FPDFFormObj_CountObjects(form), 500);
  for (let i = 0; i < count; i++) {
    const object = api.FPDFFormObj_GetObject(form, i);
    const type = api.FPDFPageObj_GetType(object);
    if (type === IMAGE || type === SHADING) return true;
    if (type === FORM && depth < MAX_DEPTH && holdsImage(document, object, depth + 1)) return true;
  }
  return false;
}

/** More lines than this are no cell's. */
const MOST_LINES = 12;
const MOVE = 2;
const LINE = 0;

/** Upright and level lines only. In the path's own space: what is turned as a whole is no table here. */
function upright(document: PdfiumDocument, path: number): boolean {
  const { api } = document.pdfium;
  const count = api.FPDFPath_CountSegments(path);
  if (count < 1 || count > MOST_LINES) return false;
  let before: readonly [number, number] | null = null;
  for (let i = 0; i < count; i++) {
    const segment = api.FPDFPath_GetPathSegment(path, i);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type !== LINE && type !== MOVE) return false;
    const point = document.pdfium.scratch(8, (at) => {
      api.FPDFPathSegment_GetPoint(segment, at, at + 4);
      return document.pdfium.floats(at, 2) as [number, number];
    });
    if (type === LINE && before && !level(before, point)) return false;
    before = point;
  }
  return true;
}

const level = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  Math.min(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) < 0.01;

/** Words that stand mostly in a drawing belong to it whole: removed with it, none of them is cut. */
function withLabels(drawing: Rect, words: readonly Rect[]): Rect {
  return words
    .filter((word) => {
      const across = Math.min(word[2], drawing[2]) - Math.max(word[0], drawing[0]);
      const up = Math.min(word[3], drawing[3]) - Math.max(word[1], drawing[1]);
      return across > (word[2] - word[0]) / 2 && up > (word[3] - word[1]) / 2;
    })
    .reduce((rect, word) => union(rect, word), drawing);
}

function wide(rect: Rect): boolean {
  return rect[2] - rect[0] >= SMALLEST && rect[3] - rect[1] >= SMALLEST;
}

function clip(rect: Rect, box: Rect): Rect {
  return [
    Math.max(rect[0], box[0]),
    Math.max(rect[1], box[1]),
    Math.min(rect[2], box[2]),
    Math.min(rect[3], box[3]),
  ];
}

interface Cluster {
  readonly rect: Rect;
  readonly strokes: readonly Stroke[];
}

/** Joins strokes that touch or nearly touch; hairlines do not count. */
function clusters(all: readonly Stroke[]): Cluster[] {
  const strokes = all.filter(({ rect: r }) => r[2] - r[0] > 2 && r[3] - r[1] > 2).slice(0, 3_000);
  const groups: Cluster[] = [];
  for (const stroke of strokes) {
    let merged: Cluster = { rect: stroke.rect, strokes: [stroke] };
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i]!;
      if (!meets(inflate(group.rect, 8), merged.rect)) continue;
      const both = [...group.strokes, ...merged.strokes];
      merged = { rect: union(group.rect, merged.rect), strokes: both };
      groups.splice(i, 1);
    }
    groups.push(merged);
  }
  return groups.filter((g) => g.strokes.length >= STROKES && wide(g.rect));
}
