// Which tables of a page are as wide as what stands in them, and plain enough to be laid out anew.
import type { DisplayList, Item } from "../../crisp/interpret/display-list.ts";
import { areOnPixels, isOutgrown } from "./cells-ask.ts";
import { edgesAt, fitsCells, isLike, isShared, widthsBetween } from "./columns-tell.ts";
import type { Found } from "../paragraphs/find.ts";
import { isBackground } from "../heights/flow.ts";
import { madeColumns } from "./made-columns.ts";
import type { MadeColumn } from "./made-columns.ts";
import { withoutNames } from "../lines/any-name.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { levelBetween } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { startsKnown } from "../lines/line-starts.ts";
import { firstWord } from "../margins/text-ends.ts";

export interface Table {
  readonly edges: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** The texts of its cells, and the paragraphs that they were read as. */
  readonly cells: readonly Paragraph[];
  readonly parts: readonly Paragraph[];
  /** Columns that were made for their longest cells; undefined in a browser's table. */
  readonly made?: readonly (MadeColumn | undefined)[];
}

/** Points: a wall with both its edges. */
export const BORDER = 3.5;
export const NEAR = 1;
/** In em. */
const ONE_TEXT = 1.6;
const ROOM_OF_NAMES = 8;
/** Points of a line over which a wall has to run to be seen. */
const ACROSS = 2;

/** Plain tables with a burnt word: rows of the same walls under each other, one text in a cell. */
export function tablesOf(page: DisplayList, found: Found, walls: Walls): readonly Table[] {
  const tables: Table[] = [];
  const upright = found.paragraphs.filter(({ lines }) => lines[0]!.frame.key === "0");
  for (const paragraph of upright) {
    const { lines, column } = paragraph;
    if (column.cellLeft === undefined || column.cellRight === undefined) continue;
    if (!lines.some((line) => line.touched)) continue;
    if (tables.some((table) => table.parts.includes(paragraph))) continue;
    const edges = edgesAt(walls, lines[0]!);
    const widths = widthsBetween(edges);
    const onPixels = areOnPixels(edges);
    const cells = upright.filter((one) => isLike(edgesAt(walls, one.lines[0]!), edges));
    const whole = cells.every(({ lines: own }) => own.length === 1);
    const fits = fitsCells(edges, cells);
    // Only browsers put walls on whole pixels, and few widths look chosen there that are not. Of other
    // makers' tables only such are told that fit in every twin.
    const given = !isShared(widths) && !isOutgrown(edges, cells);
    const asks = onPixels && ((fits && whole) || given);
    const made = onPixels ? undefined : madeColumns(edges, cells, walls);
    if (edges.length < 3 || (!asks && !made?.some(Boolean)) || hasGap(edges, cells)) continue;
    const band = bandOf(edges, cells, walls);
    const table = band && made ? { ...band, made } : band;
    const alone = table && isPlain(table, upright);
    if (alone && page.items.every((item) => isApart(page, item, table))) tables.push(table);
  }
  return tables;
}

/** Boxes side by side are no table: nothing stands between them in any row. */
function hasGap(edges: readonly number[], cells: readonly Paragraph[]): boolean {
  return edges.slice(1).some((right, i) => {
    const holds = ({ left }: Segment): boolean => left > edges[i]! && left < right;
    return !cells.some(({ lines }) => lines.some(holds));
  });
}

function bandOf(
  edges: readonly number[],
  cells: readonly Paragraph[],
  walls: Walls,
): Table | undefined {
  const across = walls.level.filter(
    ({ from, to }) => from < edges[0]! + BORDER && to > edges[1]! - BORDER,
  );
  const first = Math.max(...cells.map(({ lines }) => lines[0]!.v));
  const last = Math.min(...cells.map(({ lines }) => lines[lines.length - 1]!.v));
  const over = across.filter(({ at }) => at > first).map(({ at }) => at);
  const under = across.filter(({ at }) => at < last).map(({ at }) => at);
  if (over.length === 0 || under.length === 0) return undefined;
  const texts = wholeCells(cells, walls);
  return { edges, cells: texts, parts: cells, top: Math.min(...over), bottom: Math.max(...under) };
}

/** Lines of a cell are one text, though few words in a narrow column may look like several. */
function wholeCells(parts: readonly Paragraph[], walls: Walls): readonly Paragraph[] {
  const out: Paragraph[] = [];
  for (const part of parts.toSorted((a, b) => b.lines[0]!.v - a.lines[0]!.v)) {
    const first = part.lines[0]!;
    const at = out.findIndex(({ lines, column }) => {
      const last = lines[lines.length - 1]!;
      const close = last.v > first.v && last.v - first.v < ONE_TEXT * first.size;
      if (!close || column.cellLeft !== part.column.cellLeft) return false;
      if (isEnded(last, first, column)) return false;
      return !levelBetween(walls, last, first.v, first.left, first.left + ACROSS);
    });
    if (at < 0) out.push(part);
    else out[at] = { ...out[at]!, lines: [...out[at]!.lines, ...part.lines] };
  }
  return out;
}

/** A line after which the next word had room, however long the names in it: it was ended on purpose. */
function isEnded(a: Segment, b: Segment, { cellLeft, cellRight }: Paragraph["column"]): boolean {
  if (cellLeft === undefined || cellRight === undefined || !startsKnown(b)) return false;
  const { letters, names } = withoutNames(a);
  const words = letters + (names * ROOM_OF_NAMES + 1) * a.size + firstWord(b);
  return words < cellRight - cellLeft - 2 * Math.max(0, a.left - cellLeft);
}

/** Nothing else stands in it, and no cell holds two texts. */
function isPlain({ edges, parts, top, bottom }: Table, all: readonly Paragraph[]): boolean {
  const inside = all.filter(({ lines }) => lines.some(({ v }) => v < top && v > bottom));
  const right = edges[edges.length - 1]!;
  const within = inside.filter(({ lines: [s] }) => s!.right > edges[0]! && s!.left < right);
  return within.length === inside.length && inside.every((one) => parts.includes(one));
}

/** Is the thing inside the table or beside it, but not across its edge? */
function isApart(page: DisplayList, item: Item, table: Table): boolean {
  if (item.kind === "glyph" || isBackground(page, item)) return true;
  const [x0, y0, x1, y1] = item.bounds;
  const { edges, top, bottom } = table;
  if (y0 > top + NEAR || y1 < bottom - NEAR) return true;
  const inside = x0 > edges[0]! - BORDER && x1 < edges[edges.length - 1]! + BORDER;
  const whole = y0 > bottom - BORDER && y1 < top + BORDER;
  return item.kind === "path" && inside && whole;
}
