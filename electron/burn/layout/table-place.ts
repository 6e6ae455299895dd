// Where a table stands whose width hangs on what stands in it: in the middle of the page, where other
// text begins, or where its width put it.
import type { DisplayList } from "../crisp/interpret/display-list.ts";
import { thicknessAt } from "./made-columns.ts";
import type { Segment } from "./model.ts";
import type { Walls } from "./rules.ts";
import type { Table } from "./tables-found.ts";

/** Points by which the middle of a table misses the page's. */
const CENTRED = 0.3;
/** Points by which a table, or its text, begins before or behind other text. */
const START = 2;

export function isCentred(page: DisplayList, edges: readonly number[], thick: number): boolean {
  const middle = (edges[0]! + edges[edges.length - 1]! + thick) / 2;
  return Math.abs(middle - page.width / 2) < CENTRED;
}

/**
 * Does nothing show that it begins where it was put? In the middle of something else than the page, or at
 * its right, it begins where its width lets it.
 */
export function standsByItself(
  page: DisplayList,
  { edges, made, parts, cells }: Table,
  walls: Walls,
  segments: readonly Segment[],
): boolean {
  const left = edges[0]!;
  if (made && isCentred(page, edges, thicknessAt(walls, left))) return false;
  const starts = [left, Math.min(...cells.flatMap(({ lines }) => lines.map((s) => s.left)))];
  const inside = new Set(parts.flatMap(({ lines }) => lines));
  return !segments.some(
    (s) => !inside.has(s) && starts.some((start) => Math.abs(s.left - start) < START),
  );
}
