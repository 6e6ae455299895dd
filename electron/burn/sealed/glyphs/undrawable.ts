// Refuses a page with writing that nothing here can draw: its font is not in the file and no other has
// its letters. Other readers may well show it; a sealed page without it would lose it in silence (B3, B5).
import { meets } from "../../../../shared/geometry/rect.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import { Refusal } from "../../../../shared/model/refusal.ts";
import type { Glyph } from "./glyph.ts";

const LETTER = /\p{L}|\p{N}/u;
/** In em: nothing so low is a letter. */
const INKLESS = 0.004;
/** Points, and em along the line: smaller or narrower writing nobody sees, whoever draws it. */
const SMALLEST = 1.2;
const NARROWEST = 0.05;

/** @throws Refusal undecodable */
export function refuseUndrawable(
  { pdfium }: PdfiumDocument,
  { page, geometry }: OpenPage,
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
    (glyph) =>
      // Beside the page nobody sees it, and far off an engine's numbers leave no height.
      meets(geometry.cropBox, glyph.ink, -1) &&
      !glyph.run.hidden &&
      isEmpty(glyph) &&
      LETTER.test(glyph.text) &&
      !isEmbedded(glyph.run.font),
  );
  if (!lost) return;
  throw new Refusal(
    "undecodable",
    `Page ${page} has words in a font that is not in the file, and no font here has their letters; save the document anew with its fonts in it.`,
    page,
  );
}

/** A place of its width on the line, and nothing drawn there. */
function isEmpty({ ink, em, angle }: Glyph): boolean {
  const [width, height] = [ink[2] - ink[0], ink[3] - ink[1]];
  const upright = Math.abs(Math.cos(angle)) > 0.7;
  const [along, across] = upright ? [width, height] : [height, width];
  return em >= SMALLEST && across < INKLESS * em && along > NARROWEST * em;
}
