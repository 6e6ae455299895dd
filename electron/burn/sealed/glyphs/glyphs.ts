// Reads the glyphs of an open page from PDFium, one by one, with all that is needed to set them
// again elsewhere on their line: font, size, matrix, origin, nominal advance. Decides nothing.
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { Pdfium } from "../../../pdfium/engine.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import { hasNoWidth, inkAlong } from "./ink-along.ts";
import { RunReader } from "./run-reader.ts";
import { dropReplacements, saidFor } from "./said.ts";
import type { Said } from "./said.ts";
import type { TextRun, Glyph } from "./glyph.ts";

const LONGEST_PAGE = 300_000;

export function readGlyphs(
  document: PdfiumDocument,
  open: OpenPage,
  objects: readonly PageObject[],
): readonly Glyph[] {
  const { pdfium } = document;
  const { api } = pdfium;
  const said = dropReplacements(pdfium, objects);
  const textPage = api.FPDFText_LoadPage(open.handle);
  if (!textPage) return [];
  try {
    return pdfium.scratch(64, (at) => {
      const runs = new RunReader(pdfium, textPage, at, objects);
      const reader = new GlyphReader(pdfium, textPage, at, runs, said);
      const count = Math.min(api.FPDFText_CountChars(textPage), LONGEST_PAGE);
      for (let index = 0; index < count; index++) reader.read(index);
      tellRows(reader.glyphs);
      return reader.glyphs.map((glyph, i) => {
        const next = reader.glyphs[i + 1];
        if (glyph.code === "") return runs.ligature(glyph, next);
        return hasNoWidth(glyph, next) ? { ...glyph, advance: inkAlong(glyph) } : glyph;
      });
    });
  } finally {
    api.FPDFText_ClosePage(textPage);
  }
}

/** From so many letters on what one object draws is a word. */
const WORD = 3;

function tellRows(glyphs: readonly Glyph[]): void {
  const counts = new Map<TextRun, number>();
  for (const { run } of glyphs) counts.set(run, (counts.get(run) ?? 0) + 1);
  for (const glyph of glyphs) if (counts.get(glyph.run)! >= WORD) glyph.row = true;
}

/** Reads one character after the other. */
class GlyphReader {
  readonly glyphs: Glyph[] = [];
  readonly #pdfium: Pdfium;
  readonly #textPage: number;
  /** Room for four doubles. */
  readonly #at: number;
  readonly #runs: RunReader;
  readonly #said: Said;
  #spaced = true;
  #fresh = true;
  #em = 0;
  #angle = 0;

  constructor(pdfium: Pdfium, textPage: number, at: number, runs: RunReader, said: Said) {
    this.#pdfium = pdfium;
    this.#textPage = textPage;
    this.#at = at;
    this.#runs = runs;
    this.#said = said;
  }

  read(index: number): void {
    const { api } = this.#pdfium;
    const textPage = this.#textPage;
    const at = this.#at;
    const code = api.FPDFText_GetUnicode(textPage, index);
    const handle = api.FPDFText_GetTextObject(textPage, index);
    const own = characterOf(code);
    const text = saidFor(this.#pdfium, this.#said, textPage, index, handle) ?? own;
    if (!handle || text.trim() === "") {
      const last = this.glyphs[this.glyphs.length - 1];
      if (last && handle === last.run.handle) last.closed = true;
      this.#spaced = true;
      if (code === 10 || code === 13) this.#fresh = true;
      return;
    }
    const run = this.#runs.of(handle, index);
    if (!api.FPDFText_GetCharOrigin(textPage, index, at, at + 8)) return;
    let doubles = this.#pdfium.heap.HEAPF64;
    const x = doubles[at >> 3]!;
    const y = doubles[(at >> 3) + 1]!;
    const boxed = api.FPDFText_GetCharBox(textPage, index, at, at + 8, at + 16, at + 24);
    doubles = this.#pdfium.heap.HEAPF64;
    const left = doubles[at >> 3]!;
    const right = doubles[(at >> 3) + 1]!;
    const bottom = doubles[(at >> 3) + 2]!;
    const top = doubles[(at >> 3) + 3]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    if (!Number.isFinite(left) || !Number.isFinite(right)) return;
    if (!Number.isFinite(bottom) || !Number.isFinite(top)) return;
    const { glyphs } = this;
    const last = glyphs[glyphs.length - 1];
    if (last && !this.#spaced && last.run === run && last.x === x && last.y === y) {
      // Several characters at one origin are one glyph.
      glyphs[glyphs.length - 1] = { ...last, text: last.text + text, code: "" };
      return;
    }
    if (last?.run !== run) {
      this.#em = run.fontSize * Math.hypot(run.matrix[2], run.matrix[3]);
      this.#angle = Math.atan2(run.matrix[1], run.matrix[0]);
    }
    const box = normalise(left, bottom, right, top);
    glyphs.push({
      index,
      text,
      code: own,
      codes: [],
      run,
      x,
      y,
      ink: boxed ? box : [x, y, x, y],
      advance: this.#runs.advance(run, own, box),
      em: this.#em,
      angle: this.#angle,
      spaced: this.#spaced,
      fresh: this.#fresh,
    });
    this.#spaced = false;
    this.#fresh = false;
  }
}

/** U+0002 stands for a hyphen at a line end; it is drawn as one. */
function characterOf(code: number): string {
  if (code === 2) return "-";
  if (code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(code);
}
