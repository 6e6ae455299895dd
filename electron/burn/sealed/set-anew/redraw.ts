// Draws touched lines anew inside the engine: the text objects of a line are taken out of sight and
// its surviving glyphs drawn one by one where the plan puts them. Before anything is moved, the
// same drawing is tried in the old places: only where it gives the old picture back is the line
// trusted to be understood (B3, B4); any other line is left to the pixels.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { toPixels } from "../../../pdfium/display.ts";
import type { Size } from "../../../pdfium/display.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { PageMark } from "../../page-output.ts";
import type { Borders, Passing } from "./borders.ts";
import { components } from "./components.ts";
import type { Component } from "./components.ts";
import type { Glyph } from "../glyphs/glyph.ts";
import type { Segment } from "../glyphs/lines.ts";
import type { TouchedSegment } from "./line-plan.ts";
import type { PageEdit } from "../glyphs/page-edit.ts";
import { evenBeside, isEven } from "./even-ground.ts";
import { hasInlineDrawings } from "./inline-drawings.ts";
import { Pixels } from "../pixels/pixels.ts";
import { pixelRect, stretchOf } from "../glyphs/stretch.ts";
import type { PixelRect } from "../pixels/pixels.ts";
import { alike, samePixels, tryNext, wrongLetters } from "./trial.ts";

/** Text render modes from which on letters become a clip. */
const CUTTING = 4;

export interface Redrawable {
  readonly touched: readonly TouchedSegment[];
  /** Glyphs of other segments that share a hidden text object: drawn again in place. */
  readonly inPlace: readonly Glyph[];
  /** Segments that must be burnt as pixels. */
  readonly refused: readonly TouchedSegment[];
}

/**
 * Hides what can be redrawn and leaves it hidden.
 *
 * @param hidden words without ink of their own: what they say stands for what is drawn there
 */
export function prepareRedraw(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  edit: PageEdit,
  all: readonly Segment[],
  touched: readonly TouchedSegment[],
  hidden: readonly Segment[],
  objects: readonly PageObject[],
  borders: Borders,
): Redrawable {
  const accepted: TouchedSegment[] = [];
  const refused: TouchedSegment[] = [];
  const inPlace: Glyph[] = [];
  const known = new Set(all.flatMap((s) => s.glyphs.map((g) => g.glyph.run.handle)));
  const strangers = objects.filter((o) => o.kind === "text" && !known.has(o.handle));
  const room = new Room();
  const silent = new Set(hidden.flatMap((s) => s.glyphs.map((g) => g.glyph.run.handle)));
  for (const component of components(all, touched)) {
    const windows = component.segments.map((s) => windowOf(open, size, s));
    const glyphs = component.segments.flatMap((s) =>
      s.glyphs.map((g) => g.glyph).filter((g) => component.runs.has(g.run.handle)),
    );
    const decorations = component.touched.flatMap((t) =>
      borders.ofSegment(t.segment).map((d) => d.handle),
    );
    for (const decoration of decorations) edit.hide(decoration);
    room.empty();
    const draw = () => windows.map((w) => shot(document, open, size, w, room));
    const before = draw();
    for (const run of component.runs) edit.hide(run);
    const empty = draw();
    const drawsTheSame = (): boolean => {
      // Letters that cut what is painted later go on cutting it where they stood.
      if (glyphs.some(({ run }) => run.mode >= CUTTING)) return false;
      const drawn = glyphs.every((g) => edit.glyph(g.run, g.code, g.run.matrix, g.x, g.y));
      const again = drawn ? draw() : empty;
      edit.undo();
      if (!drawn) return false;
      const shots = before.map((picture, i) => ({
        before: picture,
        again: again[i]!,
        empty: empty[i]!,
      }));
      const wrong = component.segments.flatMap((segment, i) =>
        wrongLetters(segment, shots[i]!, (rect) =>
          within(pixelRect(open, size, rect), windows[i]!),
        ),
      );
      if (wrong.length === 0) return shots.every(alike);
      return tryNext(wrong) && drawsTheSame();
    };
    const same =
      !component.touched.some((t) => hasInlineDrawings(t.segment, objects, decorations)) &&
      drawsTheSame();
    const clear =
      same &&
      !mayTell(edit, strangersIn(component, strangers), silent, empty, draw) &&
      component.touched.every((t) =>
        clearBelow(empty, windows, component.segments, t, open, size, (ink, mark) =>
          borders.passing(ink, mark.rect, objects, decorations),
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

function windowOf(open: OpenPage, size: Size, segment: Segment): PixelRect {
  return pixelRect(open, size, stretchOf(segment));
}

/** Memory for the pictures of one component after another. */
class Room {
  readonly #arrays: Uint32Array[] = [];
  #taken = 0;

  /** Nobody looks at what was taken any more. */
  empty(): void {
    this.#taken = 0;
  }

  take(pixels: number): Uint32Array {
    const at = this.#taken++;
    const known = this.#arrays[at];
    if (known && known.length >= pixels) return known.subarray(0, pixels);
    return (this.#arrays[at] = new Uint32Array(pixels));
  }
}

function shot(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  { x0, y0, x1, y1 }: PixelRect,
  room: Room,
): Pixels {
  const width = Math.max(1, x1 - x0);
  const height = Math.max(1, y1 - y0);
  const part = { x: x0, y: y0, width, height };
  const pixels = document.drawOpen(open, size, part, room.take(width * height));
  return new Pixels(width, height, pixels);
}

function within(rect: PixelRect, { x0, y0 }: PixelRect): PixelRect {
  return { x0: rect.x0 - x0, y0: rect.y0 - y0, x1: rect.x1 - x0, y1: rect.y1 - y0 };
}

/** Text of which no character was read: replaced by its tag, without a character map, or blanks. */
function strangersIn(
  { touched }: Component,
  strangers: readonly PageObject[],
): readonly PageObject[] {
  return strangers.filter(({ bounds }) =>
    touched.some(({ segment }) => {
      const [x0, y0, x1, y1] = stretchOf(segment);
      return bounds[0] < x1 && bounds[2] > x0 && bounds[1] < y1 && bounds[3] > y0;
    }),
  );
}

/**
 * True where they hold words, or where the page without them would look otherwise: a font may say of
 * any letter that it is a blank.
 */
function mayTell(
  edit: PageEdit,
  objects: readonly PageObject[],
  silent: ReadonlySet<number>,
  shown: readonly Pixels[],
  draw: () => readonly Pixels[],
): boolean {
  if (objects.length === 0) return false;
  if (objects.some(({ handle }) => silent.has(handle))) return true;
  for (const { handle } of objects) edit.hide(handle);
  const without = draw();
  for (const { handle } of objects) edit.show(handle);
  return !shown.every((picture, i) => samePixels(picture, without[i]!));
}

/** True where the ground beneath every removed glyph is one even colour, but for lines that pass through it. */
function clearBelow(
  empty: readonly Pixels[],
  windows: readonly PixelRect[],
  segments: readonly Segment[],
  touched: TouchedSegment,
  open: OpenPage,
  size: Size,
  passing: (ink: Rect, mark: PageMark) => readonly Passing[] | undefined,
): boolean {
  const at = segments.indexOf(touched.segment);
  const window = windows[at]!;
  const ground = empty[at]!;
  const matrix = toPixels(open.geometry, size);
  return touched.segment.glyphs.every((placed, i) => {
    const mark = touched.burnt[i];
    if (!mark) return true;
    const ink = placed.glyph.ink;
    const part = ground.clip(within(pixelRect(open, size, ink), window));
    if (isEven(ground, part)) return true;
    const lines = passing(ink, mark);
    return lines !== undefined && evenBeside(ground, part, window, lines, matrix);
  });
}
