// Whether a typesetter rounded its baselines: to pixels, to tenths or to thousandths of a point. What
// is left of such a place, once it has moved by a line, tells that it has moved.
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { mayBeAnother } from "./plain-leading.ts";

/** Points: smaller differences are those of numbers in this program. */
const EXACT = 0.0005;
/** A pixel of a screen and a little. */
const ROUNDED = 0.8;
/** Baselines that stand on halves of points were set so; on a finer grid they were rounded to it. */
const CHOSEN = 0.5;
const FINEST = 0.05;
/** Even distances from which lines stand exactly; pixels are coarse, and tell later. */
const MANY = 4;
const MANY_PIXELS = 8;
/** A browser's pixel. */
const PIXEL = 0.75;

/** @param linesOf how many lines of a paragraph every twin has */
export function isRounded(
  found: { readonly paragraphs: readonly Paragraph[]; readonly segments: readonly Segment[] },
  linesOf: (paragraph: Paragraph) => number = ({ lines }) => lines.length,
): boolean {
  const all = gapsOf(found.paragraphs, ({ lines }) => lines.length);
  const gaps = gapsOf(found.paragraphs, linesOf);
  return (
    isUneven(all) || isUneven(betweenRows(found.segments)) || standsOnFineGrid(found.segments, gaps)
  );
}

interface Gap {
  readonly size: number;
  readonly gap: number;
  /** How many such distances its paragraph has. */
  readonly run: number;
}

function gapsOf(
  paragraphs: readonly Paragraph[],
  linesOf: (paragraph: Paragraph) => number,
): readonly Gap[] {
  return paragraphs
    .flatMap((paragraph) => {
      const lines = paragraph.lines.slice(0, linesOf(paragraph));
      return lines.slice(1).map((line, i) => ({
        size: line.size,
        gap: lines[i]!.v - line.v,
        run: lines.length - 1,
      }));
    })
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
        ? [{ size, gap: over.v - v, run: 1 }]
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

/** @param even distances of lines on the page, none of which differs; many leave no doubt */
function standsOnFineGrid(segments: readonly Segment[], even: readonly Gap[]): boolean {
  const from = segments[0]?.v ?? 0;
  const heights = segments.map(({ v }) => v - from);
  const onGrid = (v: number, grid: number) =>
    Math.abs(v / grid - Math.round(v / grid)) * grid < 0.002;
  const all = (grid: number) => heights.every((v) => onGrid(v, grid));
  // Whole points may be whole pixels by chance; halves and quarters that are all whole pixels are not.
  if (all(PIXEL) && !all(1))
    return even.length < MANY_PIXELS || even.some((gap) => isUnshown(gap, even));
  return even.length < MANY && all(FINEST) && !all(CHOSEN);
}

/** So few lines follow each other at this distance that it may be another one, rounded to pixels. */
function isUnshown({ size, gap }: Gap, all: readonly Gap[]): boolean {
  const like = all.filter((o) => Math.abs(o.size - size) < EXACT && Math.abs(o.gap - gap) < EXACT);
  return mayBeAnother(size, gap, Math.max(...like.map(({ run }) => run)));
}
