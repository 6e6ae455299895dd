// A gap tells nothing of what stood there: a label's box is as wide as the label alone asks for, and what
// follows stands as near as words of its line do. A box as wide as the old word, or a word that stays
// where it stood behind a shorter label, would tell its width.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageObject } from "../../engines/shown-page.ts";
import type { Findings } from "../../findings.ts";
import type { Coverage } from "../../reading/coverage.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";
import type { Looks } from "../looks.ts";
import { boxOf, isOverArea, labelBoxes, runsOf } from "./label-runs.ts";
import { whereabouts } from "../where.ts";

/** Font sizes: what a box reaches beyond its letters, at most, and by how much more on one side. */
const AROUND = 0.45;
const UNEVEN = 0.05;
/** Font sizes of a box that stands on a line and is not over an area. */
const HIGHEST = 2;
/** Font sizes: what is no gap, what parts two cells, and by how much gaps of one line differ. */
const NONE = 0.16;
const CELL = 1;
const ALIKE = 0.05;
/** Font sizes of white that may part two words; points from a whole one, and between two starts. */
const WORD = 0.56;
const WHOLE = 0.02;
const SAME = 0.3;
/** Cells that show where their column begins, and lines of a text that show where one beside another does. */
const SEVERAL = 2;
const MANY = 4;
/** Dots in a row that lead to what stands behind them. */
const LEADER = 5;
/** Between words that were set anew, and between those of a typewriter's face. */
const USUAL = [0.26, 0.6];

export interface Gaps {
  readonly before: readonly Line[];
  readonly lines: readonly Line[];
  readonly coverage: Coverage;
  readonly explained: ReadonlyMap<number, number>;
  /** Of the export's page. */
  readonly objects: readonly PageObject[];
}

export function checkGapsAlike(looks: Looks, gaps: Gaps, findings: Findings): void {
  const { labels, frame, page, sealed } = looks;
  if (sealed || labels.size === 0) return;
  const boxes = labelBoxes(gaps.objects);
  const starts = new Starts(gaps, labels);
  for (const line of gaps.lines) {
    if (line.angle !== 0) continue;
    for (const run of runsOf(line.glyphs, labels, boxes)) {
      const told = tells(run, line, boxes, looks, gaps, starts);
      if (!told) continue;
      const at = whereabouts(boxAround(run), frame.width, frame.height);
      findings.add("labels-placed", `A label ${at} ${told}.`, page);
      return;
    }
  }
}

/** Where a letter of the original stands, and the white before it, points. */
interface Start {
  readonly x: number;
  readonly white: number;
}

function startsOf(glyphs: readonly Glyph[], into: Map<number, Start>): void {
  let end = -Infinity;
  const dots: Glyph[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.loose[0] - b.loose[0])) {
    const { index, loose, x, text } = glyph;
    if (text === ".") {
      dots.push(glyph);
      continue;
    }
    // A row of dots takes the room that is left.
    if (dots.length < LEADER) for (const dot of dots) end = Math.max(end, dot.loose[2]);
    dots.length = 0;
    into.set(index, { x, white: loose[0] - end });
    end = Math.max(end, loose[2]);
  }
}

/** Reckoned when first asked for: most gaps are as wide as words' are. */
class Starts {
  private readonly gaps: Gaps;
  private readonly labels: ReadonlySet<number>;
  private knownStarts: ReadonlyMap<number, Start> | undefined;
  private knownCells: readonly Cell[] | undefined;

  constructor(gaps: Gaps, labels: ReadonlySet<number>) {
    this.gaps = gaps;
    this.labels = labels;
  }

  /** Of the original's letters. */
  get started(): ReadonlyMap<number, Start> {
    return (this.knownStarts ??= startsIn(this.gaps.before));
  }

  /** Where texts that began a cell of the original stand now. */
  get cells(): readonly Cell[] {
    return (this.knownCells ??= cellStarts(this.gaps, this.started, this.labels));
  }
}

function startsIn(lines: readonly Line[]): Map<number, Start> {
  const started = new Map<number, Start>();
  for (const { glyphs, angle } of lines) if (angle === 0) startsOf(glyphs, started);
  return started;
}

interface Cell {
  readonly x: number;
  /** Parted from what stands before it by more than words ever are. */
  readonly far: boolean;
}

function cellStarts(
  { lines, explained }: Gaps,
  started: ReadonlyMap<number, Start>,
  labels: ReadonlySet<number>,
): readonly Cell[] {
  return lines.flatMap(({ glyphs, angle }) => {
    const now = new Map<number, Start>();
    if (angle === 0) startsOf(glyphs, now);
    return glyphs.flatMap(({ index, x, size }, i): Cell[] => {
      const white = now.get(index)?.white ?? 0;
      const stood = started.get(explained.get(index) ?? -1)?.white ?? 0;
      if (stood > CELL * size && stood < Infinity) return [{ x, far: true }];
      // Behind a label a word stands where it should not, or where others show that it may.
      const behind = glyphs[i - 1];
      if (white <= WORD * size || (behind && labels.has(behind.index))) return [];
      return [{ x, far: false }];
    });
  });
}

/** Several texts begin there that began cells before: a cell's text goes on there after a break. */
function isCellStart(x: number, cells: readonly Cell[]): boolean {
  const here = cells.filter((start) => Math.abs(start.x - x) < SAME);
  return here.length >= MANY || here.filter(({ far }) => far).length >= SEVERAL;
}

/** No burnt word moved it: it began a cell, or stands on a whole point or where another one begins. */
function isChosen(from: number, size: number, starts: ReadonlyMap<number, Start>): boolean {
  const own = starts.get(from);
  if (!own || own.white > WORD * size) return true;
  if (isWhole(own.x)) return true;
  return [...starts].some(
    ([index, { x, white }]) => index !== from && white > CELL * size && Math.abs(x - own.x) < SAME,
  );
}

/** Chosen by somebody, or a grid's: what was reckoned from a width almost never falls there. */
function isWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < WHOLE;
}

function tells(
  run: readonly Glyph[],
  line: Line,
  boxes: readonly Rect[],
  { marks, labels }: Looks,
  { coverage, explained }: Gaps,
  starts: Starts,
): string | undefined {
  const own = boxAround(run);
  const { size } = run[0]!;
  const box = boxOf(own, boxes) ?? own;
  if (box[3] - box[1] > HIGHEST * size || isOverArea(box, marks, coverage)) return undefined;
  const [left, right] = [own[0] - box[0], box[2] - own[2]];
  if (Math.max(left, right) > AROUND * size) return "has a box that is wider than it";
  if (Math.abs(left - right) > UNEVEN * size) return "does not stand in the middle of its box";
  const usual = wordGaps(cellAround(run, line.glyphs), labels);
  for (const glyph of line.glyphs) {
    if (glyph.loose[0] < box[2] - 1) continue;
    // Another label follows: what stands behind that is seen with it.
    if (labels.has(glyph.index)) return undefined;
    const gap = (glyph.loose[0] - box[2]) / glyph.size;
    const from = explained.get(glyph.index);
    if (from === undefined || gap < NONE) return undefined;
    if ([...USUAL, ...usual].some((one) => Math.abs(gap - one) <= ALIKE)) return undefined;
    if (isWhole(glyph.x) || isChosen(from, glyph.size, starts.started)) return undefined;
    if (isCellStart(glyph.x, starts.cells)) return undefined;
    if (gap > CELL) return "stands farther from the next word than words do";
    return usual.length > 1 && Math.max(...usual) - Math.min(...usual) < ALIKE
      ? "stands otherwise before the next word than words do"
      : undefined;
  }
  return undefined;
}

/** The label's own cell of a table's row: where a label is long, its words stand nearer than those of others. */
function cellAround(run: readonly Glyph[], glyphs: readonly Glyph[]): readonly Glyph[] {
  const parts = (i: number): boolean =>
    glyphs[i]!.loose[0] - glyphs[i - 1]!.loose[2] > CELL * glyphs[i]!.size;
  let from = glyphs.indexOf(run[0]!);
  let to = glyphs.indexOf(run[run.length - 1]!) + 1;
  while (from > 0 && !parts(from)) from--;
  while (to < glyphs.length && !parts(to)) to++;
  return glyphs.slice(from, to);
}

/** Font sizes of white between the words of a line, beside labels. */
function wordGaps(glyphs: readonly Glyph[], labels: ReadonlySet<number>): number[] {
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    const [a, b] = [glyphs[i - 1]!, glyphs[i]!];
    if (labels.has(a.index) || labels.has(b.index)) continue;
    const gap = (b.loose[0] - a.loose[2]) / b.size;
    if (gap > NONE && gap < CELL) gaps.push(gap);
  }
  return gaps;
}
