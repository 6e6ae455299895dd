// Burns marks into the pixels of a page that is sealed: what lies under each decides how, and a label
// stands where there is room for it.
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { PageMark } from "../../page-output.ts";
import type { Glyph } from "../glyphs/glyph.ts";
import { LabelPictures } from "./label-picture.ts";
import { burnPixelMarks } from "./pixel-marks.ts";
import type { PixelBurn, PixelMark } from "./pixel-marks.ts";
import type { Pixels } from "../pixels/pixels.ts";
import { groundUnder, lettersAt, picturesUnder, quarterOf } from "../glyphs/under-mark.ts";

/** @param asBox whether a mark is covered where it lies, whatever is under it */
export function burnAsPixels(
  document: PdfiumDocument,
  page: Pixels,
  open: OpenPage,
  marks: readonly PageMark[],
  glyphs: readonly Glyph[],
  objects: readonly PageObject[],
  asBox: (mark: PageMark) => boolean,
): { readonly pixels: Pixels; readonly burns: readonly PixelBurn[] } {
  if (marks.length === 0) return { pixels: page, burns: [] };
  const labels = new LabelPictures(document.pdfium);
  try {
    const unique = [...new Set(marks)];
    const letters = lettersAt(unique, glyphs);
    const turned: PixelMark[] = unique.map((mark, i) => ({
      mark,
      quarter: quarterOf(mark, glyphs, open.geometry),
      ground: asBox(mark) ? "text" : groundUnder(mark, glyphs, objects, open.geometry),
      pictured: picturesUnder(mark, objects).length > 0,
      ...letters[i]!,
    }));
    return burnPixelMarks(page, open, turned, labels);
  } finally {
    labels.close();
  }
}
