// Texts of a page over which much is painted later, and the page's picture without them: only that
// tells whether anybody sees them through lines that abut, hatches and nets. What a program drew once more
// over all that, as the head of a page, goes with them: it is seen. It judges nothing.
import { inflate, meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import type { Glyph } from "../reading/glyph.ts";
import { shareInside } from "../place.ts";
import { isInkless, PATH, TEXT } from "./pdfium-objects.ts";
import type { PageObject, ShownPage } from "./shown-page.ts";

const IMAGE = 3;
/** Share of a text's area that later drawings must have together. */
const MUCH = 0.4;
/** Points around a drawing: lines have a width. */
const PEN = 0.5;
/** A path of so few pieces that is drawn with a pen of so many points is a frame: nothing is within. */
const FRAME = 8;
const WIDEST_PEN = 4;
/** Points: less across is a line. */
const THIN = 5;

export interface WithoutCovered {
  /** Where the texts stand that are left out. */
  readonly places: readonly Rect[];
  readonly picture: Raster;
  /** What is read without them. */
  readonly glyphs: readonly Glyph[];
}

/** Undefined where nothing much is painted over texts. */
export function withoutCovered(
  page: ShownPage,
  scale: number,
  store: PixelStore,
  grey: boolean,
): WithoutCovered | undefined {
  const { engine } = page.document;
  const covered = engine.run(() => coveredOn(page));
  if (covered.length === 0) return undefined;
  const show = (shown: boolean): void =>
    engine.run(() => {
      for (const { handle } of covered) engine.api.FPDFPageObj_SetIsActive(handle, shown);
    });
  show(false);
  try {
    const picture = page.render(scale, { store, grey });
    return { places: covered.map(({ box }) => box), picture, glyphs: page.glyphs() };
  } finally {
    show(true);
  }
}

function coveredOn(page: ShownPage): PageObject[] {
  const above = new Map<number, PageObject[]>();
  const covered: PageObject[] = [];
  // From the last that is painted to the first.
  for (const object of page.objects().toReversed()) {
    const { box, kind } = object;
    if (kind === TEXT) {
      if (isMuchCovered(box, above) && !isInkless(page, object)) covered.push(object);
    } else if (kind !== IMAGE && !isFrame(page, object)) {
      for (const row of rowsOf(box, page.frame.height)) {
        const list = above.get(row);
        if (list) list.push(object);
        else above.set(row, [object]);
      }
    }
  }
  if (covered.length === 0) return covered;
  const drawn = new Set(covered.map((text) => drawing(page, text)));
  const again = page
    .objects()
    .filter((one) => one.kind === TEXT && !covered.some(({ handle }) => handle === one.handle))
    .filter((one) => drawn.has(drawing(page, one)));
  return [...covered, ...again];
}

/** The same for texts of one font that lie on one another to a tenth of a point. */
function drawing(page: ShownPage, { handle, box }: PageObject): string {
  const font = page.document.engine.bare.FPDFTextObj_GetFont(handle);
  return `${font} ${box.map((edge) => Math.round(10 * edge)).join(" ")}`;
}

function isMuchCovered(text: Rect, above: ReadonlyMap<number, readonly PageObject[]>): boolean {
  const met = new Set(rowsOf(text, Infinity).flatMap((row) => above.get(row) ?? []));
  let share = 0;
  for (const { box } of met) {
    const reach = inflate(box, PEN);
    if (meets(reach, text)) share += shareInside(text, reach);
    if (share >= MUCH) return true;
  }
  return false;
}

/** Points to the row in which drawings are looked up; of what reaches far beyond the page, its rows. */
const ROW = 16;

function rowsOf([, low, , high]: Rect, height: number): number[] {
  const first = Math.max(-1, Math.floor((low - PEN) / ROW));
  const last = Math.min(Math.ceil(height / ROW), Math.floor((high + PEN) / ROW), first + 2000);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function isFrame(page: ShownPage, { handle, kind, box }: PageObject): boolean {
  if (kind !== PATH) return false;
  const { api, memory, scratch } = page.document.engine;
  if (Math.min(box[2] - box[0], box[3] - box[1]) < THIN) return false;
  if (api.FPDFPath_CountSegments(handle) > FRAME) return false;
  api.FPDFPath_GetDrawMode(handle, scratch, scratch + 4);
  if (memory.HEAPU32[scratch >> 2] !== 0) return false;
  const width = api.FPDFPageObj_GetStrokeWidth(handle, scratch) ? memory.HEAPF32[scratch >> 2]! : 1;
  return width < WIDEST_PEN;
}
