// A character of a page as an engine reports it, placed on the page as shown. The unit of the
// verifier's text checks; generated spaces and line breaks are left out on purpose, because
// engines differ about them.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { foldGlyph } from "./fold.ts";

export interface Glyph {
  /** Position in the engine's own order. */
  readonly index: number;
  /** One code point; ligatures may come as several glyphs with one box. */
  readonly text: string;
  /** Box of the ink. */
  readonly box: Rect;
  /** Box of advance and font height. */
  readonly loose: Rect;
  /** Origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Height of the font, points. */
  readonly size: number;
  /** Reading direction, degrees 0..359. */
  readonly angle: number;
  /** Its font is not in the file: every reader draws it with another one. */
  readonly substituted: boolean;
  /** Drawn without ink (an OCR layer). */
  readonly invisible: boolean;
  /** Red, green and blue of its ink as it is on white, a byte each; undefined where the engine does not tell. */
  readonly colour?: number | undefined;
}

/** The box around the advances and heights of some glyphs, of which there is at least one. */
export function boxAround(glyphs: readonly Glyph[]): Rect {
  let [x0, y0, x1, y1] = glyphs[0]!.loose;
  for (const { loose } of glyphs) {
    if (loose[0] < x0) x0 = loose[0];
    if (loose[1] < y0) y0 = loose[1];
    if (loose[2] > x1) x1 = loose[2];
    if (loose[3] > y1) y1 = loose[3];
  }
  return [x0, y0, x1, y1];
}

/** What glyphs say, for comparing. */
export function foldedText(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => foldGlyph(glyph.text)).join("");
}
