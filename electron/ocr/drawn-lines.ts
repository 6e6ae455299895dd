// Whether so much is drawn on a page in lines that a code may be among it: its bars and squares may
// each be too small to count as a picture. A cheap count, so that plain pages are not drawn for it.
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { OpenPage } from "../pdfium/open-page.ts";

const PATH = 2;
const FORM = 5;
/** Corners and ends of lines; the shortest bar code has more. */
const ENOUGH = 110;
const MAX_OBJECTS = 20_000;

export function manyLines(document: PdfiumDocument, page: number): boolean {
  return document.withPage(page, (open) => manyLinesOn(document, open));
}

export function manyLinesOn({ pdfium: { api } }: PdfiumDocument, { handle }: OpenPage): boolean {
  const count = Math.min(api.FPDFPage_CountObjects(handle), MAX_OBJECTS);
  let segments = 0;
  for (let i = 0; i < count && segments < ENOUGH; i++) {
    const object = api.FPDFPage_GetObject(handle, i);
    const type = api.FPDFPageObj_GetType(object);
    if (type === PATH) segments += api.FPDFPath_CountSegments(object);
    // What a form holds is not counted one by one: a logo and a code look alike from here.
    else if (type === FORM) return true;
  }
  return segments >= ENOUGH;
}
