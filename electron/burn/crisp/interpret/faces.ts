// Turns pdf.js' decoded fonts into faces and shapes. Outlines come from the font program through
// fontkit and are checked against the outline that pdf.js itself would draw: where the two
// disagree nobody knows what the reader sees, and the page is not accountable (B4).
import type { PDFPageProxy } from "pdfjs-dist";
import type { Matrix } from "../../../pdfium/display.ts";
import { dingbat } from "../fonts/dingbats.ts";
import { OutlineSource } from "../fonts/outline-source.ts";
import { fitted, standingFor } from "../fonts/stand-ins.ts";
import type { StandIn } from "../fonts/stand-ins.ts";
import { NotAccountable } from "./display-list.ts";
import type { Face, Shape } from "./display-list.ts";
import { boundsOf, transformPath } from "./path-data.ts";

/** What a text operator holds for one character code. */
export interface SourceGlyph {
  readonly originalCharCode?: number;
  readonly fontChar: string;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly isInFont: boolean;
  readonly isRotated?: boolean;
  /** The drawing that stands for the letter in a Type 3 font. */
  readonly operatorListId?: string | null;
  readonly accent: {
    readonly fontChar: string;
    readonly offset: { readonly x: number; readonly y: number };
  } | null;
}

/** The part of pdf.js' font object that is used. */
export interface SourceFont {
  readonly name?: string;
  readonly loadedName: string;
  readonly data?: Uint8Array;
  readonly fontMatrix?: readonly number[];
  readonly ascent?: number;
  readonly descent?: number;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly isMonospace?: boolean;
  readonly isSerifFont?: boolean;
  readonly isType3Font?: boolean;
  /** Of Type 3 fonts: the drawings of their letters. */
  readonly charProcOperatorList?: ReadonlyMap<string, unknown>;
  readonly bbox?: readonly number[];
  /** Its codes are of more than one byte. */
  readonly composite?: boolean;
  /** Codes to which the file gives other letters than the font's own. */
  readonly differences?: ReadonlyMap<number, string>;
  readonly isInvalidPDFjsFont?: boolean;
  readonly vertical?: boolean;
}

type Objects = PDFPageProxy["commonObjs"];

const STANDARD = /^(?:Helvetica|Times|Courier)(?:-|$)/;
/** Fonts that a file need not bring, under all their usual names; a part of a font has a prefix. */
const NOT_BROUGHT =
  /^(?:Helvetica|Times|Courier|Arial|Symbol|ZapfDingbats)(?:New|Roman|PS|MT|Narrow|Black)*(?:[-,](?:Roman|Bold|Italic|Oblique|PS|MT)*)?$/;
const DEFAULT_MATRIX = [0.001, 0, 0, 0.001, 0, 0];
/** pdf.js may keep its own outlines in half precision. */
const AGREEMENT = 0.003;

export class LoadedFace {
  readonly face: Face;
  readonly vertical: boolean;
  readonly unit = 1;
  readonly up = 1;
  /** pdf.js' widths → em. */
  readonly widthScale: number;
  readonly #font: SourceFont;
  readonly #standIn: StandIn | undefined;
  readonly #source: OutlineSource | undefined;
  readonly #toEm: Matrix;
  /** By the character under which the font has them. */
  readonly #shapes = new Map<string, { readonly glyph: SourceGlyph; readonly shape: Shape }[]>();

  /** @param standIn letters for a font that the file does not bring */
  constructor(font: SourceFont, standIn?: StandIn) {
    this.#font = font;
    this.#standIn = standIn;
    const matrix = font.fontMatrix ?? DEFAULT_MATRIX;
    this.widthScale = matrix[0]!;
    this.vertical = font.vertical === true;
    this.#source = font.data ? openProgram(font.data) : undefined;
    const upem = this.#source?.unitsPerEm ?? 1000;
    this.#toEm = this.#source?.trueType
      ? [1 / upem, 0, 0, 1 / upem, 0, 0]
      : (matrix.slice(0, 6) as unknown as Matrix);
    const unitsPerEm = this.#source?.trueType ? upem : Math.round(1 / Math.abs(matrix[0]!));
    const family = (font.name ?? "").replace(/^[A-Z]{6}\+/, "");
    this.face = {
      key: `${family}/${unitsPerEm}`,
      unitsPerEm,
      ascent: metric(font.ascent, 0.9),
      descent: metric(font.descent, -0.22),
      bold: font.bold === true || font.black === true || /bold|black|heavy/i.test(family),
      italic: font.italic === true || /italic|oblique/i.test(family),
      monospace: font.isMonospace === true,
      serif: font.isSerifFont === true,
      standard: STANDARD.test(font.name ?? ""),
      absent: !this.#source || NOT_BROUGHT.test((font.name ?? "").replaceAll(" ", "")),
    };
  }

  shape(glyph: SourceGlyph, objects: Objects): Shape {
    let known = this.#shapes.get(glyph.fontChar);
    if (!known) this.#shapes.set(glyph.fontChar, (known = []));
    for (const one of known) if (isSame(one.glyph, glyph)) return one.shape;
    const shape = this.#make(glyph, objects);
    known.push({ glyph, shape });
    return shape;
  }

  #make(glyph: SourceGlyph, objects: Objects): Shape {
    const advance = glyph.width * this.widthScale;
    if (!Number.isFinite(advance)) throw new NotAccountable("A letter has no width");
    const unicode = this.#meaning(glyph);
    const blank = { outline: [], bounds: undefined, advance, unicode };
    if (!this.#source) {
      if (/^[\s\u00a0]*$/u.test(unicode)) return blank;
      return { ...blank, ...this.#standing(glyph, advance) };
    }
    if (!glyph.isInFont) return blank;
    const outline = this.#outline(glyph.fontChar, objects);
    if (glyph.accent) {
      const { x, y } = glyph.accent.offset;
      outline.push(
        ...transformPath(this.#outline(glyph.accent.fontChar, objects), [1, 0, 0, 1, x, y]),
      );
    }
    const bounds = boundsOf(outline);
    // Some programs set the pen down for a blank and close: a point draws nothing.
    if (size(bounds, 0) === 0 && size(bounds, 1) === 0) return blank;
    return { ...blank, outline, bounds };
  }

  /** The letter of another font, where the file says by its meaning which letter it is. */
  #standing(glyph: SourceGlyph, advance: number): Pick<Shape, "outline" | "bounds"> {
    // Codes of more bytes that mean only themselves are numbers of letters of the missing font.
    const unknown =
      this.#font.composite === true && glyph.unicode.codePointAt(0) === glyph.originalCharCode;
    const shape = standingFor(unknown ? undefined : this.#standIn, glyph);
    const [stretch, shift] = fitted(shape, advance);
    const outline = transformPath(shape.outline, [stretch, 0, 0, 1, shift, 0]);
    return { outline, bounds: boundsOf(outline) };
  }

  #meaning({ unicode, originalCharCode: code }: SourceGlyph): string {
    const plain = code !== undefined && unicode === String.fromCharCode(code);
    if (!plain || !/Dingbats/i.test(this.#font.name ?? "")) return unicode;
    return this.#font.differences?.has(code) ? unicode : (dingbat(code) ?? unicode);
  }

  #outline(fontChar: string, objects: Objects): number[] {
    let outline: number[];
    try {
      const raw = this.#source!.outline(fontChar.codePointAt(0) ?? 0);
      outline = transformPath(raw, this.#toEm);
    } catch {
      // What one reader cannot make out the other may; the look of the page has the last word.
      const theirs = this.#theirs(fontChar, objects);
      if (!theirs) throw new NotAccountable("A letter's outline cannot be read");
      return Array.from(theirs);
    }
    this.#compare(outline, fontChar, objects);
    return outline;
  }

  /** The outline as pdf.js read it, in em; absent where it compiled the glyph under another character. */
  #theirs(fontChar: string, objects: Objects): Float32Array | undefined {
    const id = `${this.#font.loadedName}_path_${fontChar}`;
    return objects.has(id) ? (objects.get(id) as { path: Float32Array }).path : undefined;
  }

  #compare(outline: number[], fontChar: string, objects: Objects): void {
    const other = this.#theirs(fontChar, objects);
    if (!other) return;
    const theirs = boundsOf(Array.from(other));
    const ours = boundsOf(outline);
    const wide = Math.abs(size(theirs, 0) - size(ours, 0));
    const high = Math.abs(size(theirs, 1) - size(ours, 1));
    if (wide > AGREEMENT * 2 || high > AGREEMENT * 2) {
      throw new NotAccountable("A letter's outline is read in two ways");
    }
  }
}

/** Of one character of the font: compared by hand, for every letter that is shown. */
function isSame(a: SourceGlyph, b: SourceGlyph): boolean {
  if (a.unicode !== b.unicode || a.width !== b.width || a.isInFont !== b.isInFont) return false;
  if (!a.accent || !b.accent) return !a.accent && !b.accent;
  const [one, other] = [a.accent, b.accent];
  return (
    one.fontChar === other.fontChar &&
    one.offset.x === other.offset.x &&
    one.offset.y === other.offset.y
  );
}

function size(bounds: readonly number[] | undefined, axis: 0 | 1): number {
  return bounds ? bounds[axis + 2]! - bounds[axis]! : 0;
}

function metric(value: number | undefined, otherwise: number): number {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) < 3 && value !== 0
    ? value
    : otherwise;
}

function openProgram(data: Uint8Array): OutlineSource {
  try {
    return new OutlineSource(data);
  } catch {
    throw new NotAccountable("A font of the page cannot be read");
  }
}
