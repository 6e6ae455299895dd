// Test support: finds where a text stands on the pages, as an analyst would mark it: one rectangle
// for each line it runs over, pieces of one span grouped. Not used by the app.
import { invert, transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { union } from "../../../../shared/geometry/rect.ts";
import type { PlanMark } from "../../../../shared/model/plan.ts";
import type { GlyphItem } from "../interpret/display-list.ts";
import { interpretPage } from "../interpret/interpret-page.ts";
import { Faces } from "../interpret/loaded-faces.ts";
import { openPdf } from "../interpret/open-pdf.ts";

export async function marksOf(
  original: Uint8Array,
  text: string,
  label: string | undefined,
  reason = "child-name",
): Promise<PlanMark[]> {
  const pdf = await openPdf(original, undefined);
  const marks: PlanMark[] = [];
  const faces = new Faces();
  const wanted = squeeze(text);
  for (let page = 1; page <= pdf.numPages; page++) {
    const list = await interpretPage(pdf, page, faces);
    const glyphs = list.items.filter((i): i is GlyphItem => i.kind === "glyph" && !isBlank(i));
    const string = glyphs.map((g) => squeeze(g.shape.unicode));
    const offsets: number[] = [];
    const joined = string.reduce((all, s, i) => {
      for (let k = 0; k < s.length; k++) offsets.push(i);
      return all + s;
    }, "");
    const back = invert(list.toPage);
    for (
      let at = joined.indexOf(wanted);
      at >= 0;
      at = joined.indexOf(wanted, at + wanted.length)
    ) {
      const own = glyphs.slice(offsets[at], offsets[at + wanted.length - 1]! + 1);
      const lines = byLine(own);
      const group = lines.length > 1 ? `${page}-${at}` : undefined;
      for (const line of lines) {
        const rect = transformRect(back, line.map(boxOf).reduce(union));
        marks.push({ page, rect, label, reason, ...(group ? { group } : {}) });
      }
    }
  }
  await pdf.loadingTask.destroy();
  return marks;
}

function isBlank(item: GlyphItem): boolean {
  return item.shape.outline.length === 0;
}

function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

function boxOf(item: GlyphItem): Rect {
  return transformRect(item.matrix, [0, -0.22, item.shape.advance, 0.8]);
}

function byLine(glyphs: readonly GlyphItem[]): GlyphItem[][] {
  const lines: GlyphItem[][] = [];
  for (const glyph of glyphs) {
    const line = lines[lines.length - 1];
    const before = line?.[line.length - 1];
    const near =
      before !== undefined &&
      Math.hypot(before.matrix[4] - glyph.matrix[4], before.matrix[5] - glyph.matrix[5]) <
        3 * Math.hypot(glyph.matrix[2], glyph.matrix[3]);
    if (near) line!.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}
