// Reads what stands under each mark, by the engine's own characters: whole glyphs that meet the
// mark, seen or unseen. The texts serve the sweep and are forgotten with the burn.
import type { OpenPage, PdfiumDocument } from "../../pdfium/document.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import type { PageMark } from "../page-output.ts";
import { readGlyphs } from "../sealed/glyphs.ts";
import { removedBy } from "../sealed/hit.ts";
import type { MarkedText } from "./terms.ts";

export function markedTexts(
  document: PdfiumDocument,
  pages: ReadonlyMap<number, readonly PageMark[]>,
): readonly MarkedText[] {
  const texts: MarkedText[] = [];
  const groups = new Map<string, { pieces: string[]; label: string | null }>();
  for (const [page, marks] of pages) {
    const found = document.withPage(page, (open) => textsOn(document, open, marks));
    found.forEach((text, i) => {
      const mark = marks[i]!;
      if (text === "") return;
      if (mark.group === undefined) {
        texts.push({ text, label: mark.text });
        return;
      }
      const group = groups.get(mark.group);
      if (group) group.pieces.push(text);
      else groups.set(mark.group, { pieces: [text], label: mark.text });
    });
  }
  for (const { pieces, label } of groups.values()) {
    // A word broken at a line end is one word; a phrase broken there has a space.
    const whole = pieces.reduce((all, piece) =>
      /[-\u00ad\u2010]$/u.test(all) ? all.slice(0, -1) + piece : `${all} ${piece}`,
    );
    texts.push({ text: whole, label });
  }
  return texts;
}

function textsOn(
  document: PdfiumDocument,
  open: OpenPage,
  marks: readonly PageMark[],
): readonly string[] {
  const glyphs = readGlyphs(document, open, readObjects(document.pdfium, open.handle));
  return marks.map((mark) => {
    let text = "";
    for (const glyph of glyphs) {
      if (!removedBy(mark.rect, glyph)) continue;
      if (glyph.spaced && text !== "") text += " ";
      text += glyph.text;
    }
    return text;
  });
}
