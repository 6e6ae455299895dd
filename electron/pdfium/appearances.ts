// Comments and fields whose drawing is not stored in the file: every reader draws them in its own
// way. Those that PDFium can draw are given a drawing, so that the analyst sees them, marks can burn
// them and the export keeps them; the others are told by their kind, so that nobody misses them.
import type { Pdfium } from "./engine.ts";

/** Kinds of annotations by their numbers, which a reader shows on the page although nothing draws them. */
const SHOWN: ReadonlyMap<number, string> = new Map([
  [1, "a comment's sign"],
  [3, "typed text"],
  [4, "a line"],
  [5, "a rectangle"],
  [6, "an ellipse"],
  [7, "a polygon"],
  [8, "a line of several pieces"],
  [9, "a highlight"],
  [10, "an underline"],
  [11, "a wavy underline"],
  [12, "a strike-out"],
  [13, "a stamp"],
  [14, "a sign that something is missing"],
  [15, "a drawing by hand"],
  [17, "an attached file's sign"],
  [18, "a sound's sign"],
  [19, "a film"],
  [20, "a form field"],
  [21, "a screen for a film"],
  [25, "a model in space"],
]);
const WIDGET = 20;
const LINK = 2;
/** Signs that only show that something was said of the place: left out with what was said. */
const SIGNS: ReadonlySet<number> = new Set([1, 14]);
/** What pdf.js draws by itself as well: lines, shapes, highlights, and ink. */
const DRAWN_ALIKE: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 10, 11, 12, 15]);
const NORMAL = 0;

export interface Appearances {
  /** Kinds of annotations that stay without a drawing, each once. */
  readonly undrawn: readonly string[];
  /** True where something was given a drawing that no other engine gives it. */
  readonly own: boolean;
}

/** How many fields of a page have no drawing; the form environment gives those one that show something. */
export function bareFields({ api }: Pdfium, page: number): number {
  let bare = 0;
  for (let index = api.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index--) {
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (!annotation) continue;
    const field = api.FPDFAnnot_GetSubtype(annotation) === WIDGET;
    if (field && !api.FPDFAnnot_HasKey(annotation, "AP")) bare++;
    api.FPDFPage_CloseAnnot(annotation);
  }
  return bare;
}

/** @param page FPDF_PAGE, without annotations that are not shown */
export function giveAppearances(pdfium: Pdfium, page: number): Appearances {
  const { api } = pdfium;
  const undrawn = new Set<string>();
  let own = false;
  const count = api.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < count; index++) {
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (!annotation) continue;
    const subtype = api.FPDFAnnot_GetSubtype(annotation);
    const kind = SHOWN.get(subtype);
    if (kind && !api.FPDFAnnot_HasKey(annotation, "AP")) {
      if (SIGNS.has(subtype) || !drawn(pdfium, annotation, subtype)) undrawn.add(kind);
      else if (subtype !== WIDGET && !DRAWN_ALIKE.has(subtype)) own = true;
    }
    if (subtype === LINK && isFramed(pdfium, annotation)) undrawn.add("the frame around a link");
    api.FPDFPage_CloseAnnot(annotation);
  }
  return { undrawn: [...undrawn], own };
}

/**
 * A coloured frame, which some readers draw around a link by themselves. A black one is the format's
 * default and not somebody's wish.
 */
function isFramed(pdfium: Pdfium, annotation: number): boolean {
  const { api } = pdfium;
  if (api.FPDFAnnot_HasKey(annotation, "AP") || !api.FPDFAnnot_HasKey(annotation, "C"))
    return false;
  return pdfium.scratch(16, (at) => {
    if (!api.FPDFAnnot_GetBorder(annotation, at, at + 4, at + 8)) return false;
    const [, , width] = pdfium.floats(at, 3);
    if (!(width! > 0) || !api.FPDFAnnot_GetColor(annotation, 0, at, at + 4, at + 8, at + 12))
      return false;
    return [0, 1, 2].some((i) => pdfium.heap.HEAP32[(at >> 2) + i]! > 0);
  });
}

/** True as well where there is nothing to be drawn. Fields were given theirs by the form environment. */
function drawn(pdfium: Pdfium, annotation: number, subtype: number): boolean {
  const { api } = pdfium;
  if (subtype === WIDGET)
    return !api.FPDFAnnot_HasKey(annotation, "V") || !hasArea(pdfium, annotation);
  if (!api.EPDFAnnot_GenerateAppearance(annotation)) return !hasArea(pdfium, annotation);
  return api.EPDFAnnot_HasAppearanceStream(annotation, NORMAL);
}

function hasArea(pdfium: Pdfium, annotation: number): boolean {
  return pdfium.scratch(16, (at) => {
    if (!pdfium.api.EPDFAnnot_GetRect(annotation, at)) return false;
    const [left, top, right, bottom] = pdfium.floats(at, 4) as [number, number, number, number];
    return right !== left && top !== bottom;
  });
}
