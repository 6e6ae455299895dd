// Reads what stands under each mark and what stays to be read beside the marks, by the engine's own
// characters: whole glyphs that meet a mark, seen or unseen. The texts serve the sweep and are
// forgotten with the burn.
import type { OpenPage, PdfiumDocument } from "../../pdfium/document.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import type { PageMark } from "../page-output.ts";
import { readGlyphs } from "../sealed/glyphs.ts";
import { removedBy } from "../sealed/hit.ts";
import type { MarkedText } from "./terms.ts";

export interface DocumentTexts {
  readonly marked: readonly MarkedText[];
  /** Text of each page outside its marks, by index. */
  readonly unmarked: readonly string[];
}

export function documentTexts(
  document: PdfiumDocument,
  pages: ReadonlyMap<number, readonly PageMark[]>,
): DocumentTexts {
  const marked: MarkedText[] = [];
  const unmarked: string[] = [];
  if (pages.size === 0) return { marked, unmarked };
  const groups = new Map<string, { pieces: string[]; label: string | null }>();
  for (let page = 1; page <= document.pageCount; page++) {
    const marks = pages.get(page) ?? [];
    const texts = document.withPage(page, (open) =>
      marks.length === 0
        ? { under: [], beside: wholeText(document, open) }
        : textsOn(document, open, marks),
    );
    unmarked.push(texts.beside);
    texts.under.forEach((text, i) => {
      const mark = marks[i]!;
      if (text === "") return;
      if (mark.group === undefined) {
        marked.push({ text, label: mark.text });
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
    marked.push({ text: whole, label });
  }
  return { marked, unmarked };
}

function textsOn(
  document: PdfiumDocument,
  open: OpenPage,
  marks: readonly PageMark[],
): { under: readonly string[]; beside: string } {
  const glyphs = readGlyphs(document, open, readObjects(document.pdfium, open.handle));
  const under = marks.map(() => "");
  let beside = "";
  for (const glyph of glyphs) {
    let met = false;
    marks.forEach((mark, i) => {
      if (!removedBy(mark.rect, glyph)) return;
      met = true;
      if (glyph.spaced && under[i] !== "") under[i] += " ";
      under[i] += glyph.text;
    });
    // The gap parts what stands around it.
    if (met) beside += " ";
    else if (!glyph.run.hidden) beside += glyph.spaced ? ` ${glyph.text}` : glyph.text;
  }
  return { under, beside };
}

/** The quick way, for pages on which nothing is burnt. */
function wholeText(document: PdfiumDocument, open: OpenPage): string {
  const { pdfium } = document;
  const { api } = pdfium;
  const textPage = api.FPDFText_LoadPage(open.handle);
  if (!textPage) return "";
  try {
    const count = api.FPDFText_CountChars(textPage);
    if (count <= 0) return "";
    return pdfium.scratch(2 * count + 2, (at) => {
      const written = api.FPDFText_GetText(textPage, 0, count, at);
      const bytes = pdfium.heap.HEAPU8.slice(at, at + Math.max(0, 2 * (written - 1)));
      return new TextDecoder("utf-16le").decode(bytes);
    });
  } finally {
    api.FPDFText_ClosePage(textPage);
  }
}
