// "Crystal Sparrow" at the head of a line: a given name and a surname that a sentence could begin with as well. The
// rules for runs of words leave such a name alone; where the tagger is certain of just these two words it is one.
import { ACRONYM, GIVEN, NOT_NAME, TITLE } from "../../lexicon/lexicon.ts";
import { CAPITAL, tokenAt, type Tokens } from "../../text/tokens.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import { joined, type NameRun } from "./name-run.ts";
import { isWelshPlace } from "./name-words.ts";

/** From here on the tagger is believed. */
const CERTAIN = 0.9;

/**
 * @param people what the tagger takes for people, in the order of the page
 * @param found whether a mention covers an offset; asked with rising offsets
 */
export function* ordinaryNames(
  tokens: Tokens,
  people: readonly TaggedSpan[],
  taken: Uint8Array,
  found: (start: number) => boolean,
): Generator<{ readonly run: NameRun; readonly score: number }> {
  for (const { start, end, score } of people) {
    if (score < CERTAIN) continue;
    const from = tokenAt(tokens, start);
    const last = from + 1;
    if (last >= tokens.count || tokens.starts[from] !== start || tokens.ends[last] !== end)
      continue;
    if (taken[from] !== 0 || taken[last] !== 0 || !joined(tokens, from)) continue;
    if ((tokens.shape[from]! & tokens.shape[last]! & CAPITAL) === 0) continue;
    if ((tokens.known[from]! & GIVEN) === 0) continue;
    if ((tokens.known[last]! & (TITLE | ACRONYM | NOT_NAME)) !== 0) continue;
    if (found(start) || found(tokens.starts[last]!)) continue;
    if (isWelshPlace(tokens.text.slice(start, end))) continue;
    yield { run: { from, to: last + 1, title: -1 }, score };
  }
}
