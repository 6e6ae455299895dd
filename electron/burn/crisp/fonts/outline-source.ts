// Reads glyph outlines out of a decoded font program (fontkit). It takes what pdf.js made of the
// source's font, or one of Candour's own; it must throw rather than hand out a wrong or empty glyph.
import * as fontkit from "fontkit";
import { CLOSE, CUBIC, LINE, MOVE, QUADRATIC } from "../interpret/path-data.ts";

/** The part of fontkit that is used; its own types are not shipped. */
interface FontkitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: {
    readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  };
}
interface FontkitFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
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
    return outline;
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
