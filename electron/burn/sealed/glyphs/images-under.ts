// Refuses a page on which a mark lies over a picture that cannot be decoded: what the engine cannot
// see, nobody has looked at, and a burnt page must not pretend otherwise (B5).
import { meets } from "../../../../shared/geometry/rect.ts";
import { Refusal } from "../../../../shared/model/refusal.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { PageMark } from "../../page-output.ts";

export function refuseUndecodable(
  document: PdfiumDocument,
  open: OpenPage,
  objects: readonly PageObject[],
  marks: readonly PageMark[],
): void {
  if (marks.length === 0) return;
  const { api } = document.pdfium;
  for (const object of objects) {
    if (object.kind !== "image") continue;
    if (!marks.some((mark) => meets(mark.rect, object.bounds))) continue;
    const bitmap = api.FPDFImageObj_GetBitmap(object.handle);
    if (bitmap) {
      api.FPDFBitmap_Destroy(bitmap);
      continue;
    }
    throw new Refusal(
      "undecodable",
      `Page ${open.page} has a picture under a mark that cannot be decoded; nothing was written.`,
      open.page,
    );
  }
}
