// Watermarks over a page that was set anew: their letters stay, with holes where the boxes are.
import { meets } from "../../../../shared/geometry/rect.ts";
import { transformRect } from "../../../pdfium/display.ts";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";
import { loomsOver, withHoles } from "../seen/backdrop.ts";
import type { TextUnit } from "../as-it-was.ts";
import type { Box } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Plan } from "../paragraphs/reset.ts";

/** Letters of a watermark stay where they are, but for holes where the boxes are. */
export function holeLooming(
  texts: TextUnit[],
  plans: ReadonlyMap<Paragraph, Plan>,
  boxes: readonly Box[],
): void {
  const bounds = boxes.map((box) => box.bounds);
  texts.forEach((unit, i) => {
    if (plans.has(unit.paragraph)) return;
    const holed = new Map<GlyphItem, GlyphItem>();
    for (const glyph of unit.lines.flat()) {
      if (!glyph.shape.bounds) continue;
      const ink = transformRect(glyph.matrix, glyph.shape.bounds);
      const hit = bounds.filter(
        (box) => meets(ink, box, 0.3) && loomsOver(glyph, emOf(glyph), box),
      );
      if (hit.length > 0) holed.set(glyph, withHoles(glyph, ink, hit));
    }
    if (holed.size === 0) return;
    const before = new Map([...holed].map(([glyph, anew]) => [anew, glyph]));
    const lines = unit.lines.map((line) => line.map((glyph) => holed.get(glyph) ?? glyph));
    const orderOf = (glyph: GlyphItem) => unit.orderOf(before.get(glyph) ?? glyph);
    texts[i] = { ...unit, lines, orderOf };
  });
}

function emOf({ matrix }: GlyphItem): number {
  return Math.hypot(matrix[2], matrix[3]);
}
