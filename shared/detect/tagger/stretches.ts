// Which tokens are judged together: a paragraph, or a piece of one that has no end.
// Training and tagging must cut alike.
import { LONGEST_STRETCH } from "./chain.ts";
import type { Tokens } from "./tokens.ts";

/** First token and number of tokens of each stretch. */
export function stretchesOf(tokens: Tokens): [number, number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= tokens.count; i++) {
    const over = i === tokens.count || (tokens.breaks[i] ?? 0) > 1 || i - from >= LONGEST_STRETCH;
    if (!over) continue;
    if (i > from) stretches.push([from, i - from]);
    from = i;
  }
  return stretches;
}
