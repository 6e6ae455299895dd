// A word that stands beside the marks betrays nobody on its own and stays in bookmarks, page labels and
// titles: as long as a reader sees it there. What is white on white, clipped away, beside the shown page or
// too small to read is in the file and in nobody's eye, and excuses no burnt word elsewhere.
import { toPixels, transformRect } from "../../pdfium/display.ts";
import type { Size } from "../../pdfium/display.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import type { PageMark } from "../page-output.ts";
import { readGlyphs } from "../sealed/glyphs/glyphs.ts";
import type { Glyph } from "../sealed/glyphs/glyph.ts";
import { removedBy } from "../sealed/glyphs/hit.ts";
import type { DocumentTexts } from "./marked-text.ts";
import { holdsTerm } from "./sweep.ts";
import { longerFirst, termsOf } from "./terms.ts";
import type { Term } from "./terms.ts";

const DPI = 100;
/** Points of a letter's em from which it can be read. */
const READABLE = 1.5;
/** Shades, of 255, by which a letter stands out from what is around it. */
const STANDS_OUT = 16;

/**
 * The terms, and those words of them that were let off for texts nobody sees. Pages are only looked at
 * where one of these words stands in a text beside the pages.
 */
export function termsBesidePages(
  document: PdfiumDocument,
  marks: ReadonlyMap<number, readonly PageMark[]>,
  { marked, unmarked }: DocumentTexts,
  terms: readonly Term[],
  besidePages: readonly string[],
): readonly Term[] {
  const known = new Set(terms.map(({ text }) => text));
  const letOff = termsOf(marked).filter(
    (term) => !known.has(term.text) && besidePages.some((text) => holdsTerm(text, [term])),
  );
  if (letOff.length === 0) return terms;
  const seen = unmarked.flatMap((text, index) =>
    holdsTerm(text, letOff) ? [seenText(document, index + 1, marks.get(index + 1) ?? [])] : [],
  );
  const held = new Set(termsOf(marked, seen).map(({ text }) => text));
  return [...terms, ...letOff.filter(({ text }) => held.has(text))].sort(longerFirst);
}

/** What a reader sees on a page beside its marks. */
function seenText(document: PdfiumDocument, page: number, marks: readonly PageMark[]): string {
  return document.withPage(page, (open) => {
    const stands = standsOut(document, open);
    let text = "";
    for (const glyph of readGlyphs(document, open, readObjects(document.pdfium, open.handle))) {
      const gone = glyph.run.hidden || marks.some(({ rect }) => removedBy(rect, glyph));
      text += gone || !stands(glyph) ? " " : glyph.spaced ? ` ${glyph.text}` : glyph.text;
    }
    return text;
  });
}

function standsOut(document: PdfiumDocument, open: OpenPage): (glyph: Glyph) => boolean {
  const size: Size = document.pixelSize(open.page, { dpi: DPI });
  const shades = document.brightnessOf(open, size);
  const at = toPixels(open.geometry, size);
  return ({ ink, em }) => {
    if (em < READABLE) return false;
    const [x0, y0, x1, y1] = transformRect(at, ink);
    let [least, most] = [255, 0];
    for (let y = Math.max(0, Math.floor(y0) - 1); y <= y1 + 1 && y < size.height; y++)
      for (let x = Math.max(0, Math.floor(x0) - 1); x <= x1 + 1 && x < size.width; x++) {
        const shade = shades[y * size.width + x]!;
        if (shade < least) least = shade;
        if (shade > most) most = shade;
      }
    return most - least >= STANDS_OUT;
  };
}
