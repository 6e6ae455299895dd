// Test support: the inked glyphs of a first page that meet a rectangle. Not used by the app.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { transformRect } from "../../../pdfium/display.ts";
import type { GlyphItem } from "../interpret/display-list.ts";
import { interpretPage } from "../interpret/interpret-page.ts";
import { Faces } from "../interpret/loaded-faces.ts";
import { openPdf } from "../interpret/open-pdf.ts";

export async function glyphsIn(bytes: Uint8Array, rects: readonly Rect[]): Promise<GlyphItem[]> {
  const pdf = await openPdf(bytes, undefined);
  const { items } = await interpretPage(pdf, 1, new Faces());
  await pdf.loadingTask.destroy();
  return items.filter((item): item is GlyphItem => {
    if (item.kind !== "glyph" || !item.shape.bounds) return false;
    const ink = transformRect(item.matrix, item.shape.bounds);
    return rects.some((rect) => meets(ink, rect, 0.01));
  });
}
