// What no screen shows must not become visible by being merged into the page.
import type { Pdfium } from "./engine.ts";

/** Flags of annotations: hidden, or shown on paper only. */
const UNSEEN = 2 | 32;

/** @param page FPDF_PAGE; annotations that are not shown are removed from it */
export function dropUnseen({ api }: Pdfium, page: number): void {
  for (let index = api.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index--) {
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (!annotation) continue;
    const flags = api.FPDFAnnot_GetFlags(annotation);
    api.FPDFPage_CloseAnnot(annotation);
    if ((flags & UNSEEN) !== 0) api.FPDFPage_RemoveAnnot(page, index);
  }
}
