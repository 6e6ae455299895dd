// Tables whose columns are as wide as what stands in them: where a column begins tells how long a burnt
// word was. They are laid out anew with the labels in place of the words, as their maker would have
// done it; what cannot be understood as a plain table stays, and the certificate counts its bits.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { DisplayList, Item } from "../crisp/interpret/display-list.ts";
import { boundsOf, mapPath } from "../crisp/interpret/path-data.ts";
import { edgesAt, fitsCells, isLike, isShared, widthsBetween } from "./columns-tell.ts";
import { widthsOf } from "./column-widths.ts";
import type { Need } from "./column-widths.ts";
import { marginsOf } from "./find.ts";
import type { Found } from "./find.ts";
import { isBackground } from "./flow.ts";
import { liftGlyph, settled, unclipped } from "./lift.ts";
import type { CellText, SeenGlyph, Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs.ts";
import { levelBetween } from "./rules.ts";
import type { Walls } from "./rules.ts";

/** Widths of a cell's text set in one line, and of its longest word. */
export type Measure = (cell: Paragraph) => { readonly most: number; readonly least: number };

export interface Recast {
  readonly page: DisplayList;
  /** Texts that are set anew, burnt or not, by their letters' places in the painting order. */
  readonly cells: ReadonlyMap<number, CellText>;
  /** Where the tables stood and stand. */
  readonly areas: readonly Rect[];
}

interface Table {
  readonly edges: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** The texts of its cells, and the paragraphs that they were read as. */
  readonly cells: readonly Paragraph[];
  readonly parts: readonly Paragraph[];
}

/** Points: a wall with both its edges. */
const BORDER = 3.5;
const NEAR = 1;
/** Points of the steps in which rooms are told that other cells may have changed. */
const STEP = 1.5;
/** In em. */
const ONE_TEXT = 1.6;
const NARROW = 0.5;
/** A browser's pixel, on which it puts every wall. */
const PIXEL = 0.75;

/** @returns the page with its tables laid out anew; undefined where there is none */
export function tablesAnew(
  page: DisplayList,
  found: Found,
  walls: Walls,
  measure: Measure,
): Recast | undefined {
  const tables = tablesOf(page, found, walls);
  let items: readonly Item[] = page.items;
  const cells = new Map<number, CellText>();
  const areas: Rect[] = [];
  for (const table of tables) {
    const edges = edgesAnew(page, table, measure);
    if (!edges) continue;
    items = moveAll(items, table, edges);
    const padding = paddingOf(table);
    for (const cell of table.cells) {
      const text = textOf(cell, table.edges, edges, padding);
      for (const { glyphs } of cell.lines) for (const { order } of glyphs) cells.set(order, text);
    }
    const right = Math.max(table.edges[table.edges.length - 1]!, edges[edges.length - 1]!);
    areas.push([edges[0]! - BORDER, table.bottom - BORDER, right + BORDER, table.top + BORDER]);
  }
  return areas.length > 0 ? { page: { ...page, items }, cells, areas } : undefined;
}

/** Plain tables with a burnt word: rows of the same walls under each other, one text in a cell. */
function tablesOf(page: DisplayList, found: Found, walls: Walls): readonly Table[] {
  const tables: Table[] = [];
  const upright = found.paragraphs.filter(({ lines }) => lines[0]!.frame.key === "0");
  for (const paragraph of upright) {
    const { lines, column } = paragraph;
    if (column.cellLeft === undefined || column.cellRight === undefined) continue;
    if (!lines.some((line) => line.touched)) continue;
    if (tables.some((table) => table.parts.includes(paragraph))) continue;
    const edges = edgesAt(walls, lines[0]!);
    const widths = widthsBetween(edges);
    const onPixels = edges.every((at) => isOn(at - edges[0]!));
    const cells = upright.filter((one) => isLike(edgesAt(walls, one.lines[0]!), edges));
    const whole = cells.every(({ lines: own }) => own.length === 1);
    const fits = fitsCells(edges, cells);
    // Only browsers put walls on whole pixels, and few widths look chosen there that are not. Whether
    // a table of another maker looks made for its cells may hang on a burnt word.
    const asks = onPixels && ((fits && whole) || !isShared(widths));
    if (edges.length < 3 || !asks) continue;
    const table = bandOf(edges, cells, walls);
    const alone = table && isPlain(table, upright);
    if (alone && page.items.every((item) => isApart(page, item, table))) tables.push(table);
  }
  return tables;
}

function isOn(length: number): boolean {
  return Math.abs(length / PIXEL - Math.round(length / PIXEL)) * PIXEL < 0.01;
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
      return !levelBetween(walls, last, first.v, first.left, first.left + 1);
    });
    if (at < 0) out.push(part);
    else out[at] = { ...out[at]!, lines: [...out[at]!.lines, ...part.lines] };
  }
  return out;
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

/** Where the walls stand now; undefined where the labels have no room. */
function edgesAnew(
  page: DisplayList,
  { edges, cells }: Table,
  measure: Measure,
): readonly number[] | undefined {
  const left = edges[0]!;
  const pad = 2 * paddingOf({ edges, cells });
  const needs = edges.slice(1).map((edge, i): Need => {
    const own = cells.filter(({ lines: [s] }) => s!.left > edges[i]! && s!.left < edge);
    const sizes = own.map(measure);
    return {
      most: Math.max(0, ...sizes.map(({ most }) => most)) + pad,
      least: Math.max(0, ...sizes.map(({ least }) => least)) + pad,
    };
  });
  const clip = marginsOf(page);
  const margin = clip && clip[0] > 0 ? clip[2] : page.width - left;
  const end = edges[edges.length - 1]!;
  const widths = widthsOf(needs, margin - left, Math.abs(end - margin) < BORDER);
  if (!widths) return undefined;
  const anew = [left];
  for (const width of widths) anew.push(anew[anew.length - 1]! + width);
  return anew;
}

/** Everything in the table along with its column. */
function moveAll(items: readonly Item[], table: Table, anew: readonly number[]): readonly Item[] {
  const { edges, top, bottom, cells } = table;
  const by = edges.map((edge, i) => anew[i]! - edge);
  const shifts = new Map<number, number>();
  for (const cell of cells)
    for (const line of cell.lines)
      for (const [order, closer] of closedUp(line))
        shifts.set(order, shiftOf(line, cell, edges, by) - closer);
  const shiftAt = (x: number): number => {
    let i = 0;
    while (i + 1 < edges.length && edges[i + 1]! - NEAR <= x) i++;
    return by[i]!;
  };
  return items.map((item, order): Item => {
    if (item.kind === "glyph") {
      const shift = shifts.get(order);
      return shift === undefined ? item : liftGlyph(unclipped(item), [shift, 0]);
    }
    const [, y0, , y1] = item.bounds;
    if (item.kind !== "path" || y0 > top + NEAR || y1 < bottom - NEAR) return item;
    if (y0 < bottom - BORDER || y1 > top + BORDER) return item;
    const data = mapPath(item.data, (x, y) => [x + shiftAt(x), y]);
    const [before, after] = [boundsOf(item.data), boundsOf(data)];
    if (!before || !after) return item;
    const bounds = item.bounds.map((at, i) => at + after[i]! - before[i]!) as unknown as Rect;
    return { ...unclipped(item), data, bounds };
  });
}

/** Room between a wall and its text: as in the first column, which no other can have moved. */
function paddingOf({ edges, cells }: Pick<Table, "edges" | "cells">): number {
  const offsets = (to: number) =>
    cells.flatMap(({ lines: [s], align }) =>
      align === "left" && s!.left > edges[0]! && s!.left < to ? [roomBefore(s!, edges)] : [],
    );
  const [own, all] = [offsets(edges[1]!), offsets(Infinity)];
  if (own.length > 0) return Math.min(...own);
  return all.length > 0 ? Math.round(Math.min(...all) / STEP) * STEP : STEP;
}

function roomBefore({ left }: Segment, edges: readonly number[]): number {
  return left - edges.findLast((edge) => edge < left)!;
}

/** Where a cell's text is set from when the table has been laid out anew. */
function textOf(
  { lines, align }: Paragraph,
  edges: readonly number[],
  anew: readonly number[],
  padding: number,
): CellText {
  const i = edges.findLastIndex((edge) => edge < lines[0]!.left);
  if (align === "centre") return { align, anchor: (anew[i]! + anew[i + 1]!) / 2 };
  const own =
    align === "left"
      ? Math.min(...lines.map((s) => s.left)) - edges[i]!
      : edges[i + 1]! - Math.max(...lines.map((s) => s.right));
  const room = Math.abs(own - padding) < NEAR ? padding : Math.round(own / STEP) * STEP;
  const anchor = align === "left" ? anew[i]! + room : anew[i + 1]! - room;
  return { align, anchor: settled(anchor) };
}

/**
 * By how much each letter of a line moves to the left where every burnt stretch is as narrow as no name
 * is: long ones would reach over other columns.
 */
function closedUp({ glyphs, size }: Segment): readonly (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  let closer = 0;
  let from: number | undefined;
  let before: SeenGlyph | undefined;
  for (const glyph of glyphs.toSorted((a, b) => a.u - b.u)) {
    if (glyph.mark < 0 && from !== undefined && before) {
      closer += Math.max(0, before.u + before.advance - from - NARROW * size);
      from = undefined;
    } else if (glyph.mark >= 0) from ??= glyph.u;
    const over = from === undefined ? 0 : glyph.u - from;
    for (const { order } of [glyph, ...(glyph.echoes ?? [])]) out.push([order, closer + over]);
    before = glyph;
  }
  return out;
}

/** Along with its left wall, its right one, or both, as it stands between them. */
function shiftOf(
  line: Segment,
  cell: Paragraph,
  edges: readonly number[],
  by: readonly number[],
): number {
  const i = edges.findLastIndex((edge) => edge < line.left);
  const [left, right] = [by[Math.max(0, i)]!, by[Math.min(by.length - 1, i + 1)]!];
  if (cell.align === "right") return right;
  return cell.align === "centre" ? (left + right) / 2 : left;
}
