// Reads glyph outlines out of a decoded font program (fontkit). It takes what pdf.js made of the
// source's font, or one of Candour's own; it must throw rather than hand out a wrong or empty glyph.
import * as fontkit from "fontkit";
import { CLOSE, CUBIC, LINE, MOVE, QUADRATIC, transformPath } from "../interpret/path-data.ts";

/** The part of fontkit that is used; its own types are not shipped. */
interface FontkitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  /** Its box as the font's own table of outlines tells it. */
  readonly cbox: { readonly minX: number };
  readonly path: {
    readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  };
}
interface Values<T> {
  readonly length: number;
  get(index: number): T | undefined;
}
interface Bearings {
  readonly metrics: Values<{ readonly bearing: number }>;
  /** Of the glyphs after those. */
  readonly bearings: Values<number>;
}
interface FontkitFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly hmtx?: Bearings;
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  hasGlyphForCodePoint(code: number): boolean;
  glyphForCodePoint(code: number): FontkitGlyph;
}

export class OutlineSource {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** TrueType outlines are in units per em, whatever the font's matrix says. */
  readonly trueType: boolean;
  readonly #font: FontkitFont;

  constructor(program: Uint8Array) {
    const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
    this.#font = fontkit.create(bytes) as unknown as FontkitFont;
    this.unitsPerEm = this.#font.unitsPerEm;
    this.ascent = this.#font.ascent;
    this.descent = this.#font.descent;
    const tables = this.#font.directory.tables;
    this.trueType = tables["glyf"] !== undefined;
    if (!this.trueType && tables["CFF "] === undefined) throw new Error("no outlines");
  }

  has(code: number): boolean {
    return this.#font.hasGlyphForCodePoint(code);
  }

  /** Font units. */
  advance(code: number): number {
    return this.#font.glyphForCodePoint(code).advanceWidth;
  }

  /** Flat path data in font units. */
  outline(code: number): number[] {
    const glyph = this.#font.glyphForCodePoint(code);
    const outline: number[] = [];
    for (const { command, args } of glyph.path.commands) {
      outline.push(operator(command), ...args);
    }
    if (!outline.every(Number.isFinite)) throw new Error("outline is not finite");
    const by = this.#shiftOf(glyph);
    return by === 0 ? outline : transformPath(outline, [1, 0, 0, 1, by, 0]);
  }

  /**
   * TrueType outlines are drawn where the font's side bearing says, wherever their numbers are; the
   * two differ in fonts that were cut out or widened by a program.
   */
  #shiftOf({ id, cbox }: FontkitGlyph): number {
    const { hmtx } = this.#font;
    if (!this.trueType || !hmtx) return 0;
    const { metrics, bearings } = hmtx;
    const bearing =
      id < metrics.length ? metrics.get(id)?.bearing : bearings.get(id - metrics.length);
    const shift = (bearing ?? 0) - cbox.minX;
    return Number.isFinite(shift) ? shift : 0;
  }
}

function operator(command: string): number {
  switch (command) {
    case "moveTo":
      return MOVE;
    case "lineTo":
      return LINE;
    case "quadraticCurveTo":
      return QUADRATIC;
    case "bezierCurveTo":
      return CUBIC;
    case "closePath":
      return CLOSE;
    default:
      throw new Error("unknown outline command");
  }
}
