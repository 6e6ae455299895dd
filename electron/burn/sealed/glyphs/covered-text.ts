// Words that much is painted over later: whether their ink makes any difference to the page's picture.
// Lines that abut, hatches and nets show edges of their own where a word lies; only the picture without
// the word tells whether anybody sees it. What makes no difference is for nobody to read (B2).
import { inflate, meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Size } from "../../../pdfium/display.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { Pdfium } from "../../../pdfium/engine.ts";
import { readPathPaint } from "../../../pdfium/page-objects.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { Glyph } from "./glyph.ts";
import type { PageEdit } from "./page-edit.ts";
import { luminance, Pixels } from "../pixels/pixels.ts";
import type { PixelRect } from "../pixels/pixels.ts";
import { pixelRect } from "./stretch.ts";

/** Share of a text's area that later drawings must have for a closer look. */
const MUCH = 0.4;
/** Difference of luminance that is read through seams, and share of a letter's box that must show it. */
const SEEN = 60;
const LEAST = 0.1;
/** Pieces of a frame at most, points of its pen, and points across below which it is a line. */
const FRAME = 8;
const WIDEST_PEN = 4;
const THIN = 5;
/** Points to the row in which drawings are looked up. */
const ROW = 16;
/** Texts that are looked at one by one; more of them in one picture of the page. */
const MOST_WINDOWS = 24;

/** The glyphs without those that something painted later hides altogether. */
export function uncovered(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  edit: PageEdit,
  glyphs: readonly Glyph[],
  objects: readonly PageObject[],
): readonly Glyph[] {
  const covered = muchCovered(document.pdfium, objects);
  if (covered.length === 0) return glyphs;
  const suspects = covered.filter(({ handle }) => glyphs.some(({ run }) => run.handle === handle));
  if (suspects.length === 0) return glyphs;
  const whole: PixelRect = { x0: 0, y0: 0, x1: size.width, y1: size.height };
  const windows =
    suspects.length > MOST_WINDOWS
      ? [whole]
      : suspects.map(({ bounds }) => pixelRect(open, size, inflate(bounds, 1)));
  const draw = () => windows.map((window) => shot(document, open, size, window));
  const before = draw();
  const hidden = [...suspects, ...drawnAgain(document.pdfium, objects, covered)];
  for (const { handle } of hidden) edit.hide(handle);
  const after = draw();
  for (const { handle } of hidden) edit.show(handle);
  const at = new Map(suspects.map(({ handle }, i) => [handle, windows.length === 1 ? 0 : i]));
  return glyphs.filter(({ run, ink }) => {
    const i = at.get(run.handle);
    if (i === undefined || run.hidden || ink[2] <= ink[0] || ink[3] <= ink[1]) return true;
    const { x0, y0 } = windows[i]!;
    const rect = pixelRect(open, size, ink);
    const own = { x0: rect.x0 - x0, y0: rect.y0 - y0, x1: rect.x1 - x0, y1: rect.y1 - y0 };
    return differs(before[i]!, after[i]!, own);
  });
}

/** What is painted once more over all that, as the head of a page: the engine reads it only once. */
function drawnAgain(
  { api }: Pdfium,
  objects: readonly PageObject[],
  covered: readonly PageObject[],
): readonly PageObject[] {
  const drawing = ({ handle, bounds }: PageObject) =>
    `${api.FPDFTextObj_GetFont(handle)} ${bounds.map((edge) => Math.round(10 * edge)).join(" ")}`;
  const drawn = new Set(covered.map(drawing));
  const known = new Set(covered);
  return objects.filter((one) => one.kind === "text" && !known.has(one) && drawn.has(drawing(one)));
}

/** Texts over which later drawings lie that are together about as large. */
function muchCovered(pdfium: Pdfium, objects: readonly PageObject[]): readonly PageObject[] {
  const rows = new Map<number, PageObject[]>();
  for (const object of objects) {
    if (object.kind !== "path" && object.kind !== "shading") continue;
    if (isFrame(pdfium, object)) continue;
    for (let row = Math.floor(object.bounds[1] / ROW); row <= object.bounds[3] / ROW; row++) {
      const list = rows.get(row);
      if (list) list.push(object);
      else rows.set(row, [object]);
      if (row > object.bounds[1] / ROW + MOST_ROWS) break;
    }
  }
  if (rows.size === 0) return [];
  return objects.filter((text) => {
    if (text.kind !== "text") return false;
    const above = new Set<PageObject>();
    for (let row = Math.floor(text.bounds[1] / ROW); row <= text.bounds[3] / ROW; row++)
      for (const object of rows.get(row) ?? [])
        if (object.order > text.order && meets(inflate(object.bounds, 0.5), text.bounds))
          above.add(object);
    let sum = 0;
    for (const { bounds } of above) sum += shared(inflate(bounds, 0.5), text.bounds);
    return sum >= MUCH * area(text.bounds);
  });
}

/** A shape that is only drawn round with a thin pen covers nothing within. */
function isFrame(pdfium: Pdfium, { handle, kind, bounds: [x0, y0, x1, y1] }: PageObject): boolean {
  if (kind !== "path" || Math.min(x1 - x0, y1 - y0) < THIN) return false;
  if (pdfium.api.FPDFPath_CountSegments(handle) > FRAME) return false;
  const { filled, strokeWidth } = readPathPaint(pdfium, handle);
  return !filled && strokeWidth < WIDEST_PEN;
}

/** Drawings are not looked for in more rows than these: pages are not so high. */
const MOST_ROWS = 2000;

function area([x0, y0, x1, y1]: Rect): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

function shared(a: Rect, b: Rect): number {
  return area([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]);
}

function shot(document: PdfiumDocument, open: OpenPage, size: Size, window: PixelRect): Pixels {
  const width = Math.max(1, window.x1 - window.x0);
  const height = Math.max(1, window.y1 - window.y0);
  const part = { x: window.x0, y: window.y0, width, height };
  return new Pixels(width, height, document.drawOpen(open, size, part));
}

function differs(before: Pixels, after: Pixels, rect: PixelRect): boolean {
  const { x0, y0, x1, y1 } = before.clip(rect);
  const least = Math.max(1, LEAST * (x1 - x0) * (y1 - y0));
  let count = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      if (Math.abs(luminance(before.at(x, y)) - luminance(after.at(x, y))) <= SEEN) continue;
      if (++count >= least) return true;
    }
  return false;
}
