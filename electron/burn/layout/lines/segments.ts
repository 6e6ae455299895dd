// Groups the glyphs of a page into segments: what stands on one line without a gap wider than
// words have. Columns and table cells are segments of their own, so that what is set anew in one
// never moves another. Neither the widths of burnt words nor their letters decide anything here.
import type { SeenGlyph, Segment } from "../model.ts";
import type { Walls } from "./rules.ts";
import { wallBetween } from "./rules.ts";
import { endsWithTab } from "./markers.ts";
import { segment } from "./segment.ts";
import { hasGap, stretchedGap } from "./stretched-gaps.ts";
import { isBroughtBy } from "./typed-gaps.ts";

/** Gaps in em. With blanks written out, a bare gap this wide is a tab or a cell. */
const BARE_GAP = 0.6;
/** Without written blanks words stand apart by bare gaps up to this. */
const WORD_GAP_AT_MOST = 1;
/** After a written blank: justified lines stretch this far. */
const STRETCHED_GAP = 2.5;
/** Such a gap is a cell's where its end lines up with other starts. */
const CELL_AFTER_BLANK = 0.8;
/** A bare gap between this and BARE_GAP is a cell's where its end lines up with other starts. */
const TIGHT_CELL_GAP = 0.15;
const ON_LINE = 0.4;
const RAISED = 0.6;
/** Share of a letter's size that those beside it have at most where it is an initial. */
const INITIAL = 0.45;
const BACKWARDS = 0.6;
/** Share of blanks from which a page counts as writing its blanks out. */
const WRITTEN_BLANKS = 0.04;
const ALIGNED = 0.6;
/** Dots that make a row, and signs that a page's number has at most. */
const ROW = 5;
const LONGEST_NUMBER = 6;
/** In em: no row of dots begins further behind its text. */
const FARTHEST_ROW = 2;
const DOT = /^[.\u2026\u00b7_]$/u;

/** How many runs begin at a place, and how many of them apart from what is before them. */
interface Starts {
  readonly all: number;
  readonly apart: number;
}

const NOWHERE: Starts = { all: 0, apart: 0 };
const EVERYWHERE: Starts = { all: Infinity, apart: Infinity };

export function segmentsOf(
  glyphs: readonly SeenGlyph[],
  walls: (g: SeenGlyph) => Walls,
): Segment[] {
  const spaced = writesBlanks(glyphs);
  const starts = new Map<string, Starts>();
  // Two passes: where lines start is known only after the first.
  let runs = split(glyphs, spaced, walls, () => EVERYWHERE);
  runs.forEach((run, i) => {
    const key = startKey(run[0]!);
    const { all, apart } = starts.get(key) ?? NOWHERE;
    const own = standsApart(runs[i - 1]?.at(-1), run[0]!) ? 1 : 0;
    starts.set(key, { all: all + 1, apart: apart + own });
  });
  runs = split(glyphs, spaced, walls, (g) => starts.get(startKey(g)) ?? NOWHERE);
  const lines = join(runs.map(segment), spaced, walls);
  const ends = lines.flatMap((s) => (leaderOf(s, ROW) ? [s.right] : []));
  return lines.flatMap((s) => withoutLeader(s, ends));
}

/** Does it begin a line, or stand further from what is before it than words do? */
function standsApart(a: SeenGlyph | undefined, b: SeenGlyph): boolean {
  if (!a || a.frame !== b.frame || !sameLine(a, b)) return true;
  const gap = (b.u - a.u - a.advance) / Math.max(a.size, b.size);
  return gap > BARE_GAP || gap < -BACKWARDS;
}

function startKey(g: SeenGlyph): string {
  return `${g.frame.key} ${Math.round(g.u / ALIGNED)}`;
}

function writesBlanks(glyphs: readonly SeenGlyph[]): boolean {
  const blanks = glyphs.filter((g) => g.blank).length;
  return blanks > glyphs.length * WRITTEN_BLANKS;
}

function split(
  glyphs: readonly SeenGlyph[],
  spaced: boolean,
  walls: (g: SeenGlyph) => Walls,
  startsThere: (g: SeenGlyph) => Starts,
): SeenGlyph[][] {
  const runs: SeenGlyph[][] = [];
  let run: SeenGlyph[] = [];
  for (const glyph of glyphs) {
    const before = run[run.length - 1];
    if (wallIn(glyph, walls(glyph))) continue;
    const item = endsWithTab(run, glyph) && startsThere(glyph).all >= 2;
    const apart = item || isBroughtBy(run, glyph);
    const one = !apart && before && follows(before, glyph, spaced, walls(glyph), startsThere);
    if (before && !one) {
      runs.push(run);
      run = [];
    }
    run.push(glyph);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function follows(
  a: SeenGlyph,
  b: SeenGlyph,
  spaced: boolean,
  walls: Walls,
  startsThere: (g: SeenGlyph) => Starts,
): boolean {
  if (a.frame !== b.frame) return false;
  const size = Math.max(a.size, b.size);
  if (!sameLine(a, b)) return false;
  const end = a.u + a.advance;
  const gap = (b.u - end) / size;
  if (gap < -BACKWARDS) return false;
  if (gap > 0.05 && wallBetween(walls, end, b.u, b.v, b.size)) return false;
  if (wallIn(b, walls)) return false;
  const bare = !a.blank && !b.blank;
  if (!bare) return gap <= STRETCHED_GAP && !(gap > CELL_AFTER_BLANK && startsThere(b).all >= 2);
  if (!spaced) return gap <= WORD_GAP_AT_MOST;
  if (gap > BARE_GAP) return false;
  if (gap <= TIGHT_CELL_GAP) return true;
  // Words meet by chance; what stands apart there makes a column of it.
  const { all, apart } = startsThere(b);
  return !(all >= 2 && apart > 0);
}

/** Some fill the room between two cells with blanks. */
function wallIn({ blank, u, advance, v, size }: SeenGlyph, walls: Walls): boolean {
  return blank && wallBetween(walls, u + 0.5, u + advance - 0.5, v, size);
}

/** One of them is an initial, as high as several lines of the other. */
function isInitial(a: { readonly size: number }, b: { readonly size: number }): boolean {
  return Math.min(a.size, b.size) < INITIAL * Math.max(a.size, b.size);
}

/** On one line, or raised or lowered beside it in smaller letters. */
function sameLine(a: SeenGlyph, b: SeenGlyph): boolean {
  if (isInitial(a, b)) return false;
  const size = Math.max(a.size, b.size);
  const small = Math.min(a.size, b.size) < 0.9 * size;
  return Math.abs(a.v - b.v) <= (small ? RAISED : ON_LINE) * size;
}

/** A number behind a row of dots stays where it is, however long the burnt words before the dots are. */
function withoutLeader(s: Segment, ends: readonly number[]): Segment[] {
  if (!s.touched) return [s];
  // Where numbers of other lines end behind their rows, long words leave no room for as many dots.
  const shared = ends.some((end) => Math.abs(end - s.right) < ALIGNED);
  const [text, dots, number] = leaderOf(s, shared ? 1 : ROW) ?? [];
  if (!text?.length || !dots || !number) return [s];
  return [{ ...segment(text), leads: true }, { ...segment(dots), dots: true }, segment(number)];
}

/** A line as its text, where it has one, so many dots and more, and the number behind them. */
function leaderOf(s: Segment, least: number): readonly SeenGlyph[][] | undefined {
  const glyphs = [...s.glyphs].sort((a, b) => a.u - b.u);
  let end = glyphs.length;
  while (end > 0 && (glyphs[end - 1]!.blank || !isDot(glyphs[end - 1]!))) end--;
  let from = end;
  while (from > 0 && (glyphs[from - 1]!.blank || isDot(glyphs[from - 1]!))) from--;
  const number = glyphs.slice(end).filter((g) => !g.blank);
  const dots = glyphs.slice(from, end).filter((g) => !g.blank);
  const isNumber = number.length > 0 && number.length <= LONGEST_NUMBER && number[0]!.mark < 0;
  if (!isNumber || dots.length < least) return undefined;
  return [glyphs.slice(0, from), dots, number];
}

function isDot(g: SeenGlyph): boolean {
  return g.mark < 0 && DOT.test(g.item.shape.unicode);
}

/** Joins runs that were painted apart but stand on one line like one text. */
function join(
  segments: readonly Segment[],
  spaced: boolean,
  walls: (g: SeenGlyph) => Walls,
): Segment[] {
  const lines = new Map<string, Segment[]>();
  for (const s of segments) {
    const key = `${s.frame.key} ${Math.round(s.v * 2)}`;
    const line = lines.get(key);
    if (line) line.push(s);
    else lines.set(key, [s]);
  }
  const out: Segment[] = [];
  for (const all of lines.values()) {
    for (const line of cellsOf(all, walls)) {
      const stretched = line.length > 1 ? stretchedGap(line) : undefined;
      let current: Segment | undefined;
      for (const next of line) {
        const even = current && hasGap(current, next, stretched);
        const one = current && !isInitial(current, next);
        if (current && one && (even || joins(current, next, spaced, walls) || led(current, next))) {
          current = segment([...current.glyphs, ...next.glyphs]);
        } else {
          if (current) out.push(current);
          current = next;
        }
      }
      if (current) out.push(current);
    }
  }
  return out.sort((a, b) => a.order - b.order);
}

/** A row of dots is its text's, however wide the gap is that the burnt word's length left before it. */
function led(text: Segment, next: Segment): boolean {
  const near = next.left - text.right < FARTHEST_ROW * text.size;
  return text.touched && near && leaderOf(next, ROW)?.[0]?.length === 0;
}

/** What stands on one line, from the left, between walls. */
function cellsOf(line: readonly Segment[], walls: (g: SeenGlyph) => Walls): readonly Segment[][] {
  const cells: Segment[][] = [];
  for (const s of line.toSorted((a, b) => a.left - b.left)) {
    const cell = cells[cells.length - 1];
    const before = cell?.[cell.length - 1];
    if (cell && before && !walled(before, s, walls)) cell.push(s);
    else cells.push([s]);
  }
  return cells;
}

function walled(a: Segment, b: Segment, walls: (g: SeenGlyph) => Walls): boolean {
  return wallBetween(walls(b.glyphs[0]!), a.right, b.left, b.v, b.size);
}

function joins(a: Segment, b: Segment, spaced: boolean, walls: (g: SeenGlyph) => Walls): boolean {
  const last = a.glyphs[a.glyphs.length - 1]!;
  const first = b.glyphs[0]!;
  if (isBroughtBy(a.glyphs, first)) return false;
  const size = Math.max(a.size, b.size);
  const end = last.u + last.advance;
  const gap = (first.u - end) / size;
  if (gap < -0.1 || wallBetween(walls(first), end, first.u, b.v, b.size)) return false;
  if (wallIn(first, walls(first))) return false;
  if (last.blank || first.blank) return gap <= 0.3;
  return gap <= (spaced ? TIGHT_CELL_GAP : BARE_GAP);
}
