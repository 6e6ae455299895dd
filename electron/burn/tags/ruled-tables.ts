// Tables of pages without tags, where ruling lines show them plainly: rows of cells of one height
// whose sides meet the same few lines. Whatever does not fit such a grid stays what it was.
import type { Cell, Paragraph } from "../layout/paragraphs/paragraph.ts";
import type { Block, Step } from "./model.ts";

/** Points within which two edges are one. */
const SAME = 3;
const FEWEST = 2;
const MOST_COLUMNS = 40;

interface Held {
  readonly cell: Cell;
  readonly paragraphs: Paragraph[];
}

interface Row {
  readonly ceiling: number;
  readonly floor: number;
  readonly cells: Held[];
}

/** @param orders when each paragraph is painted */
export function ruledTables(orders: ReadonlyMap<Paragraph, number>): ReadonlyMap<Paragraph, Block> {
  const blocks = new Map<Paragraph, Block>();
  for (const rows of tablesOf(rowsOf(cellsOf(orders.keys())))) {
    const edges = edgesOf(rows);
    if (!edges) continue;
    const own = rows.flatMap((row) => row.cells.flatMap((held) => held.paragraphs));
    const first = Math.min(...own.map((paragraph) => orders.get(paragraph)!));
    addTable(rows, edges, first, blocks);
  }
  return blocks;
}

function cellsOf(paragraphs: Iterable<Paragraph>): readonly Held[] {
  const cells: Held[] = [];
  for (const paragraph of paragraphs) {
    const { cell, lines } = paragraph;
    if (!cell || lines[0]!.frame.key !== "0") continue;
    const known = cells.find(({ cell: other }) =>
      sides(other).every((n, i) => near(n, sides(cell)[i]!)),
    );
    if (known) known.paragraphs.push(paragraph);
    else cells.push({ cell, paragraphs: [paragraph] });
  }
  return cells;
}

function sides({ left, right, floor, ceiling }: Cell): readonly number[] {
  return [left, right, floor, ceiling];
}

function rowsOf(cells: readonly Held[]): readonly Row[] {
  const rows: Row[] = [];
  for (const held of cells) {
    const { floor, ceiling } = held.cell;
    const row = rows.find((r) => near(r.floor, floor) && near(r.ceiling, ceiling));
    if (row) row.cells.push(held);
    else rows.push({ floor, ceiling, cells: [held] });
  }
  for (const row of rows) row.cells.sort((a, b) => a.cell.left - b.cell.left);
  return rows.sort((a, b) => b.ceiling - a.ceiling);
}

/** Rows right under each other that share a side. */
function tablesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  for (const row of rows) {
    const table = tables.find((t) => {
      const last = t[t.length - 1]!;
      return near(last.floor, row.ceiling) && shareSides(last, row);
    });
    if (table) table.push(row);
    else tables.push([row]);
  }
  return tables.filter((table) => table.length >= FEWEST);
}

function shareSides(a: Row, b: Row): boolean {
  return a.cells.some(({ cell }) =>
    b.cells.some((o) => near(o.cell.left, cell.left) || near(o.cell.right, cell.right)),
  );
}

/** The upright lines of a table from the left; undefined where its cells do not make a grid. */
function edgesOf(rows: readonly Row[]): readonly number[] | undefined {
  const edges: number[] = [];
  for (const { cells } of rows) {
    cells.forEach(({ cell }, i) => {
      for (const side of [cell.left, cell.right])
        if (!edges.some((edge) => near(edge, side))) edges.push(side);
      if (i > 0 && cells[i - 1]!.cell.right > cell.left + SAME) edges.push(NaN);
    });
  }
  const columns = edges.length - 1;
  const several = rows.filter(({ cells }) => cells.length > 1).length;
  if (edges.some(Number.isNaN) || columns < FEWEST || columns > MOST_COLUMNS) return undefined;
  return several >= FEWEST ? edges.sort((a, b) => a - b) : undefined;
}

function addTable(
  rows: readonly Row[],
  edges: readonly number[],
  first: number,
  blocks: Map<Paragraph, Block>,
): void {
  const table: Step = { role: "Table" };
  const heads = rows[0]!.cells.every(isBold) && !rows[1]!.cells.every(isBold);
  const all = rows.length * edges.length;
  rows.forEach(({ cells }, i) => {
    const own: (Step | null)[] = [];
    const row: Step = { role: "TR", cells: own };
    let column = 0;
    for (const { cell, paragraphs } of cells) {
      const from = edges.findIndex((edge) => near(edge, cell.left));
      const to = edges.findIndex((edge) => near(edge, cell.right));
      for (; column < from; column++) own.push(null);
      const step: Step = { role: i === 0 && heads ? "TH" : "TD", colSpan: to - from, rowSpan: 1 };
      own.push(step);
      column = to;
      // Cells are read along their rows, whenever they were painted.
      const order = first + (i * edges.length + from) / (all + 1);
      for (const paragraph of paragraphs)
        blocks.set(paragraph, { path: [table, row, step], order });
    }
    for (; column < edges.length - 1; column++) own.push(null);
  });
}

function isBold({ paragraphs }: Held): boolean {
  const glyphs = paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.glyphs));
  return glyphs.every((glyph) => glyph.blank || glyph.item.face.bold);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}
