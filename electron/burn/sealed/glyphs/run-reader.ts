// What all letters of one text object share, and how wide a font's letters are, asked of the engine once
// for each. Decides nothing.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Pdfium } from "../../../pdfium/engine.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { Glyph, TextRun } from "./glyph.ts";
import { inkAlong } from "./ink-along.ts";

const INVISIBLE_MODES = new Set([3, 7]);
const MOST_MARKS = 32;
/** Room for the longest name of a mark that matters. */
const NAME_BYTES = 64;

/** Ligatures that are characters, by the letters that the engine reads them as. */
const LIGATURES: ReadonlyMap<string, number> = new Map(
  ["ff", "fi", "fl", "ffi", "ffl", "\u017ft", "st"].map((text, i) => [text, 0xfb00 + i]),
);
/** Entries of a character map with several characters that are looked through. */
const MOST_ENTRIES = 16;

function entry(index: number): number {
  return index * 0x10000 + 0xffff;
}

function of<V>(maps: Map<number, Map<number, V>>, key: number): Map<number, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}

export class RunReader {
  readonly #pdfium: Pdfium;
  readonly #textPage: number;
  readonly #at: number;
  /** Pictures hide text painted before them. */
  readonly #coverings: readonly PageObject[];
  readonly #orders: ReadonlyMap<number, number>;
  readonly #inForms: ReadonlySet<number>;
  readonly #runs = new Map<number, TextRun>();
  readonly #widths = new Map<number, Map<number, Map<number, number>>>();

  constructor(pdfium: Pdfium, textPage: number, at: number, objects: readonly PageObject[]) {
    this.#pdfium = pdfium;
    this.#textPage = textPage;
    this.#at = at;
    this.#inForms = new Set(objects.filter((o) => !o.own).map((o) => o.handle));
    this.#coverings = objects.filter((o) => o.kind === "image" || o.kind === "shading");
    this.#orders =
      this.#coverings.length > 0 ? new Map(objects.map((o) => [o.handle, o.order])) : new Map();
  }

  of(handle: number, index: number): TextRun {
    const known = this.#runs.get(handle);
    if (known) return known;
    const { api } = this.#pdfium;
    const matrix = api.FPDFText_GetMatrix(this.#textPage, index, this.#at)
      ? this.#pdfium.floats(this.#at, 4)
      : [1, 0, 0, 1];
    const mode = api.FPDFTextObj_GetTextRenderMode(handle);
    const run: TextRun = {
      handle,
      font: api.FPDFTextObj_GetFont(handle),
      fontSize: api.FPDFText_GetFontSize(this.#textPage, index),
      matrix: matrix as [number, number, number, number],
      mode,
      hidden: INVISIBLE_MODES.has(mode) || this.#covered(index),
      piece: this.#piece(handle),
    };
    this.#runs.set(handle, run);
    return run;
  }

  #piece(handle: number): TextRun["piece"] {
    const { api } = this.#pdfium;
    for (let i = Math.min(api.FPDFPageObj_CountMarks(handle), MOST_MARKS) - 1; i >= 0; i--) {
      const mark = api.FPDFPageObj_GetMark(handle, i);
      if (mark && this.#name(mark) === "Artifact") return "artifact";
    }
    // Forms count their pieces apart from the page's.
    const piece = this.#inForms.has(handle) ? -1 : api.FPDFPageObj_GetMarkedContentID(handle);
    return piece >= 0 ? piece : undefined;
  }

  #name(mark: number): string {
    const { api } = this.#pdfium;
    return this.#pdfium.scratch(NAME_BYTES + 4, (at) => {
      const length = at + NAME_BYTES;
      if (!api.FPDFPageObjMark_GetName(mark, at, NAME_BYTES, length)) return "";
      const bytes = this.#pdfium.heap.HEAP32[length >> 2]!;
      if (bytes < 2 || bytes > NAME_BYTES) return "";
      return this.#pdfium.text(at, bytes - 2);
    });
  }

  advance(run: TextRun, text: string, ink: Rect): number {
    const scale = Math.hypot(run.matrix[0], run.matrix[1]);
    const width = this.#width(run, text.codePointAt(0)!);
    if (width > 0 && Number.isFinite(width)) return width * scale;
    return Math.max(ink[2] - ink[0], 0.1 * run.fontSize * scale);
  }

  /**
   * A glyph whose character map gives several characters. The engine keeps such entries under
   * numbers of its own (U+FFFF, U+1FFFF...), or the map gives the ligature's own character; they are
   * offered to the trial drawing before a line is moved, the one whose width fits best first.
   */
  ligature(glyph: Glyph, next: Glyph | undefined): Glyph {
    const { run } = glyph;
    const scale = Math.hypot(run.matrix[0], run.matrix[1]) || 1;
    const follows = next && next.run === run && Math.hypot(next.x - glyph.x, next.y - glyph.y);
    const wanted = (follows || inkAlong(glyph)) / scale;
    const unknown = this.#width(run, entry(MOST_ENTRIES));
    const found: { away: number; code: string; width: number }[] = [];
    const single = LIGATURES.get(glyph.text);
    const points = Array.from({ length: MOST_ENTRIES }, (_, i) => entry(i));
    for (const point of single === undefined ? points : [single, ...points]) {
      const width = this.#width(run, point);
      if (width === unknown || width <= 0) continue;
      found.push({ away: Math.abs(width - wanted), code: String.fromCodePoint(point), width });
    }
    found.sort((a, b) => a.away - b.away);
    const codes = found.map(({ code, width }) => ({ code, advance: width * scale }));
    const [best = { code: glyph.text, advance: wanted * scale }] = codes;
    return { ...glyph, ...best, codes };
  }

  #width(run: TextRun, code: number): number {
    const widths = of(of(this.#widths, run.font), run.fontSize);
    let width = widths.get(code);
    if (width === undefined) {
      const { api } = this.#pdfium;
      const found =
        run.font !== 0 && api.FPDFFont_GetGlyphWidth(run.font, code, run.fontSize, this.#at);
      width = found ? this.#pdfium.floats(this.#at, 1)[0]! : 0;
      widths.set(code, width);
    }
    return width;
  }

  /** True where a picture painted later lies over the character's whole box. */
  #covered(index: number): boolean {
    if (this.#coverings.length === 0) return false;
    const { api } = this.#pdfium;
    const at = this.#at;
    if (!api.FPDFText_GetCharBox(this.#textPage, index, at, at + 8, at + 16, at + 24)) return false;
    const [left, right, bottom, top] = this.#pdfium.doubles(at, 4) as [
      number,
      number,
      number,
      number,
    ];
    const handle = api.FPDFText_GetTextObject(this.#textPage, index);
    const order = this.#orders.get(handle) ?? -1;
    return this.#coverings.some(
      ({ order: later, bounds }) =>
        later > order &&
        bounds[0] <= left &&
        bounds[2] >= right &&
        bounds[1] <= bottom &&
        bounds[3] >= top,
    );
  }
}
