// QR and bar codes of an export: a telephone reads what no reader's eye can. What they say is text like
// any other, and nobody saw that it stays; a code must not say what was burnt.
import { codesIn } from "../../../ocr/code-engine.ts";
import type { ShownPage } from "../../engines/shown-page.ts";
import type { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import { foldTerm } from "../../reading/fold.ts";
import type { Folded } from "../../reading/fold.ts";
import type { Term, TermIndex } from "../../reading/terms.ts";
import { SHORTEST_SEEN } from "./page-terms.ts";

/** @param picture of the page, asked for only where it may bear codes */
export async function readCodes(page: ShownPage, picture: () => Promise<Raster>): Promise<Folded> {
  if (!page.mayBearCodes()) return foldTerm("");
  const { grey, width, height } = await picture();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = grey[i]! * 0x01010101;
  const rgba = new Uint8Array(pixels.buffer);
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
