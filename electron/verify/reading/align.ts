// Lays the characters of an export's page beside those that the original leaves to be read, with
// slots where labels may stand. Answers with what is missing, what is new and which slots were
// filled. The cheapest way through both texts where they are nearly alike, else a dynamic programme
// over bounded blocks: deterministic, no guessing by rules of thumb.
import { alignBlock, MAX_CELLS } from "./align-block.ts";
import type { Alignment, Expected, Found } from "./alignment.ts";
import { cheapestPath } from "./cheapest-path.ts";
import { numbered, trace } from "./way.ts";

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
