// Text that no mark touches, as it is written: in the source's own order, moved where something above
// it changed its height.
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { Flow } from "./heights/flow.ts";
import { toPage } from "./lines/frame.ts";
import { liftGlyph, settled, shiftOf, unclipped } from "./lines/lift.ts";
import type { Shift } from "./lines/lift.ts";
import type { SeenGlyph, Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs/paragraph.ts";

/** A stretch of text that is written in one go. */
export interface TextUnit {
  readonly kind: "text";
  readonly order: number;
  readonly paragraph: Paragraph;
  /** Lines, each in reading order. */
  readonly lines: readonly (readonly GlyphItem[])[];
  /** When a glyph was painted; glyphs that were set anew count as painted last of their paragraph. */
  readonly orderOf: (glyph: GlyphItem) => number;
}

function shiftOfLine({ left, v }: Segment, { frame, riseAt, fine, from }: Flow): Shift {
  if (!frame || !fine || v >= from!) return shiftOf(frame, riseAt(v));
  return toPage(frame, settled(left) - left, settled(v + riseAt(v)) - v);
}

/**
 * Untouched text in the source's own order: what was painted at another time is written at another
 * time, even where it stands on the same line.
 *
 * @param turn place of a glyph among the glyphs of the page, by its place in the painting order
 */
export function asItWas(
  line: Segment,
  paragraph: Paragraph,
  flow: Flow,
  turn: readonly number[],
): TextUnit[] {
  const by = shiftOfLine(line, flow);
  const orders = new Map<GlyphItem, number>();
  const orderOf = (glyph: GlyphItem) => orders.get(glyph)!;
  const units: TextUnit[] = [];
  let run: GlyphItem[] = [];
  let [before, last] = [-2, -1];
  // The ground of a badge lies beneath its own letters, and not beneath those that were there first.
  const drawn = line.glyphs.flatMap(({ bar, order }) => (bar ? [order] : []));
  const glyphs = withoutFiller(line)
    .filter((glyph) => !glyph.bar)
    .flatMap((glyph) => [glyph, ...(glyph.echoes ?? [])]);
  for (const glyph of glyphs.sort((a, b) => a.order - b.order)) {
    const at = turn[glyph.order]!;
    if (at !== before + 1 || drawn.some((order) => order > last && order < glyph.order)) {
      run = [];
      units.push({ kind: "text", order: glyph.order, paragraph, lines: [run], orderOf });
    }
    [before, last] = [at, glyph.order];
    const below = flow.from !== undefined && line.v < flow.from;
    const lifted = liftGlyph(below ? unclipped(glyph.item) : glyph.item, by);
    orders.set(lifted, glyph.order);
    run.push(lifted);
  }
  return units;
}

/**
 * Some fill the room to the next column with blanks, or leave it bare, as it comes out: more than one
 * blank behind the last letter says nothing.
 */
function withoutFiller({ glyphs }: Segment): readonly SeenGlyph[] {
  const ordered = glyphs.toSorted((a, b) => a.u - b.u);
  const filler = new Set(ordered.slice(ordered.findLastIndex((glyph) => !glyph.blank) + 1));
  return filler.size > 1 && filler.size < glyphs.length
    ? glyphs.filter((glyph) => !filler.has(glyph))
    : glyphs;
}
