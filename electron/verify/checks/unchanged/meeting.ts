// Lines that moved a little otherwise than their neighbours meet in one cell: its upper rows moved with
// the line over it, the others with the line under it.
import type { Tolerance } from "../../pixels/compare.ts";

/**
 * Moves by which the upper and the lower part of a cell are explained, the first two that do; none where
 * no two of them do.
 * @param byRow differing pixels in each row of the cell where all of it moved by so much
 * @param joint pixels by which the two may differ
 */
export function meetingMoves(
  moves: readonly number[],
  byRow: (by: number) => readonly number[],
  joint: number,
  { pixels }: Tolerance,
): number[] {
  const counts = moves.map((by) => ({ by, rows: byRow(by) }));
  for (const over of counts)
    for (const under of counts) {
      if (Math.abs(over.by - under.by) > joint) continue;
      for (let row = 1; row < over.rows.length; row++)
        if (sum(over.rows.slice(0, row)) + sum(under.rows.slice(row)) < pixels)
          return [over.by, under.by];
    }
  return [];
}

const sum = (rows: readonly number[]): number => rows.reduce((all, one) => all + one, 0);
