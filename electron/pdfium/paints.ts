// Whether an open page is painted in nothing but black and white. Whatever is not known for certain is not:
// pictures, shadings, patterns, letters that are drawings of their own, anything that is seen through.
// Objects that are taken out of sight do not count.
import type { Pdfium } from "./engine.ts";

const TEXT = 1;
const PATH = 2;
const FORM = 5;
const DEEPEST = 24;
/** Levels from black or white that no eye tells from it. */
const NEAR = 8;

/** @param page FPDF_PAGE */
export function inBlackAndWhite(pdfium: Pdfium, page: number): boolean {
  return !pdfium.api.FPDFPage_HasTransparency(page) && new Reader(pdfium).page(page);
}

class Reader {
  readonly #pdfium: Pdfium;
  /** FPDF_FONT to whether its letters are outlines, painted in the colour of their text. */
  readonly #fonts = new Map<number, boolean>();

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
  }

  page(page: number): boolean {
    const { api } = this.#pdfium;
    return this.#pdfium.scratch(32, (at) => {
      const count = api.FPDFPage_CountObjects(page);
      for (let i = 0; i < count; i++)
        if (!this.#plain(api.FPDFPage_GetObject(page, i), at, 0)) return false;
      return true;
    });
  }

  /** False where an object may show anything else. */
  #plain(object: number, at: number, depth: number): boolean {
    const { api, heap } = this.#pdfium;
    if (api.FPDFPageObj_GetIsActive(object, at) && heap.HEAP32[at >> 2] === 0) return true;
    if (api.FPDFPageObj_HasTransparency(object)) return false;
    const type = api.FPDFPageObj_GetType(object);
    if (type === FORM) {
      const count = api.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++)
        if (!this.#plain(api.FPDFFormObj_GetObject(object, i), at, depth + 1)) return false;
      return depth < DEEPEST;
    }
    if (type !== PATH && !(type === TEXT && this.#outlined(api.FPDFTextObj_GetFont(object), at)))
      return false;
    return (
      api.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12) &&
      this.#extreme(at) &&
      api.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12) &&
      this.#extreme(at)
    );
  }

  /** The engine tells a pattern's colour as a grey. */
  #extreme(at: number): boolean {
    const { HEAP32 } = this.#pdfium.heap;
    const [red, green, blue] = [HEAP32[at >> 2]!, HEAP32[(at >> 2) + 1]!, HEAP32[(at >> 2) + 2]!];
    return red === green && green === blue && (red <= NEAR || red >= 255 - NEAR);
  }

  #outlined(font: number, at: number): boolean {
    let known = this.#fonts.get(font);
    if (known === undefined) {
      const { api, heap } = this.#pdfium;
      // Letters that are drawings of their own come without a font's file.
      known = font !== 0 && api.FPDFFont_GetFontData(font, 0, 0, at) && heap.HEAP32[at >> 2]! > 0;
      this.#fonts.set(font, known);
    }
    return known;
  }
}
