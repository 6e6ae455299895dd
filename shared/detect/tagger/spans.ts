// Joins tokens into spans: neighbours of one type whose probability is high enough, with the
// small words and marks between them that cannot stand apart. Trims marks from the ends.
// A span's score is its surest token's: the list is ranked by what is worth looking at.
import { TAG_TYPES } from "../tagged-span.ts";
import type { TaggedSpan, TagType } from "../tagged-span.ts";
import { LABELS } from "./chain.ts";
import type { Tokens } from "./tokens.ts";
import type { DocumentWords } from "./words.ts";
import { OTHER } from "./word-form.ts";

/** A token so many times less likely than its neighbours opens a span of its own. */
export const STEP = 4;
/** The same once the second look has made chances even. */
export const LOOKED_STEP = 3;

/** Names and numbers are rarely half meant: they are cut only where a part is this many times less likely. */
const WHOLE_STEP = 12;
const WHOLE = new Set<TagType>(["PERSON", "CODE"]);

/**
 * Once looked at again, a telling detail begins with a word at least so likely: what only climbs to it ("so that his",
 * "the bit about") was part of it on held-out pages in one word of six.
 */
const OPENS = 0.25;

/** Small words that hold the two halves of one thing together: "the High Court at Stirling". */
const JOINING = new Set(["of", "and", "at", "in", "on", "by", "or", "the", "a", "to", "with", "for", "&"]); // prettier-ignore
/** So likely must a small word be, to hold them together. */
const JOINS = 0.04;
/** So many small words and marks at most. */
const GAP = 3;

/** Neighbouring tokens that go together. */
export interface Run {
  readonly first: number;
  /** The last of them, not the one behind it. */
  readonly last: number;
  /** One of the chain's labels, from 1. */
  readonly label: number;
  readonly score: number;
}

export function spansOf(
  text: string,
  tokens: Tokens,
  words: DocumentWords,
  likely: Float32Array,
  lowest: number,
  step = STEP,
): TaggedSpan[] {
  return runsOf(text, tokens, words, likely, lowest, step).map(({ first, last, label, score }) => ({
    start: tokens.start[first] as number,
    end: tokens.end[last] as number,
    type: TAG_TYPES[label - 1] as TagType,
    score,
  }));
}

/** The spans by their tokens. */
export function runsOf(
  text: string,
  tokens: Tokens,
  words: DocumentWords,
  likely: Float32Array,
  lowest: number,
  step = STEP,
): Run[] {
  const runs: Run[] = [];
  const whole = step === STEP ? STEP : WHOLE_STEP;
  let from = -1;
  let type = -1;
  let score = 0;
  const chanceOf = (i: number): number => 1 - (likely[i * LABELS] ?? 1);
  const mark = (i: number): boolean => words.types[words.typeOf[i] ?? 0]?.casing === OTHER;
  const close = (after: number): void => {
    if (from < 0) return;
    let first = from;
    let last = after - 1;
    while (first < last && mark(first)) first += 1;
    while (last > first && mark(last)) last -= 1;
    if (step !== STEP && TAG_TYPES[type - 1] === "MISC")
      while (first < last && (chanceOf(first) < OPENS || mark(first))) first += 1;
    if (!mark(first)) runs.push({ first, last, label: type, score });
    from = -1;
  };
  const bestOf = (i: number): number => {
    let best = 1;
    for (let k = 2; k < LABELS; k++)
      if ((likely[i * LABELS + k] ?? 0) > (likely[i * LABELS + best] ?? 0)) best = k;
    return best;
  };
  const isApart = (chance: number): boolean => {
    const most = WHOLE.has(TAG_TYPES[type - 1] as TagType) ? Math.max(step, whole) : step;
    return chance > score * most || chance * most < score;
  };
  /** The token at which an open span goes on after the small words from `i`; `i` itself where it does not. */
  const bridged = (i: number): number => {
    if (!joins(text, tokens, words, i, chanceOf(i))) return i;
    let next = i + 1;
    while (next < i + GAP && joins(text, tokens, words, next, chanceOf(next))) next += 1;
    const goesOn =
      next < tokens.count &&
      (tokens.breaks[next] ?? 0) < 2 &&
      chanceOf(next) >= lowest &&
      bestOf(next) === type &&
      !isApart(chanceOf(next));
    return goesOn ? next : i;
  };
  for (let i = 0; i < tokens.count; i++) {
    const chance = chanceOf(i);
    if (from >= 0 && (chance < lowest || isApart(chance))) {
      const next = bridged(i);
      if (next > i) {
        i = next - 1;
        continue;
      }
    }
    if (chance < lowest) {
      close(i);
      continue;
    }
    const best = bestOf(i);
    const apart = from >= 0 && isApart(chance);
    if (best !== type || apart || (tokens.breaks[i] ?? 0) > 1) close(i);
    if (from < 0) {
      from = i;
      type = best;
      score = chance;
    } else score = Math.max(score, chance);
  }
  close(tokens.count);
  return runs;
}

/** Whether token `i` is a small word, the "née" of a name or the "s" that something is owned by, that may lie within a span. */
function joins(
  text: string,
  tokens: Tokens,
  words: DocumentWords,
  i: number,
  chance: number,
): boolean {
  if (i >= tokens.count || (tokens.breaks[i] ?? 0) > 1) return false;
  const word = words.types[words.typeOf[i] ?? 0]?.plain ?? "";
  const before = text[(tokens.start[i] ?? 0) - 1];
  if (word === "'" || word === "’")
    return /^s\b/i.test(text.slice(tokens.end[i], (tokens.end[i] ?? 0) + 2));
  if (word === "née" || word === "nee") return true;
  if (word === "s" && (before === "'" || before === "’")) return true;
  return chance >= JOINS && JOINING.has(word);
}
