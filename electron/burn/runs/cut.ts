// Cuts what was laid out in one high page into pages: down each page from its top, as many rows as it
// holds. Where a page ends hangs on what is on the pages now, and on nothing else (B1).
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { TextUnit } from "../layout/as-it-was.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PaintUnit, Box } from "../layout/model.ts";
import { liftGlyph, liftItem, settled, unclipped } from "../layout/lines/lift.ts";
import { CAPITAL } from "./model.ts";
import { baselineOf } from "./rows.ts";
import type { PlacedRow } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

/** Points by which the border of a text may stand under the lowest line. */
const BORDER = 8;

/** One page's part of the rows. */
export interface Cut {
  /** The rows, from the first up to the second. */
  readonly rows: readonly [number, number];
  /** How far up they go. */
  readonly rise: number;
}

export interface CutPage {
  readonly texts: readonly TextUnit[];
  readonly paints: readonly PaintUnit[];
  readonly boxes: readonly Box[];
}

/**
 * @param start row that the first of the pages begins with, and where its baseline stands there
 * @param fixed rows of the first page that stand on it whatever follows
 * @returns undefined where something is higher than a page
 */
export function cutsOf(
  rows: readonly PlacedRow[],
  sheet: Sheet,
  start: { readonly row: number; readonly v: number },
  fixed: number,
): readonly Cut[] | undefined {
  const cuts: Cut[] = [];
  let from = start.row;
  while (from < rows.length) {
    const row = rows[from]!;
    const isFirst = cuts.length === 0;
    const at = isFirst ? start.v : sheet.top - CAPITAL * row.size;
    const rise = at - row.v;
    const fits = ({ v, floor }: PlacedRow) =>
      settled(v + rise) >= sheet.bottom && floor + rise >= sheet.bottom - BORDER;
    const held = isFirst ? fixed : from;
    const over = rows.findIndex((one, i) => i >= Math.max(from, held) && !fits(one));
    const end = over < 0 ? rows.length : over;
    const cut = rows.findLastIndex((one, i) => i < end && (one.cut || i === rows.length - 1));
    const last = cut < from ? undefined : cut + 1;
    if (last === undefined || (isFirst && last < fixed)) return undefined;
    cuts.push({ rows: [from, last], rise });
    from = last;
  }
  return cuts;
}

/** What stands on one of the pages. */
export function pageOf(laidOut: LaidOut, rows: readonly PlacedRow[], cut: Cut): CutPage {
  const [from, end] = cut.rows;
  const before = rows[from - 1];
  const after = rows[end];
  const top = before ? (before.bottom + rows[from]!.top) / 2 : Infinity;
  const bottom = after ? (rows[end - 1]!.bottom + after.top) / 2 : -Infinity;
  const isHere = (v: number) => v <= top && v > bottom;
  const own = rows.slice(from, end);
  /** Lines of one row stay together to the last digit. */
  const riseAt = (v: number) => {
    const row = own.find((one) => v <= one.top && v >= one.bottom);
    const at = row?.v ?? v;
    return settled(at + cut.rise) - at;
  };
  const middle = ([, v0, , v1]: Rect) => (v0 + v1) / 2;
  const texts = laidOut.texts.flatMap((unit) => {
    const lines = unit.lines.filter((line) => isHere(heightOf(line)));
    return lines.length > 0 ? [raisedText(unit, lines, riseAt)] : [];
  });
  const paints = laidOut.paints.flatMap((unit): PaintUnit[] => {
    const { item, order } = unit;
    if (!isHere(middle(item.bounds))) return [];
    const by = settled(item.bounds[1] + cut.rise) - item.bounds[1];
    return [{ kind: "paint", order, item: liftItem(unclipped(item), [0, by]) }];
  });
  const boxes = laidOut.boxes.flatMap((box): Box[] => {
    if (!isHere(middle(box.bounds))) return [];
    const by = riseAt(middle(box.bounds));
    const [x0, y0, x1, y1] = box.bounds;
    return [
      {
        ...box,
        corners: box.corners.map(([x, y]) => [x, y + by] as const),
        bounds: [x0, y0 + by, x1, y1 + by],
        label: box.label.map((glyph) => liftGlyph(glyph, [0, by])),
      },
    ];
  });
  return { texts, paints, boxes };
}

function heightOf(line: readonly GlyphItem[]): number {
  return baselineOf(line)?.v ?? line[0]?.matrix[5] ?? Infinity;
}

function raisedText(
  unit: TextUnit,
  lines: TextUnit["lines"],
  riseAt: (v: number) => number,
): TextUnit {
  const orders = new Map<GlyphItem, number>();
  const raised = lines.map((line) => {
    const by = riseAt(heightOf(line));
    return line.map((glyph) => {
      const moved = { ...liftGlyph(unclipped(glyph), [0, by]) };
      orders.set(moved, unit.orderOf(glyph));
      return moved;
    });
  });
  return { ...unit, lines: raised, orderOf: (glyph) => orders.get(glyph)! };
}
