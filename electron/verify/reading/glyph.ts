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
}

/** What glyphs say, for comparing. */
export function foldedText(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => foldGlyph(glyph.text)).join("");
}
