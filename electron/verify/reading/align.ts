// Lays the characters of an export's page beside those that the original leaves to be read, with
// slots where labels may stand. Answers with what is missing, what is new and which slots were
// filled. The cheapest way through both texts where they are nearly alike, else a dynamic programme
// over bounded blocks: deterministic, no guessing by rules of thumb.
import { cheapestPath, EXTRA, LABEL, MATCH, SKIP } from "./cheapest-path.ts";

/** One expected character or one slot for a label. */
export type Expected =
  | { readonly char: string; readonly optional: boolean; readonly source: number }
  | { readonly labels: readonly string[]; readonly slot: number };

export interface ExpectedLine {
  readonly items: readonly Expected[];
}

export interface Found {
  readonly char: string;
  readonly source: number;
}

export interface Alignment {
  /** `source` of expected characters that are missing. */
  readonly lost: number[];
  /** `source` of characters that are new, as runs in reading order. */
  readonly extra: number[][];
  /** Slot → label that fills it, and the `source` of its first character. */
  readonly filled: Map<number, { readonly label: string; readonly source: number }>;
  /** Pairs of expected and found `source`. */
  readonly pairs: [number, number][];
}

/** Cells of the largest table: beyond it lines are compared as bags of characters. */
const MAX_CELLS = 16_000_000;

export function alignPage(
  expected: readonly (readonly Expected[])[],
  found: readonly (readonly Found[])[],
): Alignment {
  const result: Alignment = { lost: [], extra: [], filled: new Map(), pairs: [] };
  if (alignDirectly(expected.flat(), found.flat(), result)) return result;
  const wanted = expected.map(plainLine);
  const given = found.map((line) => line.map((item) => item.char).join(""));
  const anchors = sameLines(wanted, given);
  let e = 0;
  let f = 0;
  for (const [i, j] of [...anchors, [expected.length, found.length] as const]) {
    if (e < i || f < j) alignBlock(expected.slice(e, i).flat(), found.slice(f, j).flat(), result);
    if (i < expected.length && j < found.length)
      for (const [k, item] of expected[i]!.entries())
        if ("char" in item) result.pairs.push([item.source, found[j]![k]!.source]);
    e = i + 1;
    f = j + 1;
  }
  return result;
}

/** The text of a line that has only one reading; undefined where it has slots or options. */
function plainLine(items: readonly Expected[]): string | undefined {
  let text = "";
  for (const item of items) {
    if (!("char" in item) || item.optional) return undefined;
    text += item.char;
  }
  return text;
}

/** Longest common subsequence of equal lines. */
function sameLines(
  wanted: readonly (string | undefined)[],
  given: readonly string[],
): [number, number][] {
  const n = wanted.length;
  const m = given.length;
  if (n * m > MAX_CELLS) return [];
  const table = new Uint16Array((n + 1) * (m + 1));
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      table[i * (m + 1) + j] =
        wanted[i] === given[j]
          ? table[(i + 1) * (m + 1) + j + 1]! + 1
          : Math.max(table[(i + 1) * (m + 1) + j]!, table[i * (m + 1) + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (wanted[i] === given[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * (m + 1) + j]! >= table[i * (m + 1) + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/** Both pages as one text each, in the order that the eye gives their lines. */
function alignDirectly(
  expected: readonly Expected[],
  found: readonly Found[],
  out: Alignment,
): boolean {
  const text = found.map((item) => item.char);
  const whole = text.join("");
  const single = whole.length === found.length;
  const { wanted, given } = numbered(expected, text);
  // Labels set in brackets were taken out before: a slot that nothing can fill costs nothing.
  const stands = new Map<string, boolean>();
  const fills = (label: string): boolean => {
    let known = stands.get(label);
    if (known === undefined) stands.set(label, (known = label !== "" && whole.includes(label)));
    return known;
  };
  const labels = new Map<number, readonly string[]>();
  const price = new Uint8Array(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const item = expected[i]!;
    if ("char" in item) price[i] = item.optional ? 0 : 2;
    else if (single && item.labels.some(fills)) {
      labels.set(i, item.labels);
      price[i] = 1;
    }
  }
  const labelsOf = (i: number): readonly string[] => labels.get(i) ?? NONE;
  const path = cheapestPath({ wanted, given, price, labels: labelsOf, whole });
  if (path) trace(expected, found, (i, j) => path.get(i * (found.length + 1) + j) ?? 0, out);
  return path !== undefined;
}

const NONE: readonly string[] = [];

function alignBlock(expected: readonly Expected[], found: readonly Found[], out: Alignment): void {
  const n = expected.length;
  const m = found.length;
  if ((n + 1) * (m + 1) > MAX_CELLS) {
    compareBags(expected, found, out);
    return;
  }
  const text = found.map((item) => item.char);
  const whole = text.join("");
  const single = whole.length === m;
  const { wanted, given } = numbered(expected, text);
  const width = m + 1;
  const cost = new Uint32Array((n + 1) * width);
  const move = new Uint8Array((n + 1) * width);
  const which = new Map<number, number>();
  for (let i = n; i >= 0; i--) {
    const row = i * width;
    const below = row + width;
    const item = i < n ? expected[i]! : undefined;
    if (item && "char" in item) {
      const char = wanted[i]!;
      const price = item.optional ? 0 : 2;
      cost[row + m] = cost[below + m]! + price;
      move[row + m] = SKIP;
      for (let j = m - 1; j >= 0; j--) {
        const at = row + j;
        let best = cost[at + 1]! + 2;
        let how = EXTRA;
        const skipped = cost[below + j]! + price;
        if (skipped < best) {
          best = skipped;
          how = SKIP;
        }
        if (given[j] === char && cost[below + j + 1]! <= best) {
          best = cost[below + j + 1]!;
          how = MATCH;
        }
        cost[at] = best;
        move[at] = how;
      }
      continue;
    }
    for (let j = m; j >= 0; j--) {
      const at = row + j;
      if (i === n && j === m) continue;
      let best = j < m ? cost[at + 1]! + 2 : 0xffffffff;
      let how = j < m ? EXTRA : 0;
      if (item) {
        // An empty slot costs a little, so that a label is taken for one where it can be.
        const skipped = cost[at + width]! + 1;
        if (skipped < best) [best, how] = [skipped, SKIP];
        for (const [k, label] of item.labels.entries()) {
          if (!single || label.length === 0 || !whole.startsWith(label, j)) continue;
          const taken = cost[(i + 1) * width + j + label.length]!;
          if (taken <= best) {
            [best, how] = [taken, LABEL];
            which.set(at, k);
          }
        }
      }
      cost[at] = best;
      move[at] = how;
    }
  }
  const step = (i: number, j: number): number => {
    const at = i * width + j;
    return move[at] === LABEL ? LABEL + 8 * which.get(at)! : move[at]!;
  };
  trace(expected, found, step, out);
}

/** Numbers of single units; others are counted from here on. */
const MOST_UNITS = 0x10000;

/** Characters as numbers: the table compares them millions of times. */
function numbered(
  expected: readonly Expected[],
  text: readonly string[],
): { wanted: Int32Array; given: Int32Array } {
  const numbers = new Map<string, number>();
  const number = (char: string): number => {
    if (char.length === 1) return char.charCodeAt(0);
    let id = numbers.get(char);
    if (id === undefined) numbers.set(char, (id = MOST_UNITS + numbers.size));
    return id;
  };
  const wanted = new Int32Array(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const item = expected[i]!;
    wanted[i] = "char" in item ? number(item.char) : -1;
  }
  const given = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) given[i] = number(text[i]!);
  return { wanted, given };
}

/** Follows the steps of a way from its start and writes down what they say. */
function trace(
  expected: readonly Expected[],
  found: readonly Found[],
  step: (i: number, j: number) => number,
  out: Alignment,
): void {
  let run: number[] = [];
  const flush = (): void => {
    if (run.length) out.extra.push(run);
    run = [];
  };
  for (let i = 0, j = 0; i < expected.length || j < found.length;) {
    const code = step(i, j);
    const how = code & 7;
    const item = expected[i];
    if (how === EXTRA) {
      run.push(found[j++]!.source);
      continue;
    }
    if (how !== SKIP) flush();
    if (how === MATCH && item && "char" in item) {
      out.pairs.push([item.source, found[j]!.source]);
      j++;
    } else if (how === SKIP && item && "char" in item) {
      if (!item.optional) out.lost.push(item.source);
    } else if (how === LABEL && item && "labels" in item) {
      const label = item.labels[code >> 3]!;
      out.filled.set(item.slot, { label, source: found[j]!.source });
      j += label.length;
    }
    i++;
  }
  flush();
}

function compareBags(expected: readonly Expected[], found: readonly Found[], out: Alignment): void {
  const bag = new Map<string, number[]>();
  for (const item of found) {
    const list = bag.get(item.char);
    if (list) list.push(item.source);
    else bag.set(item.char, [item.source]);
  }
  for (const item of expected) {
    if (!("char" in item)) continue;
    const source = bag.get(item.char)?.shift();
    if (source !== undefined) out.pairs.push([item.source, source]);
    else if (!item.optional) out.lost.push(item.source);
  }
  const left = [...bag.values()].flat().sort((a, b) => a - b);
  if (left.length) out.extra.push(left);
}
