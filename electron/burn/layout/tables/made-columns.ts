// Columns that were made for the longest of their cells, to the last digit, as typesetters make them that
// never break such a cell: the room behind the longest is the one before the next column's texts. A
// width that somebody chose never leaves just that room.
import { centreOf } from "../margins/alignment.ts";
import type { CellText, Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";

/** Points: between the edges of a wall and its column's longest text. */
export interface MadeColumn {
  readonly before: number;
  readonly after: number;
  /** As all its cells are set. */
  readonly align: CellText["align"];
}

/** Points by which rooms differ that are one. */
const EXACT = 0.06;
/** Rooms are told in such parts of a point. */
const PART = 20;
/** Points: both edges of a drawn border are one wall. */
const BORDER = 3.5;
/** Points of the widest padding of a cell. */
const WIDEST = 30;

/**
 * @param edges left edges of the walls
 * @returns for each column between them its rooms, or undefined where it was not made for its cells
 */
export function madeColumns(
  edges: readonly number[],
  cells: readonly Paragraph[],
  walls: Walls,
): readonly (MadeColumn | undefined)[] {
  const columns = edges.slice(1).map((right, i) => {
    const own = cells.filter(({ lines: [s] }) => s!.left > edges[i]! && s!.left < right);
    const lines = own.flatMap((cell) => cell.lines);
    return {
      before: Math.min(...lines.map((s) => s.left)) - edges[i]! - thicknessAt(walls, edges[i]!),
      after: right - Math.max(...lines.map((s) => s.right)),
      align: alignOf(lines),
      broken: own.length === 0 || own.some((cell) => cell.lines.length > 1),
    };
  });
  return columns.map(({ before, after, align, broken }, i) => {
    const next = columns[i + 1] ?? columns[0]!;
    const made = !broken && before > 0 && before < WIDEST && Math.abs(after - next.before) < EXACT;
    return made ? { before: told(before), after: told(next.before), align } : undefined;
  });
}

function alignOf(lines: readonly Segment[]): CellText["align"] {
  const spread = (of: (s: Segment) => number) =>
    Math.max(...lines.map(of)) - Math.min(...lines.map(of));
  if (spread((s) => s.left) < EXACT) return "left";
  if (spread((s) => s.right) < EXACT) return "right";
  return spread(centreOf) < EXACT ? "centre" : "left";
}

/** Points from one edge of a wall to the other. */
export function thicknessAt({ upright }: Walls, edge: number): number {
  const own = upright.map(({ at }) => at - edge).filter((by) => by >= 0 && by < BORDER);
  return told(Math.max(0, ...own));
}

function told(room: number): number {
  return Math.round(room * PART) / PART;
}
