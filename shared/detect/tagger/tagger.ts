// The statistical tagger: a text in, spans with probabilities out. It owns the order of the steps
// (tokens, words, scores, chain, second look, spans) and nothing else. Pure: no clock, no disk, no memory of
// earlier texts. It proposes; which score is worth a person's attention is decided elsewhere, so
// it also returns candidates that are far from certain. Give it a whole document, not a page: what
// the rest of the text says about a word counts.
import type { TaggedSpan } from "../tagged-span.ts";
import { expTransitions } from "./chain.ts";
import { Lexicon } from "./lexicon.ts";
import { readModel } from "./model-file.ts";
import { Network } from "./net.ts";
import { unpacked } from "./net-file.ts";
import { lookAgain, lookTable } from "./second-look.ts";
import type { LookTable } from "./second-look.ts";
import { scoreTokens, weightTable } from "./score.ts";
import type { WeightTable } from "./score.ts";
import { LOOKED_STEP, spansOf, STEP } from "./spans.ts";
import type { TellingTable } from "./telling-score.ts";
import { tokenise } from "./tokens.ts";
import { readWords } from "./words.ts";

export interface TaggerModel {
  readonly lexicon: Lexicon;
  readonly table: WeightTable;
  readonly transitions: Float64Array;
  readonly telling: TellingTable;
  readonly network: Network;
  readonly look: LookTable;
}

export interface TagOptions {
  /** Tokens less likely than this to lead to a person are left out. */
  readonly lowest?: number;
}

export const LOWEST_SCORE = 0.02;

export function loadModel(bytes: Uint8Array): TaggerModel {
  const parts = readModel(bytes);
  const net = unpacked(parts.net);
  return {
    lexicon: new Lexicon(parts.lexicon),
    table: weightTable(parts.rows, parts.scale),
    transitions: expTransitions(parts.transitions),
    telling: parts.telling,
    network: new Network(net, net),
    look: lookTable(parts.look),
  };
}

export function tag(text: string, model: TaggerModel, options: TagOptions = {}): TaggedSpan[] {
  const tokens = tokenise(text);
  if (tokens.count === 0) return [];
  const words = readWords(text, tokens, model.lexicon, model.telling);
  const scored = scoreTokens(tokens, words, model);
  const looked = lookAgain(text, tokens, words, scored, LOWEST_SCORE, model.look);
  const step = looked ? LOOKED_STEP : STEP;
  return spansOf(text, tokens, words, scored.likely, options.lowest ?? LOWEST_SCORE, step);
}
