// The statistical tagger: a text in, spans with probabilities out. It owns the order of the steps
// (tokens, words, scores, chain, spans) and nothing else. Pure: no clock, no disk, no memory of
// earlier texts. It proposes; which score is worth a person's attention is decided elsewhere, so
// it also returns candidates that are far from certain. Give it a whole document, not a page: what
// the rest of the text says about a word counts.
import type { TaggedSpan } from "../tagged-span.ts";
import { expTransitions, LABELS, marginals } from "./chain.ts";
import { MOST_ROWS, REACH, readLines, tokenRows, wordRows } from "./features.ts";
import { Lexicon } from "./lexicon.ts";
import { readModel } from "./model-file.ts";
import { spansOf } from "./spans.ts";
import { stretchesOf } from "./stretches.ts";
import { tokenise } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";
import { readWords } from "./words.ts";
import type { DocumentWords } from "./words.ts";

export interface TaggerModel {
  readonly lexicon: Lexicon;
  readonly rows: Int8Array;
  readonly scale: number;
  readonly transitions: Float64Array;
}

export interface TagOptions {
  /** Tokens less likely than this to lead to a person are left out. */
  readonly lowest?: number;
}

export const LOWEST_SCORE = 0.01;

export function loadModel(bytes: Uint8Array): TaggerModel {
  const parts = readModel(bytes);
  return {
    lexicon: new Lexicon(parts.lexiconKeys, parts.lexiconMasks),
    rows: parts.rows,
    scale: parts.scale,
    transitions: expTransitions(parts.transitions),
  };
}

export function tag(text: string, model: TaggerModel, options: TagOptions = {}): TaggedSpan[] {
  const tokens = tokenise(text);
  if (tokens.count === 0) return [];
  const words = readWords(text, tokens, model.lexicon);
  const likely = scoreTokens(tokens, words, model);
  return spansOf(text, tokens, words, likely, options.lowest ?? LOWEST_SCORE);
}

/** The probability of each label at each token, LABELS a token. */
export function scoreTokens(
  tokens: Tokens,
  words: DocumentWords,
  model: TaggerModel,
): Float32Array {
  const lines = readLines(tokens, words);
  const { rows, scale } = model;
  const places = 2 * REACH + 1;
  // What each distinct word adds at each place, worked out when first met there.
  const added = new Int32Array(words.types.length * places * LABELS);
  const known = new Uint8Array(words.types.length * places);
  const buffer = new Int32Array(MOST_ROWS);
  const total = new Int32Array(LABELS);
  const scores = new Float32Array(tokens.count * LABELS);
  for (let i = 0; i < tokens.count; i++) {
    total.fill(0);
    for (let o = -REACH; o <= REACH; o++) {
      const at = i + o;
      if (at < 0 || at >= tokens.count) continue;
      const type = words.typeOf[at] ?? 0;
      const place = type * places + o + REACH;
      const base = place * LABELS;
      if (known[place] === 0) {
        known[place] = 1;
        const word = words.types[type];
        const n = word === undefined ? 0 : wordRows(word, o, buffer);
        for (let r = 0; r < n; r++) {
          const row = (buffer[r] ?? 0) * LABELS;
          for (let k = 0; k < LABELS; k++)
            added[base + k] = (added[base + k] ?? 0) + (rows[row + k] ?? 0);
        }
      }
      for (let k = 0; k < LABELS; k++) total[k] = (total[k] ?? 0) + (added[base + k] ?? 0);
    }
    const n = tokenRows(words, lines, i, buffer);
    for (let r = 0; r < n; r++) {
      const row = (buffer[r] ?? 0) * LABELS;
      for (let k = 0; k < LABELS; k++) total[k] = (total[k] ?? 0) + (rows[row + k] ?? 0);
    }
    for (let k = 0; k < LABELS; k++) scores[i * LABELS + k] = (total[k] ?? 0) * scale;
  }
  const likely = new Float32Array(scores.length);
  for (const [from, count] of stretchesOf(tokens))
    marginals(scores, from, count, model.transitions, likely);
  return likely;
}
