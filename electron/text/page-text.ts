// Reads one page's text in reading order with a quad for every UTF-16 unit, from PDFium.
// Text is what the engine decodes: spans run across TJ pieces and line breaks. Owns nothing;
// must never decide what is visible or secret, only where characters are.
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageText } from "../../shared/model/page.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { OpenPage } from "../pdfium/open-page.ts";
import { withoutEchoes } from "./echoes.ts";
import type { ReadCharacter } from "./echoes.ts";
import { ruledApart, uprightRules, type UprightRule } from "./upright-rules.ts";

const UNITS_PER_QUAD = 8;
const INVISIBLE_MODE = 3;
/** Times a line's height: wider than the widest space of a justified line. */
const COLUMN_GAP = 1.1;
/** Times a line's height: farther to the left than a paragraph's second line stands. */
const NEW_ROW = 3.2;
/** Times the taller line's height: farther below than the next line of anything stands. */
const NEW_BLOCK = 2.6;

/** @throws Refusal where the page cannot be read. */
export function readPageText(document: PdfiumDocument, page: number): PageText {
  return document.withPage(page, (open) => readOpenText(document, open));
}

export function readOpenText(document: PdfiumDocument, open: OpenPage): PageText {
  const { api } = document.pdfium;
  const handle = api.FPDFText_LoadPage(open.handle);
  if (!handle) return empty(open.page);
  try {
    const count = Math.max(0, api.FPDFText_CountChars(handle));
    const out = new Collector(count);
    const read: ReadCharacter[] = [];
    document.pdfium.scratch(64, (at) => {
      for (let i = 0; i < count; i++) readChar(document, handle, i, at, read);
    });
    for (const { char, quad, invisible } of withoutEchoes(read)) out.add(char, quad, invisible);
    return {
      page: open.page,
      text: out.text(uprightRules(document, open)),
      quads: out.quads(),
      source: "text",
      confidence: 1,
      invisible: out.invisible(),
    };
  } finally {
    api.FPDFText_ClosePage(handle);
  }
}

function readChar(
  document: PdfiumDocument,
  handle: number,
  index: number,
  at: number,
  out: ReadCharacter[],
): void {
  const { api } = document.pdfium;
  const code = api.FPDFText_GetUnicode(handle, index);
  // PDFium gives "\r\n" for a line end; one unit is enough.
  if (code === 0x0d || code === 0) return;
  if (code === 0x0a) {
    out.push({ char: "\n", quad: null, invisible: false, object: 0 });
    return;
  }
  // U+0002 marks a hyphen that broke a word at the line's end.
  const hyphen = code === 0x02 || code === 0xfffe;
  const char = hyphen ? "\u00ad" : String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
  if (api.FPDFText_IsGenerated(handle, index) === 1 && !hyphen) {
    out.push({ char, quad: null, invisible: false, object: 0 });
    return;
  }
  const object = api.FPDFText_GetTextObject(handle, index);
  const invisible = object !== 0 && api.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE_MODE;
  out.push({ char, quad: quadOf(document, handle, index, at), invisible, object });
}

/** Advance box of a character, turned by its angle; null where it has no box. */
function quadOf(
  document: PdfiumDocument,
  handle: number,
  index: number,
  at: number,
): number[] | null {
  const { pdfium } = document;
  if (!pdfium.api.FPDFText_GetLooseCharBox(handle, index, at)) return null;
  const [l, t, r, b] = pdfium.floats(at, 4) as [number, number, number, number];
  if (!(r > l) && !(t > b)) return null;
  const angle = pdfium.api.FPDFText_GetCharAngle(handle, index);
  const quarter = Number.isFinite(angle) && angle >= 0 ? Math.round(angle / (Math.PI / 2)) % 4 : 0;
  const [left, bottom, right, top] = trimmed(document, handle, index, at, [l, b, r, t], quarter);
  const corners: readonly (readonly [number, number])[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
  // The quad starts at the corner where reading starts, so that a caret knows its side.
  return [0, 1, 2, 3].flatMap((k) => [...corners[(k + quarter) % 4]!]);
}

/** Times its size: no font is as high as that. */
const TOO_HIGH = 3;
/** Times the larger side of a letter's ink: the room that is left above and below such a letter. */
const ROOM = 0.3;

/** Some fonts claim to be many times as high as their letters: such a box would cover other lines. */
function trimmed(
  document: PdfiumDocument,
  handle: number,
  index: number,
  at: number,
  loose: Rect,
  quarter: number,
): Rect {
  const { pdfium } = document;
  if (!pdfium.api.FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24)) return loose;
  const [x0, x1, y0, y1] = pdfium.heap.HEAPF64.subarray(at >> 3, (at >> 3) + 4);
  const ink: Rect = [x0!, y0!, x1!, y1!];
  const [low, high] = quarter % 2 === 0 ? ([1, 3] as const) : ([0, 2] as const);
  const [from, to] = quarter % 2 === 0 ? ([0, 2] as const) : ([1, 3] as const);
  const size = Math.max(ink[high] - ink[low], loose[to] - loose[from]);
  const em = sizeOf(document, handle, index, at);
  if (!(size > 0) || !(loose[high] - loose[low] > TOO_HIGH * Math.max(em, size))) return loose;
  const box: [number, number, number, number] = [...loose];
  box[low] = Math.max(loose[low], ink[low] - ROOM * size);
  box[high] = Math.min(loose[high], ink[high] + ROOM * size);
  return box;
}

/** Size of a character's font as it stands on the page, in points. */
function sizeOf({ pdfium }: PdfiumDocument, handle: number, index: number, at: number): number {
  const size = pdfium.api.FPDFText_GetFontSize(handle, index);
  if (!pdfium.api.FPDFText_GetMatrix(handle, index, at)) return size;
  const [, , c, d] = pdfium.floats(at, 4) as [number, number, number, number];
  return size * Math.hypot(c, d);
}

function empty(page: number): PageText {
  return { page, text: "", quads: new Float32Array(0), source: "text", confidence: 1 };
}

function heightOf(box: readonly number[]): number {
  return Math.hypot(box[4]! - box[2]!, box[5]! - box[3]!);
}

/** True where the gap between two characters in a row is wider than a space. */
function apart(before: readonly number[], after: readonly number[]): boolean {
  const gap = Math.hypot(after[0]! - before[2]!, after[1]! - before[3]!);
  return gap > COLUMN_GAP * heightOf(before);
}

class Collector {
  #parts: string[] = [];
  #quads: Float32Array;
  #length = 0;
  #invisible: [number, number][] = [];
  /** Boxes of the last character that has one, and of the first one of its line or cell. */
  #last: readonly number[] | null = null;
  #cell: readonly number[] | null = null;

  constructor(expected: number) {
    this.#quads = new Float32Array((expected + 16) * UNITS_PER_QUAD);
  }

  add(char: string, quad: readonly number[] | null, invisible: boolean): void {
    if (quad) {
      const fresh = this.#parts.at(-1) === "\n";
      // A blank line: what stood in a table's last cell has nothing to do with the next row.
      if (fresh && this.#beginsRow(quad)) this.add("\n", null, false);
      if (fresh || !this.#last || !this.#cell || apart(this.#last, quad)) this.#cell = quad;
      this.#last = quad;
    }
    const units = char.length;
    if ((this.#length + units) * UNITS_PER_QUAD > this.#quads.length) {
      const wider = new Float32Array(this.#quads.length * 2 + UNITS_PER_QUAD * 4);
      wider.set(this.#quads);
      this.#quads = wider;
    }
    for (let u = 0; u < units; u++) {
      const offset = (this.#length + u) * UNITS_PER_QUAD;
      if (quad) this.#quads.set(quad, offset);
      else this.#quads.fill(Number.NaN, offset, offset + UNITS_PER_QUAD);
    }
    if (invisible) {
      const last = this.#invisible.at(-1);
      if (last && last[1] === this.#length) last[1] += units;
      else this.#invisible.push([this.#length, this.#length + units]);
    }
    this.#parts.push(char);
    this.#length += units;
  }

  /**
   * The engine joins the cells of a table row by a generated space. A gap that no word space is
   * wide enough for, or that a line stands in, is given as a tab, so that no name runs from one cell
   * into the next.
   */
  text(rules: readonly UprightRule[]): string {
    for (let i = 0, unit = 0; i < this.#parts.length; unit += this.#parts[i]!.length, i++) {
      if (this.#parts[i] === " " && this.#bridgesColumns(unit, rules)) this.#parts[i] = "\t";
    }
    return this.#parts.join("");
  }

  /** True where a line begins far to the left of where the line or cell before it began, or far below. */
  #beginsRow(quad: readonly number[]): boolean {
    const cell = this.#cell;
    if (!cell) return false;
    const [along, up] = [cell[2]! - cell[0]!, cell[3]! - cell[1]!];
    const length = Math.hypot(along, up);
    if (length === 0) return false;
    const back = ((cell[0]! - quad[0]!) * along + (cell[1]! - quad[1]!) * up) / length;
    const last = this.#last ?? cell;
    const down = ((last[0]! - quad[0]!) * -up + (last[1]! - quad[1]!) * along) / length;
    return (
      back > NEW_ROW * heightOf(cell) || down > NEW_BLOCK * Math.max(heightOf(last), heightOf(quad))
    );
  }

  #bridgesColumns(unit: number, rules: readonly UprightRule[]): boolean {
    const box = (at: number): readonly number[] | null => {
      const [x0, y0, x1, y1, x2, y2] = this.#quads.subarray(
        at * 8,
        at * 8 + 6,
      ) as unknown as number[];
      return x0 === undefined || Number.isNaN(x0) ? null : [x0, y0!, x1!, y1!, x2!, y2!];
    };
    if (unit === 0 || unit + 1 >= this.#length || box(unit)) return false;
    const [before, after] = [box(unit - 1), box(unit + 1)];
    if (!before || !after) return false;
    return apart(before, after) || ruledApart(rules, before, after);
  }

  quads(): Float32Array {
    return this.#quads.slice(0, this.#length * UNITS_PER_QUAD);
  }

  invisible(): readonly (readonly [number, number])[] {
    return this.#invisible;
  }
}
