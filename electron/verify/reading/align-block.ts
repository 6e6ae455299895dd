// Lays one block of a page beside another by a dynamic programme over all their characters; what is too
// large for that is compared as a bag of characters.
import type { Alignment, Expected, Found } from "./alignment.ts";
import { EXTRA, LABEL, MATCH, SKIP } from "./cheapest-path.ts";
import { numbered, trace } from "./way.ts";

/** Cells of the largest table: beyond it lines are compared as bags of characters. */
export const MAX_CELLS = 16_000_000;

export function alignBlock(
  expected: readonly Expected[],
  found: readonly Found[],
  out: Alignment,
): void {
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
