// Comments that the file holds without a drawing are shown by readers all the same, and by the engine
// where it draws a page. Before its annotations are merged into a page they are given that drawing.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { normalise } from "../../../shared/geometry/rect.ts";
import type { PdfiumEngine } from "./pdfium.ts";

/** Bytes of a rectangle. */
const RECT = 16;
const LINK = 2;
const POPUP = 16;
const FIELD = 20;

/** @param page FPDF_PAGE, changed in the engine's memory alone */
export function drawComments({ api, bare }: PdfiumEngine, page: number): void {
  const count = bare.FPDFPage_GetAnnotCount(page);
  for (let i = 0; i < count; i++) {
    const annotation = api.FPDFPage_GetAnnot(page, i);
    if (!annotation) continue;
    const kind = api.FPDFAnnot_GetSubtype(annotation);
    const ownWay = kind === LINK || kind === POPUP || kind === FIELD;
    if (!ownWay && !api.FPDFAnnot_HasKey(annotation, "AP"))
      api.EPDFAnnot_GenerateAppearance(annotation);
    api.FPDFPage_CloseAnnot(annotation);
  }
}

/** Comments and fields of a page, in its user space: all but links and what opens of itself. */
export function commentRects({ api, bare, memory, scratch }: PdfiumEngine, page: number): Rect[] {
  const rects: Rect[] = [];
  const count = bare.FPDFPage_GetAnnotCount(page);
  for (let i = 0; i < count; i++) {
    const annotation = api.FPDFPage_GetAnnot(page, i);
    if (!annotation) continue;
    const kind = api.FPDFAnnot_GetSubtype(annotation);
    if (kind !== LINK && kind !== POPUP && api.FPDFAnnot_GetRect(annotation, scratch)) {
      const [left, top, right, bottom] = memory.HEAPF32.slice(scratch >> 2, (scratch + RECT) >> 2);
      rects.push(normalise(left!, bottom!, right!, top!));
    }
    api.FPDFPage_CloseAnnot(annotation);
  }
  return rects;
}
