// Whether a typesetter rounded its baselines: to pixels, to tenths or to thousandths of a point. What
// is left of such a place, once it has moved by a line, tells that it has moved.
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";

/** Points: smaller differences are those of numbers in this program. */
const EXACT = 0.0005;
/** A pixel of a screen and a little. */
const ROUNDED = 0.8;
/** Baselines that stand on halves of points were set so; on a finer grid they were rounded to it. */
const CHOSEN = 0.5;
const FINEST = 0.05;
/** A browser's pixel. */
const PIXEL = 0.75;

export function isRounded({
  paragraphs,
  segments,
}: {
  readonly paragraphs: readonly Paragraph[];
  readonly segments: readonly Segment[];
}): boolean {
  return (
    isUneven(gapsOf(paragraphs)) || isUneven(betweenRows(segments)) || standsOnFineGrid(segments)
  );
}

interface Gap {
  readonly size: number;
  readonly gap: number;
}

function gapsOf(paragraphs: readonly Paragraph[]): readonly Gap[] {
  return paragraphs
    .flatMap(({ lines }) =>
      lines.slice(1).map((line, i) => ({ size: line.size, gap: lines[i]!.v - line.v })),
    )
    .sort((a, b) => a.gap - b.gap);
}

/** Between lines of one size that follow each other, whatever texts they belong to. */
function betweenRows(segments: readonly Segment[]): readonly Gap[] {
  const rows = segments.toSorted((a, b) => b.v - a.v);
  return rows
    .slice(1)
    .flatMap(({ size, v }, i) => {
      const over = rows[i]!;
      return over.size === size && over.v - v > 0.5 * size && over.v - v < 3 * size
        ? [{ size, gap: over.v - v }]
        : [];
    })
    .sort((a, b) => a.gap - b.gap);
}

/** Baselines of one size stand apart by distances that differ as rounding makes them differ. */
function isUneven(gaps: readonly Gap[]): boolean {
  return gaps.slice(1).some((b, i) => {
    const a = gaps[i]!;
    const by = b.gap - a.gap;
    return Math.abs(a.size - b.size) < 0.05 * a.size && by > EXACT && by < ROUNDED;
  });
}

/** Whole points may be whole pixels by chance; halves and quarters that are all whole pixels are not. */
function standsOnFineGrid(segments: readonly Segment[]): boolean {
  const from = segments[0]?.v ?? 0;
  const heights = segments.map(({ v }) => v - from);
  const onGrid = (v: number, grid: number) =>
    Math.abs(v / grid - Math.round(v / grid)) * grid < 0.002;
  const all = (grid: number) => heights.every((v) => onGrid(v, grid));
  return all(PIXEL) ? !all(1) : all(FINEST) && !all(CHOSEN);
}
