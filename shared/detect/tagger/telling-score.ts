// How likely each sentence of a text tells of somebody, as a few levels that the chain can learn from: its own, and
// that of the sentences around it. Sums of the weights of telling.ts; what belongs to a word is summed once.
import {
  neighbourRow,
  keyOf,
  lookOf,
  looksRow,
  pairRow,
  sentencesOf,
  shapeRows,
  TELLING_ROWS,
  wordRows,
  type Distance,
} from "./telling.ts";
import type { Tokens } from "./tokens.ts";
import type { WordType } from "./word-type.ts";

/** Learnt weights, one a row of telling.ts; a sum of them times `scale` is a sentence's log-odds. */
export interface TellingTable {
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
}

/** So many levels of how likely something tells of somebody. */
export const LEVELS = 12;

export interface Levels {
  /** The first token of each sentence, and behind the last one the number of tokens. */
  readonly starts: Int32Array;
  /** Of the sentence each token stands in, from 0 (surely of nobody) to LEVELS - 1. */
  readonly own: Uint8Array;
  /** Of the sentences around it. */
  readonly around: Uint8Array;
}

/** The log-odds of each sentence. `starts` as sentencesOf gives them. */
export function tellSentences(
  starts: Int32Array,
  types: readonly WordType[],
  typeOf: Int32Array,
  { weights, scale }: TellingTable,
): Float64Array {
  const list = new Int32Array(8);
  const sum = (count: number): number => {
    let total = 0;
    for (let k = 0; k < count; k++) total += weights[list[k] as number] as number;
    return total;
  };
  const keys = Uint32Array.from(types, keyOf);
  const looks = Uint16Array.from(types, lookOf);
  const own = new Float64Array(types.length);
  const [next, previous, far] = DISTANCES.map((distance) =>
    Float64Array.from(types, (word) => weights[neighbourRow(word, distance)] as number),
  ) as [Float64Array, Float64Array, Float64Array];
  types.forEach((word, t) => (own[t] = sum(wordRows(word, list, 0))));
  const count = starts.length - 1;
  const told = new Float64Array(count);
  const seen = new Int32Array(types.length).fill(-1);
  for (let s = 0; s < count; s++) {
    const from = starts[s] as number;
    const to = starts[s + 1] as number;
    let total = 0;
    let toNext = 0;
    let toPrevious = 0;
    let toFar = 0;
    let before = 0;
    for (let i = from; i < to; i++) {
      const type = typeOf[i] as number;
      if (i > from) {
        total += weights[pairRow(keys[before] as number, keys[type] as number)] as number;
        total += weights[looksRow(looks[before] as number, looks[type] as number)] as number;
      }
      before = type;
      if (seen[type] === s) continue;
      seen[type] = s;
      total += own[type] as number;
      toNext += next[type] as number;
      toPrevious += previous[type] as number;
      toFar += far[type] as number;
    }
    total += sum(shapeRows(types[typeOf[from] as number]!, to - from, list, 0));
    told[s]! += total;
    if (s > 0) told[s - 1]! += toPrevious;
    if (s + 1 < count) told[s + 1]! += toNext;
    if (s > 1) told[s - 2]! += toFar;
    if (s + 2 < count) told[s + 2]! += toFar;
  }
  for (let s = 0; s < count; s++) told[s]! *= scale;
  return told;
}
const DISTANCES: readonly Distance[] = [-1, 1, 2];

/** Every row of every sentence, as a learner needs them; the same sums as tellSentences. */
export function rowsOfSentences(
  starts: Int32Array,
  types: readonly WordType[],
  typeOf: Int32Array,
): Int32Array[] {
  const room = new Int32Array(8192);
  const words = (s: number): readonly WordType[] =>
    s < 0 || s + 1 >= starts.length
      ? []
      : [...new Set(typeOf.subarray(starts[s], starts[s + 1]))].map((t) => types[t] as WordType);
  return Array.from({ length: starts.length - 1 }, (_, s) => {
    const from = starts[s] as number;
    const to = starts[s + 1] as number;
    let n = shapeRows(types[typeOf[from] as number]!, to - from, room, 0);
    for (const word of words(s)) n = wordRows(word, room, n);
    for (let i = from + 1; i < to; i++) {
      const before = types[typeOf[i - 1] as number]!;
      const word = types[typeOf[i] as number]!;
      room[n++] = pairRow(keyOf(before), keyOf(word));
      room[n++] = looksRow(lookOf(before), lookOf(word));
    }
    for (const word of words(s - 1)) room[n++] = neighbourRow(word, -1);
    for (const word of words(s + 1)) room[n++] = neighbourRow(word, 1);
    for (const word of [...words(s - 2), ...words(s + 2)]) room[n++] = neighbourRow(word, 2);
    return room.slice(0, n);
  });
}

/** A level is one of log-odds; the lowest and the highest take all beyond. */
const levelOf = (odds: number): number =>
  Math.max(0, Math.min(LEVELS - 1, Math.floor(odds + LEVELS / 2)));

/** Sentences to either side that count as around: about a page. */
const REACH = 12;
/** What a sentence that says nothing by itself takes over from those around it. */
const TAKEN = 0.5;
const MOST = 8;
const within = (odds: number): number => Math.max(-MOST, Math.min(MOST, odds));

export function levelsOf(starts: Int32Array, told: Float64Array): Levels {
  const tokens = starts[starts.length - 1] as number;
  const own = new Uint8Array(tokens);
  const around = new Uint8Array(tokens);
  let total = 0;
  let last = -1;
  for (let s = 0; s < told.length; s++) {
    while (last < Math.min(told.length - 1, s + REACH)) total += within(told[++last] as number);
    if (s > REACH) total -= within(told[s - REACH - 1] as number);
    const odds = within(told[s] as number);
    const others = last - Math.max(0, s - REACH);
    const mean = others === 0 ? 0 : (total - odds) / others;
    own.fill(levelOf(odds + TAKEN * mean), starts[s], starts[s + 1]);
    around.fill(levelOf(mean), starts[s], starts[s + 1]);
  }
  return { starts, own, around };
}

/** No weight at all: every sentence is as likely as not to tell of somebody. */
export const NOTHING_TOLD: TellingTable = { weights: new Int8Array(TELLING_ROWS), scale: 1 };

export function readLevels(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
  table: TellingTable,
): Levels {
  const starts = sentencesOf(tokens, types, typeOf);
  return levelsOf(starts, tellSentences(starts, types, typeOf, table));
}
