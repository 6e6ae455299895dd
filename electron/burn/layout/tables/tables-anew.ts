// Tables whose columns are as wide as what stands in them: where a column begins tells how long a burnt
// word was. They are laid out anew with the labels in place of the words, as their maker would have
// done it; what cannot be understood as a plain table stays, and the certificate counts its bits.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList, Item } from "../../crisp/interpret/display-list.ts";
import { widthsOf } from "./column-widths.ts";
import { fitsCells, isChosen, widthsBetween } from "./columns-tell.ts";
import type { Need } from "./column-widths.ts";
import { marginsOf } from "../paragraphs/find.ts";
import type { Found } from "../paragraphs/find.ts";
import { liftGlyph, reshape, settled, unclipped } from "../lines/lift.ts";
import { thicknessAt } from "./made-columns.ts";
import type { CellText, SeenGlyph, Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";
import { hangsOnWords, isCentred, standsByItself } from "./table-place.ts";
import { BORDER, NEAR, tablesOf } from "./tables-found.ts";
import type { Table } from "./tables-found.ts";

/** Widths of a cell's text set in one line, and of its longest word. */
export type Measure = (cell: Paragraph) => { readonly most: number; readonly least: number };

export interface Recast {
  readonly page: DisplayList;
  /** Texts that are set anew, burnt or not, by their letters' places in the painting order. */
  readonly cells: ReadonlyMap<number, CellText>;
  /** Where the tables stood and stand. */
  readonly areas: readonly Rect[];
}

/** Points of the steps in which rooms are told that other cells may have changed. */
const STEP = 1.5;
/** Distances from a wall are told in such parts of a point. */
const PART = 20;
/** In em. */
const NARROW = 0.5;

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
    const edges = table.made
      ? edgesOfMade(page, table, table.made, walls, measure)
      : edgesAnew(page, table, measure);
    if (!edges) continue;
    items = moveAll(items, table, edges);
    const padding = paddingOf(table);
    const texts = table.cells.map((cell) => textOf(cell, table, edges, padding));
    const placed =
      hangsOnWords(page, table, texts) && standsByItself(page, table, walls, found.segments);
    for (const [at, cell] of table.cells.entries()) {
      const own = texts[at]!;
      const text = placed ? { told: `table ${tables.indexOf(table)}`, ...own } : own;
      for (const { glyphs } of cell.lines) for (const { order } of glyphs) cells.set(order, text);
    }
    const left = Math.min(table.edges[0]!, edges[0]!);
    const right = Math.max(table.edges[table.edges.length - 1]!, edges[edges.length - 1]!);
    areas.push([left - BORDER, table.bottom - BORDER, right + BORDER, table.top + BORDER]);
  }
  return areas.length > 0 ? { page: { ...page, items }, cells, areas } : undefined;
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
    const { most, least } = needOf(cells, edges[i]!, edge, measure);
    return { most: most + pad, least: least + pad };
  });
  const clip = marginsOf(page);
  const end = edges[edges.length - 1]!;
  const margin = marginOf(page.width, clip, left, end);
  const widths = widthsOf(needs, margin - left, Math.abs(end - margin) < BORDER);
  if (!widths) return undefined;
  const anew = [left];
  for (const width of widths) anew.push(anew[anew.length - 1]! + width);
  return anew;
}

/** The right margin; a page's text may stand in as far from the page's own margins on both sides. */
function marginOf(wide: number, clip: Rect | undefined, left: number, end: number): number {
  if (!clip || clip[0] <= 0) return wide - left;
  const inset = clip[2] - Math.max(0, left - clip[0]);
  return Math.abs(end - inset) < BORDER ? inset : clip[2];
}

function needOf(
  cells: readonly Paragraph[],
  from: number,
  to: number,
  measure: Measure,
): { readonly most: number; readonly least: number } {
  const own = cells.filter(({ lines: [s] }) => s!.left > from && s!.left < to);
  const sizes = own.map(measure);
  return {
    most: Math.max(0, ...sizes.map(({ most }) => most)),
    least: Math.max(0, ...sizes.map(({ least }) => least)),
  };
}

/** Columns that were made for their cells are made for the labels, the others stay as wide as they are. */
function edgesOfMade(
  page: DisplayList,
  { edges, cells }: Table,
  made: NonNullable<Table["made"]>,
  walls: Walls,
  measure: Measure,
): readonly number[] | undefined {
  const thick = thicknessAt(walls, edges[0]!);
  const widths = edges.slice(1).map((edge, i) => {
    const column = made[i];
    if (!column) return edge - edges[i]!;
    const { most } = needOf(cells, edges[i]!, edge, measure);
    return settled(thick + column.before + most + column.after);
  });
  const wide = widths.reduce((sum, width) => sum + width, thick);
  const left = isCentred(page, edges, thick) ? settled((page.width - wide) / 2) : edges[0]!;
  if (left < 0 || left + wide > page.width) return undefined;
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
  // What is drawn at a wall stands as far from it as it was meant to, whatever its maker rounded to.
  const placeOf = (x: number): number => {
    const i = edges.findLastIndex((edge) => edge - NEAR <= x);
    const off = i < 0 ? Infinity : x - edges[i]!;
    return off < BORDER ? anew[i]! + Math.round(off * PART) / PART : x + shiftAt(x);
  };
  return items.map((item, order): Item => {
    if (item.kind === "glyph") {
      const shift = shifts.get(order);
      return shift === undefined ? item : liftGlyph(unclipped(item), [shift, 0]);
    }
    const [, y0, , y1] = item.bounds;
    if (item.kind !== "path" || y0 > top + NEAR || y1 < bottom - NEAR) return item;
    if (y0 < bottom - BORDER || y1 > top + BORDER) return item;
    return reshape(unclipped(item), (x, y) => [placeOf(x), y]);
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
  cell: Paragraph,
  { edges, made, cells }: Table,
  anew: readonly number[],
  padding: number,
): CellText {
  const { lines } = cell;
  const i = edges.findLastIndex((edge) => edge < lines[0]!.left);
  const align = made?.[i]?.align ?? cell.align;
  const whole = made?.[i] !== undefined;
  const stays = made !== undefined && !whole && !isChosen(widthsBetween(edges));
  const tells = stays && fitsCells(edges, cells, lines[0]);
  const told = tells ? { told: `cell ${i} ${edges.map(Math.round).join()}` } : {};
  const set = { align, whole, ...told };
  if (align === "centre") return { ...set, anchor: (anew[i]! + anew[i + 1]!) / 2 };
  const own =
    align === "left"
      ? Math.min(...lines.map((s) => s.left)) - edges[i]!
      : edges[i + 1]! - Math.max(...lines.map((s) => s.right));
  const rough = Math.abs(own - padding) < NEAR ? padding : Math.round(own / STEP) * STEP;
  const room = made ? own : rough;
  const anchor = align === "left" ? anew[i]! + room : anew[i + 1]! - room;
  return { ...set, anchor: settled(anchor) };
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
