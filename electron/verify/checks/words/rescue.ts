// Second look at characters that the line-by-line comparison could not pair: engines and
// typesetters put crowded lines in different orders. A character that stands where it stood is
// there, and so is a word that turns up whole elsewhere among the new ones. Only pairs off what
// is missing against what is new, letter for letter; it can never excuse a text on one side alone.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { PlaceIndex } from "../../reading/place-index.ts";
import type { Line } from "../../reading/lines.ts";
import { SaidLetters } from "./said-letters.ts";

export interface Unpaired {
  /** Indices of original glyphs. */
  readonly lost: readonly number[];
  /** Runs of indices of candidate glyphs. */
  readonly extra: readonly (readonly number[])[];
  /** Original glyphs on a mark's edge that were not paired. */
  readonly optional: readonly number[];
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
}

export interface Rescued {
  readonly lost: number[];
  readonly extra: number[][];
  readonly pairs: [number, number][];
}

/** Shortest text that counts as the same word when it turns up elsewhere. */
const SHORTEST = 3;

export function rescue(
  unpaired: Unpaired,
  original: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] },
  candidate: readonly Glyph[],
): Rescued {
  const struckTwice = doublesOf(unpaired.lost, original.glyphs);
  const single = {
    lost: unpaired.lost.filter((index) => !struckTwice.has(index)),
    extra: without(unpaired.extra, doublesOf(unpaired.extra.flat(), candidate)),
  };
  const byPlace = pairByPlace(single, original.glyphs, candidate);
  const byText = pairByText(byPlace, original, candidate);
  return pairWithin(byText, unpaired.zones, unpaired.optional, original.glyphs, candidate);
}

/**
 * Within the lines that were set anew letters may come in another order (raised numbers, text over
 * text): there a missing or edge letter and a new one of the same kind are one and the same.
 */
function pairWithin(
  { lost, extra, pairs }: Rescued,
  zones: readonly Rect[],
  optional: readonly number[],
  original: readonly Glyph[],
  candidate: readonly Glyph[],
): Rescued {
  if (zones.length === 0 || extra.length === 0) return { lost, extra, pairs };
  const inside = ({ loose }: Glyph): boolean => zones.some((zone) => meets(loose, zone));
  const matched = new Set(pairs.map(([source]) => source));
  const pool = new Map<string, number[]>();
  for (const index of [...lost, ...optional]) {
    const glyph = original[index]!;
    if (matched.has(index) || !inside(glyph)) continue;
    const text = foldGlyph(glyph.text);
    const list = pool.get(text);
    if (list) list.push(index);
    else pool.set(text, [index]);
  }
  const taken = new Set<number>();
  const found = new Set<number>();
  for (const index of extra.flat()) {
    const glyph = candidate[index]!;
    const source = inside(glyph) ? pool.get(foldGlyph(glyph.text))?.shift() : undefined;
    if (source === undefined) continue;
    taken.add(index);
    found.add(source);
    pairs.push([source, index]);
  }
  return { lost: lost.filter((index) => !found.has(index)), extra: without(extra, taken), pairs };
}

/** Letters struck twice for boldness or shadow: an engine may see the second one in one file only. */
function doublesOf(indices: readonly number[], glyphs: readonly Glyph[]): Set<number> {
  const doubles = new Set<number>();
  if (indices.length === 0) return doubles;
  const places = new PlaceIndex(glyphs, (glyph) => glyph.text);
  for (const index of indices) {
    const glyph = glyphs[index]!;
    const twins = places.near(glyph.text, glyph, 0.25 * glyph.size);
    if (twins.some((other) => other.index !== index && !doubles.has(other.index)))
      doubles.add(index);
  }
  return doubles;
}

/** Length of a long word, in font sizes. */
const WORD = 8;

/** At its place; letters of a search layer are only spread evenly over their word. */
function stands(glyph: Glyph, other: Glyph, reach: number): boolean {
  const dx = (other.loose[0] + other.loose[2] - glyph.loose[0] - glyph.loose[2]) / 2;
  const dy = (other.loose[1] + other.loose[3] - glyph.loose[1] - glyph.loose[3]) / 2;
  const radians = (glyph.angle * Math.PI) / 180;
  const off = Math.abs(-dx * Math.sin(radians) + dy * Math.cos(radians));
  return Math.hypot(dx, dy) <= reach || (other.invisible && off <= 0.6 * glyph.size);
}

function pairByPlace(
  { lost, extra }: Pick<Unpaired, "lost" | "extra">,
  original: readonly Glyph[],
  candidate: readonly Glyph[],
): Rescued {
  const places = new PlaceIndex(
    extra.flat().map((index) => candidate[index]!),
    (glyph) => foldGlyph(glyph.text),
  );
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  const said = new SaidLetters(original, candidate);
  const left = lost.filter((index) => {
    const glyph = original[index]!;
    const reach = Math.max(4, 0.8 * glyph.size);
    const sought = (text: string): Glyph | undefined =>
      places
        .near(text, glyph, WORD * glyph.size)
        .find((other) => !taken.has(other.index) && stands(glyph, other, reach));
    const best = sought(foldGlyph(glyph.text)) ?? said.drawnAs(glyph).map(sought).find(Boolean);
    if (!best) return true;
    taken.add(best.index);
    pairs.push([index, best.index]);
    return false;
  });
  return { lost: left, extra: without(extra, taken), pairs };
}

function pairByText(
  { lost, extra, pairs }: Rescued,
  { glyphs, lines }: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] },
  candidate: readonly Glyph[],
): Rescued {
  if (lost.length === 0 || extra.length === 0) return { lost, extra, pairs };
  const missing = new Set(lost);
  const spare = new Set(extra.flat());
  const runs = lines.flatMap((line) => runsOf(line, missing));
  // Whole runs of one side within a run of the other, longest first.
  const ours = runs.map((run) => ({ run, text: textOf(run, glyphs) }));
  const theirs = extra.map((run) => ({ run, text: textOf(run, candidate) }));
  for (const { run, text } of ours.toSorted((a, b) => b.text.length - a.text.length)) {
    if (text.length < SHORTEST) continue;
    cancel(run, text, theirs, candidate, missing, spare, pairs);
  }
  for (const { run, text } of theirs.toSorted((a, b) => b.text.length - a.text.length)) {
    if (text.length < SHORTEST || !run.every((index) => spare.has(index))) continue;
    const host = ours.find(
      (other) => other.run.every((i) => missing.has(i)) && other.text.includes(text),
    );
    if (!host) continue;
    const from = unitAt(host.run, glyphs, host.text.indexOf(text));
    for (const [k, index] of run.entries()) {
      spare.delete(index);
      const source = host.run[from + k];
      if (source === undefined) continue;
      missing.delete(source);
      pairs.push([source, index]);
    }
  }
  return {
    lost: lost.filter((index) => missing.has(index)),
    extra: without(extra, new Set(extra.flat().filter((index) => !spare.has(index)))),
    pairs,
  };
}

function cancel(
  run: readonly number[],
  text: string,
  theirs: readonly { readonly run: readonly number[]; readonly text: string }[],
  candidate: readonly Glyph[],
  missing: Set<number>,
  spare: Set<number>,
  pairs: [number, number][],
): void {
  for (const other of theirs) {
    for (let at = other.text.indexOf(text); at >= 0; at = other.text.indexOf(text, at + 1)) {
      const from = unitAt(other.run, candidate, at);
      const matched = other.run.slice(from, from + run.length);
      if (matched.length < run.length || !matched.every((index) => spare.has(index))) continue;
      for (const [k, index] of run.entries()) {
        missing.delete(index);
        spare.delete(matched[k]!);
        pairs.push([index, matched[k]!]);
      }
      return;
    }
  }
}

/** Position in a run of the glyph that starts at a unit of its text. */
function unitAt(run: readonly number[], glyphs: readonly Glyph[], unit: number): number {
  let length = 0;
  for (const [i, index] of run.entries()) {
    if (length >= unit) return i;
    length += foldGlyph(glyphs[index]!.text).length;
  }
  return run.length;
}

/** Missing glyphs that follow one another on a line. */
function runsOf(line: Line, missing: ReadonlySet<number>): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const glyph of line.glyphs) {
    if (missing.has(glyph.index)) run.push(glyph.index);
    else if (run.length) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length) runs.push(run);
  return runs;
}

function textOf(run: readonly number[], glyphs: readonly Glyph[]): string {
  return run.map((index) => foldGlyph(glyphs[index]!.text)).join("");
}

function without(runs: readonly (readonly number[])[], taken: ReadonlySet<number>): number[][] {
  const left: number[][] = [];
  for (const run of runs) {
    let piece: number[] = [];
    for (const index of run) {
      if (!taken.has(index)) piece.push(index);
      else if (piece.length) {
        left.push(piece);
        piece = [];
      }
    }
    if (piece.length) left.push(piece);
  }
  return left;
}
