// Edits an open page in the engine's memory: takes painted objects out of sight and adds glyphs
// and filled rectangles, so that a line can be drawn anew by the same engine that draws the rest.
// The document on disk and the caller's bytes are never touched; `undo` takes additions back.
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import { readColours } from "../../../pdfium/page-objects.ts";
import type { Paint } from "../../../pdfium/page-objects.ts";
import type { TextRun } from "./glyph.ts";

export type Colour = readonly [number, number, number, number];
export type Linear = readonly [number, number, number, number];

/** Standard font of labels; the engine carries its own outlines for it. */
const LABEL_FONT = "Helvetica-Bold";
const FILL_WINDING = 1;

export class PageEdit {
  readonly #document: PdfiumDocument;
  readonly #open: OpenPage;
  #added: number[] = [];
  readonly #hidden = new Set<number>();
  readonly #looks = new Map<number, Pick<Paint, "fill" | "stroke" | "strokeWidth">>();
  #labelFont = 0;

  constructor(document: PdfiumDocument, open: OpenPage) {
    this.#document = document;
    this.#open = open;
  }

  hide(handle: number): void {
    if (this.#hidden.has(handle)) return;
    this.#hidden.add(handle);
    this.#document.pdfium.api.FPDFPageObj_SetIsActive(handle, false);
  }

  show(handle: number): void {
    if (this.#hidden.delete(handle)) {
      this.#document.pdfium.api.FPDFPageObj_SetIsActive(handle, true);
    }
  }

  /** Draws one character in the look of a run. False where the engine cannot. */
  glyph(run: TextRun, text: string, linear: Linear, x: number, y: number): boolean {
    const { pdfium, handle: document } = this.#document;
    const { api } = pdfium;
    // The engine breaks down on text without characters.
    if (run.font === 0 || text === "" || text === "\ufffd" || text === "\0") return false;
    const object = api.FPDFPageObj_CreateTextObj(document, run.font, run.fontSize);
    if (!object) return false;
    return pdfium.scratch(64, (at) => {
      if (!this.#setText(object, text, at)) {
        api.FPDFPageObj_Destroy(object);
        return false;
      }
      const look = this.#look(run.handle, at);
      api.FPDFTextObj_SetTextRenderMode(object, run.mode);
      api.FPDFPageObj_SetFillColor(object, ...look.fill);
      api.FPDFPageObj_SetStrokeColor(object, ...look.stroke);
      api.FPDFPageObj_SetStrokeWidth(object, look.strokeWidth);
      this.#place(object, [...linear, x, y], at);
      return true;
    });
  }

  /** A rectangle in a turned frame: its corner (x, y), its sides along `cos, sin` and across. */
  box(x: number, y: number, width: number, height: number, turn: Linear, colour: Colour): void {
    const { pdfium } = this.#document;
    const { api } = pdfium;
    const object = api.FPDFPageObj_CreateNewRect(0, 0, width, height);
    if (!object) return;
    api.FPDFPageObj_SetFillColor(object, ...colour);
    api.FPDFPath_SetDrawMode(object, FILL_WINDING, false);
    pdfium.scratch(64, (at) => this.#place(object, [...turn, x, y], at));
  }

  /** Text of a label at a size, from the baseline point (x, y), along `turn`. */
  label(text: string, size: number, turn: Linear, x: number, y: number, colour: Colour): void {
    const { pdfium, handle: document } = this.#document;
    const { api } = pdfium;
    this.#labelFont ||= api.FPDFText_LoadStandardFont(document, LABEL_FONT);
    pdfium.scratch(1024, (at) => {
      let pen = 0;
      for (const character of labelCharacters(text)) {
        const width = this.#labelAdvance(character, size, at);
        if (character !== " ") {
          const object = api.FPDFPageObj_CreateTextObj(document, this.#labelFont, size);
          if (object && this.#setText(object, character, at)) {
            api.FPDFPageObj_SetFillColor(object, ...colour);
            this.#place(object, [...turn, x + turn[0] * pen, y + turn[1] * pen], at);
          }
        }
        pen += width;
      }
    });
  }

  labelWidth(text: string, size: number): number {
    const { pdfium, handle: document } = this.#document;
    this.#labelFont ||= pdfium.api.FPDFText_LoadStandardFont(document, LABEL_FONT);
    return pdfium.scratch(64, (at) => {
      let width = 0;
      for (const character of labelCharacters(text)) {
        width += this.#labelAdvance(character, size, at);
      }
      return width;
    });
  }

  /** Takes back everything that was added; hidden objects stay hidden. */
  undo(): void {
    const { api } = this.#document.pdfium;
    for (const object of this.#added) {
      if (api.FPDFPage_RemoveObject(this.#open.handle, object)) api.FPDFPageObj_Destroy(object);
    }
    this.#added = [];
  }

  close(): void {
    const { api } = this.#document.pdfium;
    if (this.#labelFont) api.FPDFFont_Close(this.#labelFont);
    this.#labelFont = 0;
  }

  #labelAdvance(character: string, size: number, at: number): number {
    const { pdfium } = this.#document;
    const found = pdfium.api.FPDFFont_GetGlyphWidth(
      this.#labelFont,
      character.codePointAt(0)!,
      size,
      at,
    );
    return found ? pdfium.floats(at, 1)[0]! : size * 0.6;
  }

  #setText(object: number, text: string, at: number): boolean {
    const { pdfium } = this.#document;
    const units = new Uint8Array(2 * (text.length + 1));
    for (let i = 0; i < text.length; i++) {
      units[2 * i] = text.charCodeAt(i) & 255;
      units[2 * i + 1] = text.charCodeAt(i) >> 8;
    }
    pdfium.heap.HEAPU8.set(units, at);
    return pdfium.api.FPDFText_SetText(object, at);
  }

  #place(object: number, matrix: readonly number[], at: number): void {
    const { pdfium } = this.#document;
    pdfium.heap.HEAPF32.set(matrix, at >> 2);
    pdfium.api.FPDFPageObj_SetMatrix(object, at);
    pdfium.api.FPDFPage_InsertObject(this.#open.handle, object);
    this.#added.push(object);
  }

  #look(handle: number, at: number): Pick<Paint, "fill" | "stroke" | "strokeWidth"> {
    let look = this.#looks.get(handle);
    if (!look)
      this.#looks.set(handle, (look = readColours(this.#document.pdfium, handle, at + 16)));
    return look;
  }
}

/** The standard font knows Latin-1; accents it lacks are left off, anything else is shown as "?". */
export function labelCharacters(text: string): readonly string[] {
  return Array.from(text, (character) => {
    if (/^[\x20-\x7e\xa1-\xff\u2013\u2014\u2018\u2019\u201c\u201d]$/.test(character))
      return character;
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "");
    return /^[\x20-\x7e]$/.test(plain) ? plain : "?";
  });
}
