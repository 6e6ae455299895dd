// Lays out the text of several pages over all of them: put under each other as one high page, set anew
// there as a page is, and cut into pages again in one way, whatever the original's page ends were.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import { invert, transformPoint } from "../../pdfium/display.ts";
import type { LineMoved, PlacedBox } from "../crisp/draft.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import { cutsOf, pageOf } from "./cut.ts";
import type { Cut } from "./cut.ts";
import type { Body, RunPage } from "./model.ts";
import type { Run } from "./suitable.ts";
import { rowsOfAll } from "./rows.ts";
import type { PlacedRow } from "./rows.ts";
import { sheetOf } from "./sheet.ts";
import { stackOf } from "./stack.ts";
import type { Part, Stack } from "./stack.ts";

export interface RunPageLaidOut {
  readonly page: RunPage;
  readonly laidOut: LaidOut;
  readonly boxes: readonly PlacedBox[];
  readonly wentTo: readonly LineMoved[];
}

export interface RunLaidOut {
  /** All of its text in one high page: what its tags are told from. */
  readonly whole: LaidOut;
  readonly stack: Stack;
  /** Of the pages given, the first that is part of it. */
  readonly from: number;
  readonly pages: readonly RunPageLaidOut[];
}

/** How many pages the text takes, and how far the last is filled, may tell how long a word was. */
const BITS_OF_A_RUN = 1;
/** The same where nothing else shows that its text ends there: so many lines more or less. */
const BITS_OF_AN_OPEN_RUN = 2;
/** Said once, of the first page of a run that shows a box. */
const RUN_ON =
  "Text that runs on over the ends of pages was set anew as one, so how much room it takes may hint at how long the burnt words were; if that says too much, mark more words around them.";
/** Heads are written before the text, feet after it. */
const APART = 1e7;
/** Share of the page's height from which something is the ground of the page. */
const GROUND = 0.85;

/** @returns undefined where it cannot be done so that the pages stay as many as they are */
export function layOutRun({ pages, bodies, open }: Run): RunLaidOut | undefined {
  const stack = stackOf(pages, bodies);
  if (!stack) return undefined;
  const whole = layOut(stack.list, stack.marks);
  const { rows, size } = rowsOfAll(whole);
  const start = startOf(rows, stack);
  if (!start) return undefined;
  const sheet = sheetOf(stack.parts, bodies, rows, size, pages[0]!.list.height);
  const { from, row, fixed } = start;
  const cuts = cutsOf(rows, sheet, { row, v: stack.parts[from]!.first }, fixed);
  if (!cuts || cuts.length !== pages.length - from || cuts.length < 2) return undefined;
  const laid = cuts.map((cut, i) =>
    onPage(pages[from + i]!, bodies[from + i]!, stack.parts[from + i]!, stack, whole, rows, cut),
  );
  const wentTo = (i: number): readonly LineMoved[] => {
    const back = invert(pages[i]!.list.toPage);
    const { lines, riseAt } = stack.parts[i]!;
    return lines.map((v) => {
      const high = v + riseAt(v);
      const now = high + whole.moveOf([0, high, 0, high])[1];
      const at = cuts.findLastIndex((cut) => now < rows[cut.rows[0]]!.top);
      return { y: transformPoint(back, 0, v)[1], page: pages[from + Math.max(0, at)]!.page };
    });
  };
  const placed = laid.map((page, i) => ({ ...page, wentTo: wentTo(from + i) }));
  return { whole, stack, from, pages: withBits(placed, [...whole.notes, RUN_ON], open) };
}

/** The page on which the first row stands that may stand elsewhere in a twin. */
function startOf(
  rows: readonly PlacedRow[],
  { parts }: Stack,
): { readonly from: number; readonly row: number; readonly fixed: number } | undefined {
  const touched = rows.findIndex((row) => row.touched);
  if (touched < 0) return undefined;
  let fixed = touched;
  while (fixed > 0 && !rows[fixed - 1]!.cut) fixed--;
  const tops = parts.map(({ first, riseAt }) => first + riseAt(first) + 0.5);
  const before = rows[Math.max(0, fixed - 1)]!;
  const from = tops.findLastIndex((top) => before.v < top);
  const row = rows.findIndex(({ v }) => v < tops[from]!);
  return from < 0 || row < 0 ? undefined : { from, row, fixed };
}

function onPage(
  page: RunPage,
  { head, foot }: Body,
  part: Part,
  stack: Stack,
  whole: LaidOut,
  rows: readonly PlacedRow[],
  cut: Cut,
): RunPageLaidOut {
  const own = pageOf(whole, rows, cut);
  const rest = restOf(page.alone, part, { head, foot }, page.list.height);
  const area: Rect = [0, foot, page.list.width, head];
  const laidOut: LaidOut = {
    texts: [...own.texts, ...rest.texts].sort((a, b) => a.order - b.order),
    paints: [...own.paints, ...rest.paints].sort((a, b) => a.order - b.order),
    boxes: [...own.boxes, ...rest.boxes],
    touched: [area, ...rest.touched],
    anew: [area, ...rest.touched],
    moveOf: () => [0, 0],
    notes: [],
  };
  const boxes = [
    ...own.boxes.map((box) => ({
      rect: box.bounds,
      mark: stack.marks[box.mark]!,
      bits: box.bits,
    })),
    ...rest.boxes.map((box) => ({
      rect: box.bounds,
      mark: page.marks[box.mark]!,
      bits: box.bits,
    })),
  ];
  return { page, laidOut, boxes, wentTo: [] };
}

/** What stays on a page: its head, its foot and its ground. */
function restOf(
  alone: LaidOut,
  { numbered }: Part,
  { head, foot }: Body,
  height: number,
): Pick<LaidOut, "texts" | "paints" | "boxes" | "touched"> {
  const middle = (head + foot) / 2;
  const isApart = ([, v0, , v1]: Rect) => v0 >= head || v1 <= foot || v1 - v0 > GROUND * height;
  const isLineApart = ({ v }: { readonly v: number }) => v >= head || v <= foot;
  const apart = (order: number, v: number) => order + (v < middle ? APART : -APART);
  return {
    texts: alone.texts.flatMap((unit) => {
      const { v } = unit.paragraph.lines[0]!;
      if (!isLineApart({ v })) return [];
      const orders = new Map<GlyphItem, number>();
      const lines = unit.lines.map((line) =>
        line.map((glyph) => {
          const own = { ...numbered(glyph) };
          orders.set(own, apart(unit.orderOf(glyph), v));
          return own;
        }),
      );
      const orderOf = (glyph: GlyphItem) => orders.get(glyph)!;
      return [{ ...unit, lines, order: apart(unit.order, v), orderOf }];
    }),
    paints: alone.paints
      .filter(({ item }) => isApart(item.bounds))
      .map((unit) => ({
        ...unit,
        item: numbered(unit.item),
        order: apart(unit.order, unit.item.bounds[3]),
      })),
    boxes: alone.boxes.filter(({ bounds }) => isApart(bounds)),
    touched: alone.touched.filter(isApart),
  };
}

function withBits(
  pages: readonly RunPageLaidOut[],
  notes: readonly string[],
  open: boolean,
): readonly RunPageLaidOut[] {
  const at = pages.findIndex(({ boxes }) => boxes.length > 0);
  return pages.map((page, i) => {
    if (i !== at) return page;
    const [first, ...others] = page.boxes;
    const bits = Math.max(open ? BITS_OF_AN_OPEN_RUN : BITS_OF_A_RUN, first!.bits);
    return {
      ...page,
      laidOut: { ...page.laidOut, notes },
      boxes: [{ ...first!, bits }, ...others],
    };
  });
}
