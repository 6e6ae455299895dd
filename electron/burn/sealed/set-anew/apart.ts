// Keeps the boxes of lines that were set anew off the lines above and below: a label is often taller
// than what stood in its place, and lines of a caption or a family tree stand close. What a box covered
// has been taken out already, so it may be lower than its line. Pure; asks nothing of what was burnt.
import type { LinePlan, PlannedBox, TouchedSegment } from "./line-plan.ts";
import type { Segment } from "../glyphs/lines.ts";

export interface PlannedLine {
  readonly touched: TouchedSegment;
  readonly plan: LinePlan;
}

/** Along and across the writing. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly em: number;
}

/** In em: ink of words below and above their baseline. */
const DESCENT = 0.22;
const ASCENT = 0.72;
/** In em: a box is not made lower than this. */
const LOWEST = 0.45;
/** Times a box's em: larger writing looms over the page and is no line beside. */
const LOOMING = 2.5;
/** Share of a box's height that its label takes, as in `boxLook`. */
const LABEL_SHARE = 0.7;

/** The plans with boxes that end where the words of other lines begin, above and below. */
export function keptApart<L extends PlannedLine>(
  lines: readonly L[],
  untouched: readonly Segment[],
): readonly L[] {
  return lines.map((line) => {
    const { segment } = line.touched;
    const others = [
      ...untouched.filter(({ angle }) => angle === segment.angle).map(extentOf),
      ...lines.flatMap((other) =>
        other === line || other.touched.segment.angle !== segment.angle ? [] : wordsOf(other),
      ),
    ];
    const beside = lines.flatMap((other) =>
      other === line || other.touched.segment.angle !== segment.angle ? [] : boxesOf(other),
    );
    const items = line.plan.items.map((item) =>
      item.kind === "box" ? fitted(item, segment, others, beside) : item,
    );
    return { ...line, plan: { ...line.plan, items } };
  });
}

function fitted(
  box: PlannedBox,
  { v, em }: Segment,
  words: readonly Extent[],
  boxes: readonly Extent[],
): PlannedBox {
  let { depth, rise } = box.look;
  const near = (other: Extent): boolean =>
    other.from < box.start + box.width &&
    other.to > box.start &&
    other.em < LOOMING * em &&
    other.low < v + rise &&
    other.high > v - depth;
  for (const other of [...words, ...boxes]) {
    if (!near(other)) continue;
    const middle = (other.low + other.high) / 2;
    // Two boxes share what both would cover; a box leaves words alone.
    const shared = boxes.includes(other);
    if (middle > v + ASCENT * em * 0.5) {
      const edge = shared ? (other.low + v + rise) / 2 : other.low;
      rise = Math.max(LOWEST * em - depth, Math.min(rise, edge - v));
    } else if (middle < v) {
      const edge = shared ? (other.high + v - depth) / 2 : other.high;
      depth = Math.min(depth, Math.max(v - edge, LOWEST * em - rise));
    }
  }
  if (depth === box.look.depth && rise === box.look.rise) return box;
  const labelSize = Math.min(box.look.labelSize, LABEL_SHARE * (depth + rise));
  return { ...box, look: { ...box.look, depth, rise, labelSize } };
}

function extentOf({ start, end, v, em }: Segment): Extent {
  return { from: start, to: end, low: v - DESCENT * em, high: v + ASCENT * em, em };
}

function wordsOf({ touched, plan }: PlannedLine): readonly Extent[] {
  const { v, em } = touched.segment;
  return plan.items.flatMap((item) => {
    if (item.kind === "box") return [];
    const to = item.start + item.advances.reduce((sum, advance) => sum + advance, 0);
    return [{ from: item.start, to, low: v - DESCENT * em, high: v + ASCENT * em, em }];
  });
}

function boxesOf({ touched, plan }: PlannedLine): readonly Extent[] {
  const { v, em } = touched.segment;
  return plan.items.flatMap((item) =>
    item.kind === "box"
      ? [
          {
            from: item.start,
            to: item.start + item.width,
            low: v - item.look.depth,
            high: v + item.look.rise,
            em,
          },
        ]
      : [],
  );
}
