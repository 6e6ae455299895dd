// Draws a label as pixels, white on black, by the engine's own standard font in a scratch document:
// for boxes on scans and pictures, where the page itself is pixels already.
import type { Pdfium } from "../../../pdfium/engine.ts";
import { labelCharacters } from "../glyphs/page-edit.ts";
import { BLACK, Pixels } from "../pixels/pixels.ts";

const FONT = "Helvetica-Bold";
const BGRX = 3;
const RGB_ORDER = 0x10;

export class LabelPictures {
  readonly #pdfium: Pdfium;
  readonly #document: number;
  readonly #font: number;

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
    this.#document = pdfium.api.FPDF_CreateNewDocument();
    this.#font = pdfium.api.FPDFText_LoadStandardFont(this.#document, FONT);
  }

  width(label: string, size: number): number {
    return this.#pdfium.scratch(16, (at) =>
      labelCharacters(label).reduce(
        (pen, character) => pen + this.#advance(character, size, at),
        0,
      ),
    );
  }

  /** A black picture with the label in its middle; without it where it does not fit. */
  box(label: string | null, width: number, height: number, size: number): Pixels {
    if (label === null || label === "") return new Pixels(width, height).filled(BLACK);
    const wide = this.width(label, size);
    if (wide > width - 4 || size > height) return new Pixels(width, height).filled(BLACK);
    const { api } = this.#pdfium;
    const page = api.FPDFPage_New(this.#document, 0, width, height);
    try {
      const baseline = (height - 0.72 * size) / 2;
      this.#write(page, label, size, (width - wide) / 2, baseline);
      return this.#draw(page, width, height);
    } finally {
      api.FPDF_ClosePage(page);
      api.FPDFPage_Delete(this.#document, 0);
    }
  }

  close(): void {
    if (this.#pdfium.crashed) return;
    this.#pdfium.api.FPDFFont_Close(this.#font);
    this.#pdfium.api.FPDF_CloseDocument(this.#document);
  }

  #advance(character: string, size: number, at: number): number {
    const { api } = this.#pdfium;
    const found = api.FPDFFont_GetGlyphWidth(this.#font, character.codePointAt(0)!, size, at);
    return found ? this.#pdfium.floats(at, 1)[0]! : 0.6 * size;
  }

  #write(page: number, label: string, size: number, x: number, y: number): void {
    const { api } = this.#pdfium;
    this.#pdfium.scratch(64, (at) => {
      let pen = x;
      for (const character of labelCharacters(label)) {
        const advance = this.#advance(character, size, at);
        const object = api.FPDFPageObj_CreateTextObj(this.#document, this.#font, size);
        this.#pdfium.heap.HEAPU8.set(
          [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8, 0, 0],
          at,
        );
        api.FPDFText_SetText(object, at);
        api.FPDFPageObj_SetFillColor(object, 255, 255, 255, 255);
        this.#pdfium.heap.HEAPF32.set([1, 0, 0, 1, pen, y], at >> 2);
        api.FPDFPageObj_SetMatrix(object, at);
        api.FPDFPage_InsertObject(page, object);
        pen += advance;
      }
    });
  }

  #draw(page: number, width: number, height: number): Pixels {
    const { api } = this.#pdfium;
    const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
    try {
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, BLACK);
      api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RGB_ORDER);
      const buffer = api.FPDFBitmap_GetBuffer(bitmap);
      const stride = api.FPDFBitmap_GetStride(bitmap);
      const picture = new Pixels(width, height);
      for (let y = 0; y < height; y++) {
        const row = new Uint32Array(this.#pdfium.heap.HEAPU8.buffer, buffer + y * stride, width);
        for (let x = 0; x < width; x++) picture.data[y * width + x] = (row[x]! | BLACK) >>> 0;
      }
      return picture;
    } finally {
      api.FPDFBitmap_Destroy(bitmap);
    }
  }
}
