// Joins tokens into spans: neighbours of one type whose probability is high enough, with the
// small words and marks between them that cannot stand apart. Trims marks from the ends.
// A span's score is its surest token's: the list is ranked by what is worth looking at.
import { TAG_TYPES } from "../tagged-span.ts";
import type { TaggedSpan } from "../tagged-span.ts";
import { LABELS } from "./chain.ts";
import type { Tokens } from "./tokens.ts";
import type { DocumentWords } from "./words.ts";
import { OTHER } from "./word-form.ts";

/** A token much less likely than its neighbours opens a span of its own. */
const STEP = 4;

export function spansOf(
  text: string,
  tokens: Tokens,
  words: DocumentWords,
  likely: Float32Array,
  lowest: number,
): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let from = -1;
  let type = -1;
  let score = 0;
  const mark = (i: number): boolean => words.types[words.typeOf[i] ?? 0]?.casing === OTHER;
  const close = (after: number): void => {
    if (from < 0) return;
    let first = from;
    let last = after - 1;
    while (first < last && mark(first)) first += 1;
    while (last > first && mark(last)) last -= 1;
    const start = tokens.start[first] ?? 0;
    const end = tokens.end[last] ?? 0;
    const name = TAG_TYPES[type - 1];
    if (name !== undefined && !mark(first) && end <= text.length)
      spans.push({ start, end, type: name, score });
    from = -1;
  };
  for (let i = 0; i < tokens.count; i++) {
    const chance = 1 - (likely[i * LABELS] ?? 1);
    if (chance < lowest) {
      close(i);
      continue;
    }
    let best = 1;
    for (let k = 2; k < LABELS; k++)
      if ((likely[i * LABELS + k] ?? 0) > (likely[i * LABELS + best] ?? 0)) best = k;
    const apart = from >= 0 && (chance > score * STEP || chance * STEP < score);
    if (best !== type || apart || (tokens.breaks[i] ?? 0) > 1) close(i);
    if (from < 0) {
      from = i;
      type = best;
      score = chance;
    } else score = Math.max(score, chance);
  }
  close(tokens.count);
  return spans;
}
