// The sums: for every token, how well each label suits it, from the weights of its features, and
// then the chain's probabilities. This is where the time goes, so what belongs to a word is
// summed once and the innermost step is written out in full; a bit per row says whether the row
// holds anything, which spares a walk to memory for the many features never met in training.
import { LABELS, marginals } from "./chain.ts";
import {
  formRows,
  MOST_ROWS,
  OPENINGS,
  passageKind,
  passageRows,
  REACH,
  tokenRows,
  toldRows,
  wordRows,
} from "./features.ts";
import { readLines } from "./line-cues.ts";
import type { Network } from "./net.ts";
import { PASSAGES } from "./passage-cues.ts";
import { LEVELS } from "./telling-score.ts";
import { stretchesOf } from "./stretches.ts";
import type { Tokens } from "./tokens.ts";
import type { WordType } from "./word-type.ts";
import type { DocumentWords } from "./words.ts";

export interface WeightTable {
  readonly rows: Int8Array;
  readonly scale: number;
  /** One bit per row: set when any of its weights is not nought. */
  readonly used: Uint32Array;
}

export function weightTable(rows: Int8Array, scale: number): WeightTable {
  const count = rows.length / LABELS;
  const used = new Uint32Array((count + 31) >>> 5);
  for (let row = 0; row < count; row++) {
    const at = row * LABELS;
    // prettier-ignore
    const any = (rows[at] as number) | (rows[at + 1] as number) | (rows[at + 2] as number) |
      (rows[at + 3] as number) | (rows[at + 4] as number) | (rows[at + 5] as number) |
      (rows[at + 6] as number) | (rows[at + 7] as number) | (rows[at + 8] as number);
    if (any !== 0) used[row >>> 5] = (used[row >>> 5] as number) | (1 << (row & 31));
  }
  return { rows, scale, used };
}

/** Adds the weights of the first `n` rows listed in `list` to the nine sums at `at`. */
function addRows(
  table: WeightTable,
  list: Int32Array,
  n: number,
  sums: Int32Array,
  at: number,
): void {
  const { rows, used } = table;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let i = 0;
  for (let r = 0; r < n; r++) {
    const row = list[r] as number;
    if ((((used[row >>> 5] as number) >>> (row & 31)) & 1) === 0) continue;
    const from = row * LABELS;
    a += rows[from] as number;
    b += rows[from + 1] as number;
    c += rows[from + 2] as number;
    d += rows[from + 3] as number;
    e += rows[from + 4] as number;
    f += rows[from + 5] as number;
    g += rows[from + 6] as number;
    h += rows[from + 7] as number;
    i += rows[from + 8] as number;
  }
  sums[at] = (sums[at] as number) + a;
  sums[at + 1] = (sums[at + 1] as number) + b;
  sums[at + 2] = (sums[at + 2] as number) + c;
  sums[at + 3] = (sums[at + 3] as number) + d;
  sums[at + 4] = (sums[at + 4] as number) + e;
  sums[at + 5] = (sums[at + 5] as number) + f;
  sums[at + 6] = (sums[at + 6] as number) + g;
  sums[at + 7] = (sums[at + 7] as number) + h;
  sums[at + 8] = (sums[at + 8] as number) + i;
}

/** Numbers the words that are alike in what their passage makes of them. */
function kindsOf(types: readonly WordType[]): { of: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const of = new Int32Array(types.length);
  types.forEach((type, i) => {
    const kind = passageKind(type);
    let number = numbers.get(kind);
    if (number === undefined) numbers.set(kind, (number = numbers.size));
    of[i] = number;
  });
  return { of, count: numbers.size };
}

export interface Scorers {
  readonly table: WeightTable;
  readonly transitions: Float64Array;
  readonly network: Network;
}

/** What is said of each token, LABELS numbers a token. */
export interface Scored {
  /** The probability of each label. */
  readonly likely: Float32Array;
  /** How well each label suits by the chain's features alone, and with what the network adds. */
  readonly byChain: Float32Array;
  readonly byBoth: Float32Array;
}

export function scoreTokens(
  tokens: Tokens,
  words: DocumentWords,
  { table, transitions, network }: Scorers,
): Scored {
  const lines = readLines(tokens, words);
  const { types, typeOf, opening } = words;
  const places = 2 * REACH + 1;
  // What each distinct word adds at each place, worked out when first met there.
  const placed = new Int32Array(types.length * places * LABELS);
  const placeKnown = new Uint8Array(types.length * places);
  const formed = new Int32Array(types.length * OPENINGS * LABELS);
  const formKnown = new Uint8Array(types.length * OPENINGS);
  const kinds = kindsOf(types);
  const passed = new Int32Array(PASSAGES * kinds.count * LABELS);
  const passedKnown = new Uint8Array(PASSAGES * kinds.count);
  const toldSums = new Int32Array(types.length * LEVELS * LABELS);
  const toldKnown = new Uint8Array(types.length * LEVELS);
  const levels = words.levels.own;
  const list = new Int32Array(MOST_ROWS);
  const total = new Int32Array(LABELS);
  const scores = new Float32Array(tokens.count * LABELS);
  for (let i = 0; i < tokens.count; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    let l = 0;
    const first = Math.max(0, i - REACH);
    const last = Math.min(tokens.count - 1, i + REACH);
    for (let at = first; at <= last; at++) {
      const type = typeOf[at] as number;
      const place = type * places + (at - i) + REACH;
      const base = place * LABELS;
      if (placeKnown[place] === 0) {
        placeKnown[place] = 1;
        addRows(table, list, wordRows(types[type] as WordType, at - i, list), placed, base);
      }
      a += placed[base] as number;
      b += placed[base + 1] as number;
      c += placed[base + 2] as number;
      d += placed[base + 3] as number;
      e += placed[base + 4] as number;
      f += placed[base + 5] as number;
      g += placed[base + 6] as number;
      h += placed[base + 7] as number;
      l += placed[base + 8] as number;
    }
    total[0] = a;
    total[1] = b;
    total[2] = c;
    total[3] = d;
    total[4] = e;
    total[5] = f;
    total[6] = g;
    total[7] = h;
    total[8] = l;
    const type = typeOf[i] as number;
    const form = type * OPENINGS + (opening[i] as number);
    if (formKnown[form] === 0) {
      formKnown[form] = 1;
      const word = types[type] as WordType;
      addRows(
        table,
        list,
        formRows(words, word, opening[i] as number, list),
        formed,
        form * LABELS,
      );
    }
    const cue = words.passage[i] as number;
    const passage = cue * kinds.count + (kinds.of[type] as number);
    const from = passage * LABELS;
    if (passedKnown[passage] === 0) {
      passedKnown[passage] = 1;
      const n = passageRows(types[type] as WordType, cue, list, 0);
      addRows(table, list, n, passed, from);
    }
    const told = type * LEVELS + (levels[i] as number);
    if (toldKnown[told] === 0) {
      toldKnown[told] = 1;
      const n = toldRows(types[type] as WordType, levels[i] as number, list);
      addRows(table, list, n, toldSums, told * LABELS);
    }
    addRows(table, list, tokenRows(words, lines, i, list, false), total, 0);
    const base = form * LABELS;
    for (let k = 0; k < LABELS; k++)
      scores[i * LABELS + k] =
        ((total[k] as number) +
          (formed[base + k] as number) +
          (passed[from + k] as number) +
          (toldSums[told * LABELS + k] as number)) *
        table.scale;
  }
  const byChain = scores.slice();
  network.addScores(tokens, words, lines, scores);
  const likely = new Float32Array(scores.length);
  for (const [from, count] of stretchesOf(tokens))
    marginals(scores, from, count, transitions, likely);
  return { likely, byChain, byBoth: scores };
}
