// Letters that the second look found again must stand among their own neighbours. Within lines that
// were set anew no picture can be compared, so that letters or words exchanged there would pass for
// the same ones in another order. Whatever follows its own neighbour, to the eye or in the content, is
// in its place; so is what stands where it stood, and a whole line or cell.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line, Text } from "../../reading/lines.ts";

export interface FoundAgain {
  readonly original: Text;
  readonly candidate: Text;
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** Pairs of the second look, original and candidate. */
  readonly rescued: readonly (readonly [number, number])[];
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
  /** True of two glyphs, the original's and the candidate's, that stand in different columns. */
  readonly apart: (from: number, to: number) => boolean;
}

/** Font sizes by which a letter may be elsewhere and still stand where it stood. */
const STANDING = 0.3;
/** Font sizes of white that part two cells of a line. */
const CELL = 1;
/** Raised and lowered signs are this much smaller than what they belong to. */
const SMALLER = 0.85;

/** Glyphs of the candidate that are the original's and stand out of their order. */
export function outOfOrder(found: FoundAgain): Glyph[] {
  const { original, candidate, explained, rescued, zones, apart } = found;
  if (rescued.length === 0 || zones.length === 0) return [];
  const sources = new Set(explained.values());
  const before = sequences(original, (index) => sources.has(index));
  const after = sequences(candidate, (index) => explained.has(index));
  const follows = new Set(before.flatMap((order) => neighbours(order).map(key)));
  const chains = new Chains();
  for (const order of after)
    for (const [a, b] of neighbours(order))
      if (follows.has(key([explained.get(a)!, explained.get(b)!]))) chains.join(a, b);
  const again = new Set(rescued.map(([, to]) => to));
  const anchored = new Set<number>();
  for (const to of explained.keys()) if (!again.has(to)) anchored.add(chains.of(to));
  const endsBefore = endsOf(original.lines, () => true);
  // A label may reach up to the cell beside it.
  const endsAfter = endsOf(candidate.lines, (index) => explained.has(index));
  const typical = median(original.glyphs.map(({ size }) => size));
  for (const [from, to] of rescued) {
    const [a, b] = [original.glyphs[from]!, candidate.glyphs[to]!];
    const near = STANDING * a.size;
    const standing = Math.abs(a.x - b.x) <= near && Math.abs(a.y - b.y) <= near;
    if (standing || b.invisible || a.size < SMALLER * typical) anchored.add(chains.of(to));
  }
  const reads = readsAsBefore(found);
  const chainsOf = new Map<number, number[]>();
  for (const to of again) {
    const chain = chains.of(to);
    chainsOf.set(chain, [...(chainsOf.get(chain) ?? []), to]);
  }
  return [...chainsOf].flatMap(([chain, members]) => {
    if (anchored.has(chain)) return [];
    // A line of another column is no line that moved.
    const beside = members.some((to) => apart(explained.get(to)!, to));
    const whole =
      !beside &&
      members.some((to) => endsAfter.first.has(to) && endsBefore.first.has(explained.get(to)!)) &&
      members.some((to) => endsAfter.last.has(to) && endsBefore.last.has(explained.get(to)!));
    if (whole || (!beside && reads(members))) return [];
    return members
      .map((to) => candidate.glyphs[to]!)
      .filter(
        ({ text, loose }) => /[\p{L}\p{N}]/u.test(text) && zones.some((zone) => meets(zone, loose)),
      );
  });
}

/** As the eye goes along the lines, and as the content has them. */
function sequences({ glyphs, lines }: Text, counts: (index: number) => boolean): number[][] {
  const seen = lines.flatMap((line) => line.glyphs);
  return [seen, glyphs].map((order) =>
    order
      .filter(({ index, text }) => counts(index) && foldGlyph(text) !== "")
      .map(({ index }) => index),
  );
}

/** Letters before and behind, on each side alone or on both, that leave no doubt where a text stands. */
const ALONE = 6;
const BESIDE = 3;
/** Stands for what is no text of both files: a burnt word, a label. */
const GAP = "\u0000";

/** Columns mix to the eye, and equal letters are taken for one another: then the text itself decides. */
function readsAsBefore({ original, candidate, explained }: FoundAgain) {
  const sources = new Set(explained.values());
  const before = texts(original, (index) => sources.has(index)).map(({ text }) => text);
  const after = texts(candidate, (index) => explained.has(index));
  const known = (text: string): boolean => before.some((whole) => whole.includes(text));
  return (members: readonly number[]): boolean =>
    after.some(({ text, places }) => {
      const at = members.map((index) => places.get(index)!).sort((a, b) => a[0] - b[0]);
      return at.every(([from, end]) => {
        const left = text.slice(Math.max(0, from - ALONE), end);
        const right = text.slice(from, end + ALONE);
        const both = text.slice(Math.max(0, from - BESIDE), end + BESIDE);
        return known(both) || (known(left) && known(right));
      });
    });
}

function texts({ glyphs, lines }: Text, counts: (index: number) => boolean) {
  return [lines.flatMap((line) => line.glyphs), glyphs].map((order) => {
    const places = new Map<number, readonly [number, number]>();
    let text = GAP;
    for (const glyph of order) {
      const folded = foldGlyph(glyph.text);
      if (!counts(glyph.index)) {
        if (folded !== "" && !text.endsWith(GAP)) text += GAP;
        continue;
      }
      places.set(glyph.index, [text.length, text.length + folded.length]);
      text += folded;
    }
    return { text: text + GAP, places };
  });
}

function neighbours(order: readonly number[]): [number, number][] {
  return order.slice(1).map((to, i) => [order[i]!, to]);
}

const key = ([a, b]: readonly [number, number]): string => `${a} ${b}`;

/** First and last glyphs of lines and cells; what does not count parts them as white does. */
function endsOf(
  lines: readonly Line[],
  counts: (index: number) => boolean,
): { first: Set<number>; last: Set<number> } {
  const [first, last] = [new Set<number>(), new Set<number>()];
  for (const { glyphs, size, angle } of lines)
    for (const [i, glyph] of glyphs.entries()) {
      const next = glyphs[i + 1];
      const apart = (a: Glyph, b: Glyph): boolean =>
        !counts(a.index) ||
        !counts(b.index) ||
        (angle === 0 && b.loose[0] - a.loose[2] > CELL * size);
      if (i === 0 || apart(glyphs[i - 1]!, glyph)) first.add(glyph.index);
      if (!next || apart(glyph, next)) last.add(glyph.index);
    }
  return { first, last };
}

function median(values: number[]): number {
  return values.length ? values.toSorted((a, b) => a - b)[values.length >> 1]! : 0;
}

/** Sets of glyphs that hang together. */
class Chains {
  private readonly parents = new Map<number, number>();

  of(index: number): number {
    let root = index;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.parents.set(x, y);
  }
}
