// QR and bar codes of an export: a telephone reads what no reader's eye can. What they say is text like
// any other, and nobody saw that it stays; a code must not say what was burnt.
import { codesIn } from "../../ocr/code-engine.ts";
import { IMAGE, objectsOf, PATH } from "../engines/pdfium-objects.ts";
import type { PdfiumPage } from "../engines/pdfium-page.ts";
import type { Findings } from "../findings.ts";
import type { Raster } from "../pixels/raster.ts";
import { foldTerm } from "../reading/fold.ts";
import type { Folded } from "../reading/fold.ts";
import type { Term, TermIndex } from "../reading/terms.ts";
import { SHORTEST_SEEN } from "./page-terms.ts";

/** Corners and ends of lines: the shortest bar code has more. */
const ENOUGH = 110;

/** Whether a page holds a picture, or so many lines that a code may be among them. */
function mayBearCodes(page: PdfiumPage): boolean {
  const { bare: api } = page.document.engine;
  let segments = 0;
  for (const { handle, kind } of objectsOf(page)) {
    if (kind === IMAGE) return true;
    if (kind === PATH) segments += api.FPDFPath_CountSegments(handle);
    if (segments >= ENOUGH) return true;
  }
  return false;
}

/** @param picture of the page, asked for only where it may bear codes */
export async function readCodes(page: PdfiumPage, picture: () => Promise<Raster>): Promise<Folded> {
  if (!mayBearCodes(page)) return foldTerm("");
  const { grey, width, height } = await picture();
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) rgba.fill(grey[i]!, 4 * i, 4 * i + 4);
  const found = await codesIn({ rgba, width, height }, "quick");
  return foldTerm(found.flatMap(({ content }) => spellings(content ?? "")).join("\n"));
}

/** As it stands, and as the address of a page spells it. */
function spellings(content: string): readonly string[] {
  try {
    const plain = decodeURIComponent(content.replaceAll("+", " "));
    return plain === content ? [content] : [content, plain];
  } catch {
    return [content];
  }
}

export function checkCodes(
  pages: readonly { readonly page: number; readonly codes: Folded }[],
  terms: readonly Term[],
  index: TermIndex,
  findings: Findings,
): void {
  for (const { page, codes } of pages) {
    const said = index.find(codes).some(({ term }) => {
      const { ordinary, folded } = terms[term]!;
      return !ordinary && folded.length >= SHORTEST_SEEN;
    });
    if (said) findings.add("terms-absent", "A QR or bar code says burnt text.", page);
  }
}
