// A way through two texts: both as numbers to look for it, and what its steps say once it is found.
import type { Alignment, Expected, Found } from "./alignment.ts";
import { EXTRA, LABEL, MATCH, SKIP } from "./cheapest-path.ts";

/** Numbers of single units; others are counted from here on. */
const MOST_UNITS = 0x10000;

/** Characters as numbers: the table compares them millions of times. */
export function numbered(
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
export function trace(
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
