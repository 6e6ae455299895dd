// Which letter of the original each letter of the export stands for. Both pages are laid beside one
// another line by line across the page; where that leaves something to say and both have columns, column
// by column, and the way that leaves less over is taken. A line of one column that breaks elsewhere would
// else stand among other lines of its neighbour, and equal words of both be taken for one another.
import { alignPage } from "../../reading/align.ts";
import type { Alignment } from "../../reading/alignment.ts";
import { columnsOf } from "../../reading/columns.ts";
import type { Coverage, PlacedMark } from "../../reading/coverage.ts";
import { expectedPage, foundLines } from "../../reading/expected.ts";
import type { Line, Text } from "../../reading/lines.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { otherSigns } from "./other-signs.ts";
import { rescue } from "./rescue.ts";
import type { Rescued, Unpaired } from "./rescue.ts";

export interface PairingInput {
  readonly original: Text;
  readonly candidate: Text;
  readonly coverage: Coverage;
  readonly marks: readonly PlacedMark[];
  /** Candidate glyphs that are known: labels, what fields show. */
  readonly known: ReadonlySet<number>;
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
}

export interface Pairing extends Rescued {
  /** Pairs of the first look. */
  readonly aligned: readonly [number, number][];
  /** Labels that fill gaps, and the candidate's glyph where each begins. */
  readonly filled: readonly { readonly label: string; readonly source: number }[];
  /** Lines in the order in which they were read. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** True of two glyphs, the original's and the candidate's, that stand in different columns. */
  readonly apart: (from: number, to: number) => boolean;
}

/** A part of both pages that was laid beside the other's. */
interface Part {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly alignment: Alignment;
}

/** @param isFine whether a pairing leaves nothing to say; then no other is tried */
export function pairLetters(input: PairingInput, isFine: (pairing: Pairing) => boolean): Pairing {
  const { original, candidate, coverage, marks, known } = input;
  const align = (before: readonly Line[], after: readonly Line[]): Part => ({
    before,
    after,
    alignment: alignPage(
      expectedPage(before, coverage, marks).lines,
      foundLines(without(after, known)),
    ),
  });
  const rows = [align(original.lines, candidate.lines)];
  const byRows = rescued(rows, input);
  if (leftOver(rows) === 0 || isFine(byRows)) return byRows;
  const before = columnsOf(original.lines);
  const after = before && columnsOf(candidate.lines);
  if (!before || !after) return byRows;
  const ways = [rows];
  if (before.length === after.length)
    ways.push(before.map((column, i) => align(column, after[i]!)));
  // The short last line of a text over a table stands in its first column.
  if (ways.length === 1 || leftOver(ways[1]!) > 0) ways.push([align(before.flat(), after.flat())]);
  const best = ways.reduce((a, b) => (leftOver(b) < leftOver(a) ? b : a));
  return best === rows ? byRows : rescued(best, input);
}

/** Letters that stand for nothing. */
function leftOver(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, { alignment: { lost, extra } }) => sum + lost.length + extra.flat().length,
    0,
  );
}

/** What is left over in a column is sought there first, then on the whole page. */
function rescued(parts: readonly Part[], input: PairingInput): Pairing {
  const { original, candidate, coverage, zones } = input;
  const aligned = parts.flatMap(({ alignment }) => alignment.pairs);
  const paired = new Set(aligned.map(([from]) => from));
  const before = parts.flatMap((part) => part.before);
  const after = parts.flatMap((part) => part.after);
  const edge = (lines: readonly Line[]): number[] =>
    lines.flatMap(({ glyphs }) =>
      glyphs
        .filter(({ index }) => coverage.state[index] === 1 && !paired.has(index))
        .map(({ index }) => index),
    );
  const seek = (unpaired: Omit<Unpaired, "zones">, lines: readonly Line[]): Rescued =>
    rescue({ ...unpaired, zones }, { glyphs: original.glyphs, lines }, candidate.glyphs);
  const own = parts.map((part): Rescued => {
    const { lost, extra } = part.alignment;
    return seek({ lost, extra, optional: edge(part.before) }, part.before);
  });
  const pairs = own.flatMap((one) => one.pairs);
  const found = new Set(pairs.map(([from]) => from));
  const lost = own.flatMap((one) => one.lost);
  const extra = own.flatMap((one) => one.extra);
  const optional = edge(before).filter((index) => !found.has(index));
  const rest =
    parts.length > 1 ? seek({ lost, extra, optional }, before) : { lost, extra, pairs: [] };
  const all = [...aligned, ...pairs, ...rest.pairs];
  const signs = otherSigns({
    before,
    after,
    pairs: all,
    lost: rest.lost,
    extra: rest.extra.flat(),
  });
  const [then, now] = [new Set(signs.map(([from]) => from)), new Set(signs.map(([, to]) => to))];
  const here = placesIn(parts.map((part) => part.before));
  const there = placesIn(parts.map((part) => part.after));
  return {
    aligned: [...aligned, ...signs],
    filled: parts.flatMap(({ alignment }) => [...alignment.filled.values()]),
    before,
    after,
    lost: rest.lost.filter((index) => !then.has(index)),
    extra: rest.extra.map((run) => run.filter((index) => !now.has(index))),
    pairs: [...pairs, ...rest.pairs],
    apart: (from, to) => here.get(from) !== there.get(to),
  };
}

/** Glyph → the number of its part. */
function placesIn(parts: readonly (readonly Line[])[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const [i, lines] of parts.entries())
    for (const { glyphs } of lines) for (const { index } of glyphs) places.set(index, i);
  return places;
}

function without(lines: readonly Line[], known: ReadonlySet<number>): Line[] {
  if (known.size === 0) return [...lines];
  return lines.map((line) => ({
    ...line,
    glyphs: line.glyphs.filter((glyph) => !known.has(glyph.index)),
  }));
}
