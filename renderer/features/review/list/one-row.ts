// Which of the filters stand in the row, and which wait behind "More". Pure; widths in CSS pixels.

/** Between two of the row. */
export const GAP = 4;

/**
 * The first ones that fit, in their order; the one in force is always among them.
 * @param widths of each, in order
 * @param more what opens the rest takes, where there is a rest
 */
export function inRow<T>(
  ids: readonly T[],
  widths: readonly number[],
  room: number,
  more: number,
  chosen: T,
): readonly T[] {
  const wide = (id: T): number => (widths[ids.indexOf(id)] ?? 0) + GAP;
  const total = (row: readonly T[]): number => row.reduce((sum, id) => sum + wide(id), 0);
  if (total(ids) - GAP <= room) return ids;
  const row = [...ids];
  while (row.length > 1 && total(row) + more > room) {
    const last = row.at(-1) === chosen ? row.length - 2 : row.length - 1;
    row.splice(last, 1);
  }
  return row;
}
