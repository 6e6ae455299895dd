// Asks pdf.js for the operators of a page, whole or not at all. pdf.js gives back what it has so
// far when a page breaks in the middle, as if that were the page; a burner must not take half a
// page for a page (B4). So its pieces are watched as they arrive: only a list whose last piece
// came is taken. Should pdf.js ever deliver its pieces another way, no list counts as whole.
import type { PDFPageProxy } from "pdfjs-dist";
import { NotAccountable } from "./display-list.ts";

export interface OperatorList {
  readonly codes: readonly number[];
  readonly args: readonly unknown[];
}

interface Watched {
  _renderPageChunk(piece: { readonly lastChunk: boolean }, state: unknown): void;
}

/** More than any real page needs; keeps a hostile page from filling the memory. */
const MAX_OPERATORS = 3_000_000;

export async function operatorList(page: PDFPageProxy): Promise<OperatorList> {
  const watched = page as unknown as Watched;
  const deliver = watched._renderPageChunk;
  let whole = false;
  watched._renderPageChunk = function watch(piece, state) {
    whole = piece.lastChunk;
    deliver.call(this, piece, state);
  };
  const { fnArray, argsArray } = await page.getOperatorList({ intent: "display" });
  if (!whole) throw new NotAccountable("The page cannot be read to its end");
  if (fnArray.length > MAX_OPERATORS) {
    throw new NotAccountable("The page paints too many things");
  }
  return { codes: fnArray, args: argsArray };
}
