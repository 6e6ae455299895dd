// Rows of tables: cells between walls, or texts that begin on one line, are as high as the highest of
// them, so that a cell whose number of lines changed makes its row higher or lower only where no other
// cell keeps it up.
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { riseOf } from "../paragraphs/reset.ts";
import type { Plan } from "../paragraphs/reset.ts";
import type { Walls } from "../lines/rules.ts";

export interface Cut {
  readonly plans: readonly Plan[];
  /** What stands below this moves. */
  readonly v: number;
  readonly rise: number;
  /** From where to where its lines reach. */
  readonly left: number;
  readonly right: number;
  readonly row: boolean;
}

/** In em: how far under its last baseline a cell's border stands at most beside its padding. */
const DEEPEST = 3;
/** Points by which starts of one column differ. */
const STARTS = 0.6;
/** In em: texts that begin on one line; and what is under a last line. */
const SAME = 0.1;
const UNDER = 0.3;
/** Points that a wall is thick at most. */
const THICK = 1;

export interface Rows {
  readonly cuts: readonly Cut[];
  /** Paragraphs whose height their row rules. */
  readonly taken: ReadonlySet<Paragraph>;
}

interface Row {
  readonly top: number;
  readonly bottom: number;
  readonly plans: Plan[];
}

/** @param levelAt heights without their rounding */
export function rowsOf(
  paragraphs: readonly Paragraph[],
  plans: readonly Plan[],
  walls: Walls,
  levelAt: (v: number) => number,
): Rows {
  const rows = new Map<string, Row>();
  const taken = new Set<Paragraph>();
  for (const plan of plans) {
    const band =
      bandOf(plan.paragraph, paragraphs, walls) ?? openBandOf(plan.paragraph, paragraphs);
    if (!band) continue;
    taken.add(plan.paragraph);
    // What stands under it in its own cell would have to move by itself.
    if (paragraphs.some((other) => isUnder(other, plan.paragraph, band.bottom))) continue;
    const key = `${Math.round(band.top)} ${Math.round(band.bottom)}`;
    const row = rows.get(key) ?? { ...band, plans: [] };
    row.plans.push(plan);
    rows.set(key, row);
  }
  const cuts = [...rows.values()].map((row) => cutOf(row, paragraphs, levelAt));
  return { cuts, taken };
}

/** From the border above a cell to the border below it. */
function bandOf(
  { lines, column }: Paragraph,
  paragraphs: readonly Paragraph[],
  walls: Walls,
): { readonly top: number; readonly bottom: number } | undefined {
  const { cellLeft, cellRight } = column;
  if (cellLeft === undefined || cellRight === undefined) return undefined;
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  const over = walls.level.filter(({ from, to }) => from < cellLeft + 2 && to > cellRight - 2);
  const below = over.filter(({ at }) => at < last.v);
  const above = over.filter(({ at }) => at > first.v + 0.4 * first.size);
  if (below.length === 0 || above.length === 0) return undefined;
  const bottom = Math.max(...below.map(({ at }) => at));
  const top = Math.min(...above.map(({ at }) => at));
  // Far below stands the border of something else, unless a cell beside it reaches down there.
  const far = DEEPEST * last.size + bottom;
  const reaches = (s: Segment) => s.v > bottom && s.v < Math.min(top, far);
  const own = last.v - paragraphHeight(lines) < far;
  return own || paragraphs.some((p) => p.lines.some(reaches)) ? { top, bottom } : undefined;
}

/** From over a line on which several texts begin side by side to beneath the last of them. */
function openBandOf(
  own: Paragraph,
  paragraphs: readonly Paragraph[],
): { readonly top: number; readonly bottom: number } | undefined {
  if (own.column.cellLeft !== undefined && own.column.cellRight !== undefined) return undefined;
  // That texts of two columns begin on one line is chance.
  if (own.column.running) return undefined;
  const { v, size } = own.lines[0]!;
  const cells = paragraphs.filter(({ lines }) => Math.abs(lines[0]!.v - v) < SAME * size);
  if (cells.length < 2) return undefined;
  // What stands behind a line at a place of its own may have been pushed there.
  const lefts = paragraphs.filter((p) => !cells.includes(p)).flatMap((p) => p.lines);
  const inColumn = ({ lines: [s] }: Paragraph) =>
    lefts.some(({ left }) => Math.abs(left - s!.left) < STARTS);
  const first = cells.reduce((a, b) => (b.lines[0]!.left < a.lines[0]!.left ? b : a));
  if (!cells.every((cell) => cell === first || inColumn(cell))) return undefined;
  const last = Math.min(...cells.map(({ lines }) => lines[lines.length - 1]!.v));
  const bottom = last - UNDER * size - THICK;
  const others = paragraphs.some(
    (other) => !cells.includes(other) && other.lines.some((line) => line.v < v && line.v > bottom),
  );
  return others ? undefined : { top: v + size, bottom };
}

function isUnder(other: Paragraph, own: Paragraph, bottom: number): boolean {
  const { v } = other.lines[0]!;
  const { cellLeft, cellRight } = own.column;
  const below = v < own.lines[own.lines.length - 1]!.v && v > bottom;
  return (
    other !== own && below && other.lines[0]!.left > cellLeft! && other.lines[0]!.left < cellRight!
  );
}

function paragraphHeight(lines: Paragraph["lines"]): number {
  return lines[0]!.v - lines[lines.length - 1]!.v;
}

function cutOf(row: Row, paragraphs: readonly Paragraph[], levelAt: (v: number) => number): Cut {
  const lastOf = ({ lines }: Paragraph): number => levelAt(lines[lines.length - 1]!.v);
  const within = paragraphs.filter(({ lines }) =>
    lines.some(({ v }) => v > row.bottom && v < row.top),
  );
  const before = Math.min(...within.map(lastOf));
  const after = Math.min(
    ...within.map((paragraph) => {
      const plan = row.plans.find((p) => p.paragraph === paragraph);
      return lastOf(paragraph) + (plan ? riseOf(plan) : 0);
    }),
  );
  const [left, right] = [-Infinity, Infinity];
  return { plans: row.plans, v: row.bottom + THICK, rise: after - before, left, right, row: true };
}
