// A letter of a page and the run of text it stands in, as PDFium tells them.
import type { Rect } from "../../../../shared/geometry/rect.ts";

/** Properties that all glyphs of one text object share. */
export interface TextRun {
  readonly handle: number;
  /** FPDF_FONT; 0 where the engine gives none. */
  readonly font: number;
  readonly fontSize: number;
  /** Linear part of the text matrix, in user space. */
  readonly matrix: readonly [number, number, number, number];
  readonly mode: number;
  /** Drawn without ink, or wholly under a picture: the words of a scan, most often. */
  readonly hidden: boolean;
  /** What the page's tags say of it: the number of its piece, or that it is no content. */
  readonly piece: number | "artifact" | undefined;
}

export interface Glyph {
  /** Position in the page's character stream. */
  readonly index: number;
  readonly text: string;
  /** What the engine must be given to draw it: the text itself, but for ligatures. */
  code: string;
  /** All that the engine may have to be given; only a trial drawing tells which is right. */
  readonly codes: readonly { readonly code: string; readonly advance: number }[];
  readonly run: TextRun;
  /** Origin in user space. */
  readonly x: number;
  readonly y: number;
  /** Ink in user space; an empty rectangle where there is none. */
  readonly ink: Rect;
  /** Nominal advance and em in user space, along and across the writing direction. */
  advance: number;
  readonly em: number;
  /** Writing direction, radians. */
  readonly angle: number;
  /** A space or a line end precedes it in the stream. */
  readonly spaced: boolean;
  /** A line end precedes it in the stream. */
  readonly fresh: boolean;
  /** A blank ends its object right behind it. */
  closed?: boolean;
  /** One of several letters that its object draws. */
  row?: boolean;
}
