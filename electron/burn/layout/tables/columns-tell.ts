// Columns of tables that may be as wide as what stands in them: where such a column ends tells how
// long a burnt word was, and nothing on the page can be moved for it. Where the widths show that
// somebody chose them, nothing is told. What decides here is the same in every twin of a table whose
// widths were chosen.
import { LONG_NAME, withoutNames } from "../lines/any-name.ts";
import { areOnPixels, isOutgrown, longestWord, wholeLength } from "./cells-ask.ts";
import { isRowOfDots } from "../margins/rows-of-dots.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";

/** Points by which widths differ that are meant to be one. */
const SAME = 0.8;
/** Points by which ends that are one differ by reckoning alone. */
const EXACT = 0.0015;
/** Points: both edges of a drawn border are one wall. */
const BORDER = 3.5;
/** In em. */
const STRIPE = 0.6;
/** Lengths that people choose, in points: whole millimetres, points, sixteenths of an inch. */
const CHOSEN = [
  { unit: 72 / 25.4, exact: 0.06 },
  { unit: 4.5, exact: 0.03 },
  { unit: 1, exact: 0.02 },
] as const;
/** Points: twice six of a printer's, and where the rule between two cells has its own width. */
const TEX_ROOM = [(12 * 72) / 72.27, (12.4 * 72) / 72.27] as const;
/** Hundredths of a table that people choose, and points by which they may be missed. */
const HUNDREDTHS = { step: 1, exact: 0.08 };
const ON_PIXELS = { step: 5, exact: 0.8 };
/** Texts of more lines are running text beside other text. */
const MOST_LINES = 2;
/** Rows of one table stand this close, in em. */
const NEARBY = 7;
const STARTS = 0.6;
/** Bullets and numbers have no more letters. */
const LONGEST_MARKER = 4;
/** Shares of the spare room that columns get alike differ by no more than this. */
const SHARE = 0.05;
/** Points. */
const HAIR = 1.2;

/**
 * Could the place of a column on this paragraph's line hang on a burnt word's width?
 *
 * @returns where so, which place that is: it is one number for all the words that it may hang on
 */
export function columnsTell(
  paragraph: Paragraph,
  paragraphs: readonly Paragraph[],
  segments: readonly Segment[],
  walls: Walls,
): string | undefined {
  const { lines, column } = paragraph;
  if (column.cellLeft !== undefined && column.cellRight !== undefined) {
    const edges = edgesAt(walls, lines[0]!);
    const tells =
      edges.length > 2 &&
      !isChosen(widthsBetween(edges)) &&
      fits(paragraph, edges, paragraphs, walls);
    const own = edges.findLastIndex((edge) => edge < lines[0]!.left);
    return tells ? `cell ${own} ${edges.map(Math.round).join()}` : undefined;
  }
  if (lines.length > MOST_LINES) return undefined;
  const told = lines.find((s) => s.touched && tabTells(s, paragraph, paragraphs, segments));
  return told && `tab ${rowOf(told, segments).findIndex((s) => s.left >= told.left)}`;
}

/**
 * Are the columns as wide as their cells ask for? Each gets what its longest cell needs, or a share
 * of the spare room by that need; where cells are broken, a share between its longest word and that.
 */
function fits(
  { lines: [line] }: Paragraph,
  edges: readonly number[],
  paragraphs: readonly Paragraph[],
  walls: Walls,
): boolean {
  const cells = paragraphs.filter((one) => isLike(edgesAt(walls, one.lines[0]!), edges));
  // A browser's table may have been made for what stands in it on other pages.
  const outgrown = areOnPixels(edges) && isOutgrown(edges, cells);
  return (outgrown && !isShared(widthsBetween(edges))) || fitsCells(edges, cells, line);
}

/** @param line of the column that has to fit; any of them without it */
export function fitsCells(
  edges: readonly number[],
  cells: readonly Paragraph[],
  line?: Segment,
): boolean {
  const needs = edges.slice(1).flatMap((right, i) => {
    const left = edges[i]!;
    const own = cells.filter(({ lines: [first] }) => first!.left >= left && first!.left < right);
    if (own.length === 0) return [];
    const padding = 2 * (Math.min(...own.map(({ lines }) => lines[0]!.left)) - left);
    const least = Math.max(...own.map(longestWord));
    const most = Math.max(...own.map(wholeLength));
    const broken = own.some((cell) => cell.lines.length > 1 && wholeLength(cell) === most);
    const holds = line === undefined || (line.left >= left && line.left < right);
    const room = right - Math.max(...own.flatMap(({ lines }) => lines.map((s) => s.right)));
    return [{ given: right - left, padding, least, most, holds, room, broken }];
  });
  // A column that its longest cell fills to a hair was made for it; one in which that is broken was not,
  // however long it is by chance.
  const unbroken = needs.filter(({ broken }) => !broken);
  const close = unbroken.some(
    ({ given, padding, most, holds }) => holds && Math.abs(given - most - padding) < HAIR,
  );
  // So were columns of several widths that leave the same room behind their longest cells; equal ones
  // do so where their words are as long by chance.
  const alike = unbroken.some(
    (a) =>
      a.holds &&
      unbroken.some((b) => Math.abs(a.room - b.room) < HAIR && Math.abs(a.given - b.given) > HAIR),
  );
  if (close || alike) return true;
  const whole = needs.map(({ given, padding, most }) => given / (most + padding));
  if (Math.min(...whole) > 1 - SHARE) return Math.max(...whole) < (1 + SHARE) * Math.min(...whole);
  const shares = needs.flatMap(({ given, padding, least, most }) =>
    most - least < 1 ? [] : [(given - padding - least) / (most - least)],
  );
  return shares.length > 1 && Math.max(...shares) - Math.min(...shares) < SHARE;
}

export function isLike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]!) < SAME);
}

/** The upright walls of the row, each once; a stripe too narrow for letters is a wall. */
export function edgesAt(walls: Walls, { v, size }: Segment): readonly number[] {
  const at = walls.upright
    .filter(({ from, to }) => from <= v && to >= v + 0.4 * size)
    .map((wall) => wall.at)
    .sort((a, b) => a - b);
  const thick = Math.max(BORDER, STRIPE * size);
  return at.filter((edge, i) => i === 0 || edge - at[i - 1]! > thick);
}

export function widthsBetween(edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((edge, i) => edge - edges[i]!);
}

/** Three columns and more, each of them whole hundredths of the table. */
function inPercent(widths: readonly number[], { step, exact }: typeof HUNDREDTHS): boolean {
  const unit = (widths.reduce((sum, width) => sum + width, 0) * step) / 100;
  return widths.every((width) => Math.abs(width - Math.round(width / unit) * unit) < exact);
}

/** Widths on whole pixels that are equal or of so many hundredths: nothing else shows a choice there. */
export function isShared(widths: readonly number[], share = ON_PIXELS): boolean {
  const even = Math.max(...widths) - Math.min(...widths) < SAME;
  return (widths.length > 1 && even) || (widths.length > 2 && inPercent(widths, share));
}

export function isChosen(widths: readonly number[]): boolean {
  if (isShared(widths, HUNDREDTHS)) return true;
  return CHOSEN.some((grid) => areOn(grid, widths)) || isSetByTeX(widths);
}

function areOn({ unit, exact }: (typeof CHOSEN)[number], widths: readonly number[]): boolean {
  return widths.every((width) => Math.abs(width - Math.round(width / unit) * unit) < exact);
}

/** Whole millimetres, and the room that TeX leaves on both sides of every cell. */
function isSetByTeX(widths: readonly number[]): boolean {
  if (widths.length < 2) return false;
  return TEX_ROOM.some((room) =>
    areOn(
      CHOSEN[0],
      widths.map((width) => width - room),
    ),
  );
}

/** Page numbers of a contents page: set to the right margin of the text, whatever stands before them. */
function endsAtMargin(s: Segment, all: readonly Segment[]): boolean {
  const staying = all.filter((o) => !o.touched && o.frame === s.frame);
  const there = staying.filter((o) => o.right > s.right - SAME);
  // Typesetters whose ends differ by thousandths fill lines with blanks of rounded widths.
  const exact = there.every((o) => Math.abs(o.right - s.right) < EXACT);
  return exact && there.some((o) => Math.abs(o.left - s.left) > STARTS);
}

function anchorOf({ left, right }: Segment, align: Paragraph["align"]): number {
  if (align === "centre") return (left + right) / 2;
  return align === "right" ? right : left;
}

/** What stands on a line, from the left. */
function rowOf({ frame, v, size }: Segment, segments: readonly Segment[]): readonly Segment[] {
  // A row of dots begins where the burnt word ends.
  return segments
    .filter((s) => s.frame === frame && Math.abs(s.v - v) < 0.3 * size && !isRowOfDots(s))
    .toSorted((a, b) => a.left - b.left);
}

/** Behind the burnt word stands a column of its own that it might have pushed aside. */
function tabTells(
  line: Segment,
  { align }: Paragraph,
  paragraphs: readonly Paragraph[],
  segments: readonly Segment[],
): boolean {
  const { size, v, left, frame } = line;
  const row = rowOf(line, segments);
  const before = row.find((s) => s.right < left);
  const next = row.find((s) => s.left > line.right);
  const near = segments.filter(
    (s) =>
      s.frame === frame &&
      Math.abs(s.v - v) < NEARBY * size &&
      Math.abs(s.v - v) > 0.3 * size &&
      !isRowOfDots(s),
  );
  // Its own column stands where the others' contents let it stand.
  const at = anchorOf(line, align);
  if (before && before.glyphs.length > LONGEST_MARKER && !isChosen([at - before.left])) {
    if (near.some((s) => Math.abs(anchorOf(s, align) - at) < STARTS)) return true;
  }
  if (!next || endsAtMargin(next, segments)) return false;
  const { letters, names } = withoutNames(line);
  const [least, most] = [left + letters + size, left + letters + names * LONG_NAME * size];
  const shared = near.some((s) => Math.abs(s.left - next.left) < STARTS);
  if (shared && (most > next.left || !isChosen([next.left - left]))) return true;
  const isCell = (s: Segment) =>
    near.some((o) => o.right < s.left && Math.abs(o.v - s.v) < 0.3 * size);
  // Where words in the middle of their place begin hangs on how long they are.
  const isCentred = (s: Segment) =>
    s.touched && paragraphs.some((p) => p.align === "centre" && p.lines.includes(s));
  const startOf = (s: Segment) =>
    isCentred(s) ? anchorOf(s, "centre") - (LONG_NAME / 2) * size : s.left;
  return near.some((s) => s.left > least && startOf(s) < next.left - STARTS && isCell(s));
}
