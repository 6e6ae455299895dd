// Brings a table into the form that readers rely on: rows of one width, heads that say whether they
// stand over a column or before a row. What a source says about heads' scope is not asked.
import type { Step } from "./model.ts";

export interface DraftCell {
  readonly step: Step;
  readonly kids: unknown[];
  spans?: { readonly colSpan: number; readonly rowSpan: number };
  scope?: "Row" | "Column";
}

type ExtentOf = (cell: DraftCell) => readonly [number, number] | undefined;

/**
 * Cells without content that rows hold are put where they stood; rows that leave such cells out get
 * them where their words leave columns free.
 */
export function squared(kids: readonly DraftCell[], extentOf: ExtentOf): void {
  const rows = kids.filter(isRow);
  for (const row of rows) {
    const own = new Map((row.kids as DraftCell[]).map((cell) => [cell.step, cell]));
    const known = row.step.cells ?? [];
    if (known.length > MOST_CELLS) continue;
    const cells = known.map((cell) => (cell ? (own.get(cell) ?? empty(cell)) : empty(EMPTY)));
    row.kids.splice(0, row.kids.length, ...cells);
  }
  const widths = occupied(rows);
  const columns = Math.max(0, ...widths);
  if (columns > MOST_CELLS) return;
  const places = columnsOf(rows, columns, extentOf);
  rows.forEach((row, i) => {
    const missing = columns - widths[i]!;
    if (missing > 0) fill(row.kids as DraftCell[], missing, places, extentOf);
  });
}

/** From where to where each column reaches, by rows that have a cell in every one. */
function columnsOf(rows: readonly DraftCell[], columns: number, extentOf: ExtentOf): Extent[] {
  const out: Extent[] = Array.from({ length: columns }, () => [Infinity, -Infinity] as const);
  for (const row of rows.filter(({ kids }) => kids.length === columns)) {
    (row.kids as DraftCell[]).forEach((cell, i) => {
      const own = extentOf(cell);
      if (own) out[i] = [Math.min(out[i]![0], own[0]), Math.max(out[i]![1], own[1])];
    });
  }
  return out;
}

type Extent = readonly [number, number];

function fill(
  cells: DraftCell[],
  missing: number,
  places: readonly Extent[],
  extentOf: ExtentOf,
): void {
  const filled: DraftCell[] = [];
  let left = missing;
  let column = 0;
  for (const cell of cells) {
    const free = Math.min(left, freeBefore(extentOf(cell), places.slice(column)));
    for (let i = 0; i < free; i++) filled.push(empty(EMPTY));
    filled.push(cell);
    column += free + (cell.spans?.colSpan ?? 1);
    left -= free;
  }
  for (; left > 0; left--) filled.push(empty(EMPTY));
  cells.splice(0, cells.length, ...filled);
}

/** How many columns lie before the first one that the words of a cell stand in. */
function freeBefore(own: Extent | undefined, places: readonly Extent[]): number {
  return own
    ? Math.max(
        0,
        places.findIndex((place) => overlaps(own, place)),
      )
    : 0;
}

function overlaps(a: Extent, b: Extent): boolean {
  return Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > 0;
}

/** Heads of the first row stand over their columns, all others before their rows. */
export function headed(kids: readonly DraftCell[]): void {
  kids.filter(isRow).forEach((row, i) => {
    const cells = row.kids as DraftCell[];
    const all = cells.every((cell) => cell.step.role === "TH" || cell.kids.length === 0);
    for (const cell of cells)
      if (cell.step.role === "TH") cell.scope = i === 0 || all ? "Column" : "Row";
  });
}

const MOST_CELLS = 200;
const EMPTY: Step = { role: "TD" };

function isRow(kid: DraftCell): boolean {
  return kid.step.role === "TR";
}

function empty(cell: Step): DraftCell {
  return { step: cell, kids: [] };
}

/** How many columns each row takes up; spans never reach below the table. */
function occupied(rows: readonly DraftCell[]): number[] {
  const taken: Set<number>[] = rows.map(() => new Set());
  rows.forEach((row, i) => {
    let at = 0;
    for (const cell of row.kids as DraftCell[]) {
      while (taken[i]!.has(at)) at++;
      const colSpan = cell.step.colSpan ?? 1;
      const rowSpan = Math.min(cell.step.rowSpan ?? 1, rows.length - i);
      cell.spans = { colSpan, rowSpan };
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < colSpan; across++) taken[i + down]!.add(at + across);
      at += colSpan;
    }
  });
  return taken.map((columns) => columns.size);
}
