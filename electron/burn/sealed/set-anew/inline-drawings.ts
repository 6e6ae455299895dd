// Drawings among words of a sealed page's lines, which are left where they stand: such a line is not set anew.
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import { standsAmong } from "../../among-words.ts";
import { frameOf, toFrame } from "../glyphs/lines.ts";
import type { Segment } from "../glyphs/lines.ts";

/** @param along underlines and highlights of the line, which are drawn anew with it */
export function hasInlineDrawings(
  { angle, glyphs, v, em }: Segment,
  objects: readonly PageObject[],
  along: readonly number[],
): boolean {
  const frame = frameOf(angle);
  if (frame.cos * frame.sin !== 0) return false;
  const letters = glyphs
    .filter(({ glyph }) => glyph.text.trim() !== "")
    .map(({ u, glyph }) => ({ from: u, to: u + glyph.advance }));
  return objects.some(({ kind, handle, bounds }) => {
    if (kind === "text" || along.includes(handle)) return false;
    const a = toFrame(frame, bounds[0], bounds[1]);
    const b = toFrame(frame, bounds[2], bounds[3]);
    return standsAmong(normalise(a[0], a[1], b[0], b[1]), { v, size: em, letters });
  });
}
