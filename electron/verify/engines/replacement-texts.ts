// Texts that the maker of a page put in the place of what it draws (ActualText). The engine reads them
// instead of the letters, at no place of their own; whether they are true nobody sees.
import type { PdfiumPage } from "./pdfium-page.ts";

const TEXT = 1;
const FORM = 5;
const DEEPEST = 24;
const MAX_OBJECTS = 400_000;
const MAX_MARKS = 32;

/** Letters of the page drawn with a replacement: each with the mark that holds it. Calls the engine. */
export function replacementsOf(
  page: PdfiumPage,
): readonly (readonly [object: number, mark: number])[] {
  const { api, bare } = page.document.engine;
  const found: [number, number][] = [];
  let left = MAX_OBJECTS;
  const visit = (object: number, depth: number): void => {
    if (!object || left-- <= 0) return;
    const kind = bare.FPDFPageObj_GetType(object);
    if (kind === FORM && depth < DEEPEST) {
      const count = bare.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(bare.FPDFFormObj_GetObject(object, i), depth + 1);
    }
    if (kind !== TEXT) return;
    for (let i = Math.min(bare.FPDFPageObj_CountMarks(object), MAX_MARKS) - 1; i >= 0; i--) {
      const mark = bare.FPDFPageObj_GetMark(object, i);
      if (!mark || bare.FPDFPageObjMark_CountParams(mark) === 0) continue;
      if (api.FPDFPageObjMark_GetParamValueType(mark, "ActualText") !== 0)
        found.push([object, mark]);
    }
  };
  const count = bare.FPDFPage_CountObjects(page.handle);
  for (let i = 0; i < count; i++) visit(bare.FPDFPage_GetObject(page.handle, i), 0);
  return found;
}
