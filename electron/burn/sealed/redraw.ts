// Draws touched lines anew inside the engine: the text objects of a line are taken out of sight and
// its surviving glyphs drawn one by one where the plan puts them. Before anything is moved, the
// same drawing is tried in the old places: only where it gives the old picture back is the line
// trusted to be understood (B3, B4); any other line is left to the pixels.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { toPixels, transformPoint } from "../../pdfium/display.ts";
import type { Size } from "../../pdfium/display.ts";
import type { OpenPage, PdfiumDocument } from "../../pdfium/document.ts";
import type { PageObject } from "../../pdfium/page-objects.ts";
import type { PageMark } from "../page-output.ts";
import type { Borders } from "./borders.ts";
import type { Glyph } from "./glyphs.ts";
import type { Segment } from "./lines.ts";
import type { TouchedSegment } from "./line-plan.ts";
import type { PageEdit } from "./page-edit.ts";
import { Pixels, luminance, spread } from "./pixels.ts";
import { pixelRect, stretchOf } from "./stretch.ts";
import type { PixelRect } from "./pixels.ts";

/** Segments that share text objects and must be redrawn together. */
interface Component {
  readonly touched: TouchedSegment[];
  readonly segments: Segment[];
  readonly runs: Set<number>;
}

/** A pixel that differs by more than this was drawn otherwise; less is the rounding of edges. */
const OTHERWISE = 110;
const TOLERATED_SHARE = 0.006;
const TOLERATED_PIXELS = 8;
/** Spread of luminance under removed glyphs above which something else lies there. */
const TEXTURED = 40;

export interface Redrawable {
  readonly touched: readonly TouchedSegment[];
  /** Glyphs of other segments that share a hidden text object: drawn again in place. */
  readonly inPlace: readonly Glyph[];
  /** Segments that must be burnt as pixels. */
  readonly refused: readonly TouchedSegment[];
}

/** Hides what can be redrawn and leaves it hidden. */
export function prepareRedraw(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  edit: PageEdit,
  all: readonly Segment[],
  touched: readonly TouchedSegment[],
  objects: readonly PageObject[],
  borders: Borders,
): Redrawable {
  const accepted: TouchedSegment[] = [];
  const refused: TouchedSegment[] = [];
  const inPlace: Glyph[] = [];
  const known = new Set(all.flatMap((s) => s.glyphs.map((g) => g.glyph.run.handle)));
  const strangers = objects.filter((o) => o.kind === "text" && !known.has(o.handle));
  for (const component of components(all, touched)) {
    const windows = component.segments.map((s) => windowOf(open, size, s));
    const glyphs = component.segments.flatMap((s) =>
      s.glyphs.map((g) => g.glyph).filter((g) => component.runs.has(g.run.handle)),
    );
    const decorations = component.touched.flatMap((t) =>
      borders.ofSegment(t.segment).map((d) => d.handle),
    );
    for (const decoration of decorations) edit.hide(decoration);
    const draw = () => windows.map((w) => shot(document, open, size, w));
    const before = draw();
    for (const run of component.runs) edit.hide(run);
    const empty = draw();
    const drawn = glyphs.every((g) => edit.glyph(g.run, g.code, g.run.matrix, g.x, g.y));
    const again = drawn ? draw() : empty;
    edit.undo();
    const same = drawn && before.every((picture, i) => alike(picture, again[i]!, empty[i]!));
    const clear =
      same &&
      !component.touched.some((t) => strangerIn(t.segment, strangers)) &&
      component.touched.every((t) =>
        clearBelow(empty, windows, component.segments, t, open, size, (ink, mark) =>
          borders.passes(ink, mark.rect, objects, decorations),
        ),
      );
    if (clear) {
      accepted.push(...component.touched);
      const moved = new Set(component.touched.map((t) => t.segment));
      for (const segment of component.segments) {
        if (moved.has(segment)) continue;
        for (const { glyph } of segment.glyphs) {
          if (component.runs.has(glyph.run.handle)) inPlace.push(glyph);
        }
      }
    } else {
      for (const hidden of [...component.runs, ...decorations]) edit.show(hidden);
      refused.push(...component.touched);
    }
  }
  return { touched: accepted, inPlace, refused };
}

function components(all: readonly Segment[], touched: readonly TouchedSegment[]): Component[] {
  const byRun = new Map<number, Segment[]>();
  for (const segment of all) {
    for (const run of new Set(segment.glyphs.map((g) => g.glyph.run.handle))) {
      byRun.set(run, [...(byRun.get(run) ?? []), segment]);
    }
  }
  const done = new Set<TouchedSegment>();
  const list: Component[] = [];
  for (const start of touched) {
    if (done.has(start)) continue;
    const component: Component = { touched: [], segments: [], runs: new Set() };
    const queue: TouchedSegment[] = [start];
    while (queue.length > 0) {
      const next = queue.pop()!;
      if (done.has(next)) continue;
      done.add(next);
      component.touched.push(next);
      for (const { glyph } of next.segment.glyphs) {
        const run = glyph.run.handle;
        if (component.runs.has(run)) continue;
        component.runs.add(run);
        for (const segment of byRun.get(run) ?? []) {
          if (!component.segments.includes(segment)) component.segments.push(segment);
          const other = touched.find((t) => t.segment === segment);
          if (other) queue.push(other);
        }
      }
    }
    list.push(component);
  }
  return list;
}

function windowOf(open: OpenPage, size: Size, segment: Segment): PixelRect {
  return pixelRect(open, size, stretchOf(segment));
}

function shot(document: PdfiumDocument, open: OpenPage, size: Size, w: PixelRect): Pixels {
  const width = Math.max(1, w.x1 - w.x0);
  const height = Math.max(1, w.y1 - w.y0);
  return new Pixels(
    width,
    height,
    document.drawOpen(open, size, { x: w.x0, y: w.y0, width, height }),
  );
}

function alike(before: Pixels, again: Pixels, empty: Pixels): boolean {
  let ink = 0;
  let other = 0;
  for (let i = 0; i < before.data.length; i++) {
    const a = before.data[i]!;
    const b = again.data[i]!;
    if (a !== empty.data[i]) ink++;
    if (a !== b && differs(a, b) && !nearby(again, i, a) && !nearby(before, i, b)) other++;
  }
  return other <= Math.max(TOLERATED_PIXELS, TOLERATED_SHARE * ink);
}

function differs(a: number, b: number): boolean {
  return Math.abs(luminance(a) - luminance(b)) > OTHERWISE;
}

/** The engine sets small glyphs on whole pixels and may round one by one otherwise than as a row. */
function nearby(picture: Pixels, i: number, pixel: number): boolean {
  const { width, data } = picture;
  for (const step of [-1, 1, -width, width]) {
    const other = data[i + step];
    if (other !== undefined && !differs(other, pixel)) return true;
  }
  return false;
}

/** Text of which no character was read (replaced by its tag, or without a character map). */
function strangerIn(segment: Segment, strangers: readonly PageObject[]): boolean {
  const [x0, y0, x1, y1] = stretchOf(segment);
  return strangers.some(
    ({ bounds }) => bounds[0] < x1 && bounds[2] > x0 && bounds[1] < y1 && bounds[3] > y0,
  );
}

/** True where the ground beneath every removed glyph is one even colour, or lines pass through it. */
function clearBelow(
  empty: readonly Pixels[],
  windows: readonly PixelRect[],
  segments: readonly Segment[],
  touched: TouchedSegment,
  open: OpenPage,
  size: Size,
  passes: (ink: Rect, mark: PageMark) => boolean,
): boolean {
  const at = segments.indexOf(touched.segment);
  const window = windows[at]!;
  const ground = empty[at]!;
  const matrix = toPixels(open.geometry, size);
  return touched.segment.glyphs.every((placed, i) => {
    const mark = touched.burnt[i];
    if (!mark) return true;
    const ink = placed.glyph.ink;
    const [ax, ay] = transformPoint(matrix, ink[0], ink[1]);
    const [bx, by] = transformPoint(matrix, ink[2], ink[3]);
    const part = ground.clip({
      x0: Math.floor(Math.min(ax, bx)) - window.x0,
      y0: Math.floor(Math.min(ay, by)) - window.y0,
      x1: Math.ceil(Math.max(ax, bx)) - window.x0,
      y1: Math.ceil(Math.max(ay, by)) - window.y0,
    });
    return spread(ground, part) <= TEXTURED || passes(ink, mark);
  });
}
