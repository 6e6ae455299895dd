// Refuses a page with writing that nothing here can draw: its font is not in the file and no other has
// its letters. Other readers may well show it; a sealed page without it would lose it in silence (B3, B5).
import type { PdfiumDocument } from "../../pdfium/document.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import type { Glyph } from "./glyphs.ts";

const LETTER = /\p{L}|\p{N}/u;
/** In em: nothing so low or narrow is a letter. */
const INKLESS = 0.004;
/** Points, and in em: writing that is smaller or squeezed nobody sees in any font. */
const LEAST_SIZE = 1;
const SQUEEZED = 0.05;

/** @throws Refusal undecodable */
export function refuseUndrawable(
  { pdfium }: PdfiumDocument,
  page: number,
  glyphs: readonly Glyph[],
): void {
  const embedded = new Map<number, boolean>();
  const isEmbedded = (font: number): boolean => {
    let known = embedded.get(font);
    if (known === undefined)
      embedded.set(font, (known = font === 0 || pdfium.api.FPDFFont_GetIsEmbedded(font) !== 0));
    return known;
  };
  const lost = glyphs.some(
    ({ ink, text, run, em, advance }) =>
      !run.hidden &&
      em >= LEAST_SIZE &&
      advance > SQUEEZED * em &&
      Math.min(ink[2] - ink[0], ink[3] - ink[1]) < INKLESS * em &&
      LETTER.test(text) &&
      !isEmbedded(run.font),
  );
  if (!lost) return;
  throw new Refusal(
    "undecodable",
    `Page ${page} has words in a font that is not in the file, and no font here has their letters; save the document anew with its fonts in it.`,
    page,
  );
}
