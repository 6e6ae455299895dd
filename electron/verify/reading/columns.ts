// Columns of a page: a line of two columns that stand beside one another is two lines, and whoever reads
// goes down the one before the other. Told by the places of letters alone, in each file by itself: a
// strip of white that many lines leave free, with text on both sides of it.
import { boxAround } from "./glyph.ts";
import type { Line } from "./lines.ts";

/** Points between the places at which white is sought. */
const STEP = 2;
/** Font sizes of white that may part two columns; words of a stretched line stand nearer. */
const GUTTER = 0.6;
/** Lines that must stand on either side of the white. */
const FEWEST = 4;
/** Cuts within cuts: three columns under a heading are two. */
const DEEPEST = 6;

/** A part of a page in which lines stand under one another. */
export type Column = readonly Line[];

/** The columns of upright lines, in the order of reading; what is turned stands last. Undefined where there is one alone. */
export function columnsOf(lines: readonly Line[]): readonly Column[] | undefined {
  const upright = lines.filter(({ angle, glyphs }) => angle === 0 && glyphs.length > 0);
  const columns = parted(upright, 0);
  if (columns.length < 2) return undefined;
  const turned = lines.filter(({ angle }) => angle !== 0);
  return turned.length > 0 ? [...columns, turned] : columns;
}

function parted(lines: readonly Line[], depth: number): Column[] {
  const cut = depth < DEEPEST ? bestCut(lines) : undefined;
  if (!cut) return lines.length > 0 ? [lines] : [];
  const { from, to, x } = cut;
  const between = lines.slice(from, to);
  return [
    lines.slice(0, from),
    between.flatMap((line) => part(line, (middle) => middle < x)),
    between.flatMap((line) => part(line, (middle) => middle >= x)),
    lines.slice(to),
  ].flatMap((some) => parted(some, depth + 1));
}

/** The letters of a line on one side. */
function part(line: Line, isHere: (middle: number) => boolean): Line[] {
  const glyphs = line.glyphs.filter(({ loose }) => isHere((loose[0] + loose[2]) / 2));
  if (glyphs.length === line.glyphs.length) return [line];
  return glyphs.length > 0 ? [{ ...line, glyphs, box: boxAround(glyphs) }] : [];
}

interface Cut {
  /** First line beside the white, and the first one after them. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
}

/** The white that has the most lines on the side that has fewer. */
function bestCut(lines: readonly Line[]): Cut | undefined {
  if (lines.length < FEWEST) return undefined;
  const spans = lines.map(solidOf);
  const left = Math.min(...lines.map(({ box }) => box[0]));
  const right = Math.max(...lines.map(({ box }) => box[2]));
  let best: Cut | undefined;
  let most = FEWEST - 1;
  for (let x = left + STEP; x < right; x += STEP)
    for (let from = 0; from < lines.length;) {
      let to = from;
      let [before, behind] = [0, 0];
      for (; to < lines.length && isFree(spans[to]!, x); to++) {
        if (spans[to]![0]![1] <= x) before++;
        if (spans[to]!.at(-1)![0] >= x) behind++;
      }
      if (Math.min(before, behind) > most) {
        most = Math.min(before, behind);
        best = { from, to, x };
      }
      from = to + 1;
    }
  return best;
}

type Span = readonly [number, number];

function isFree(spans: readonly Span[], x: number): boolean {
  return spans.every(([from, to]) => to <= x || from >= x);
}

/** From where to where a line has words that stand near one another. */
function solidOf({ glyphs, size }: Line): Span[] {
  const spans: [number, number][] = [];
  for (const { loose } of glyphs) {
    const last = spans.at(-1);
    if (last && loose[0] - last[1] <= GUTTER * size) last[1] = Math.max(last[1], loose[2]);
    else spans.push([loose[0], loose[2]]);
  }
  return spans;
}
