// Whether a sentence tells of somebody or of nobody: law, guidance, research and practice fill half of a review and
// hold the same words, dates and illnesses as the life it tells of. A sum of learnt weights, one for every word and
// pair of words of the sentence and for the words of its neighbours; the chain then learns what that sum is worth.
// It judges sentences, never words, and must cut them alike in training and in tagging.
import { circleOf } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import { DIGITS, joined, LOWER, MIXED_CASE } from "./word-form.ts";
import type { WordType } from "./word-type.ts";

const TELLING_BITS = 17;
export const TELLING_ROWS = 1 << TELLING_BITS;
const MASK = TELLING_ROWS - 1;

/** A line shorter than this ends where it ends; a longer one may go on in small letters. Characters. */
const SHORT_LINE = 45;
/** A sentence without end is cut into pieces of so many tokens. */
const LONGEST = 64;

/** The first token of each sentence, and behind the last one the number of tokens. */
export function sentencesOf(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
): Int32Array {
  const starts = new Int32Array(tokens.count + 1);
  const ends = Uint8Array.from(types, ({ text }) => (ENDS.test(text) ? 1 : 0));
  let count = 0;
  let from = 0;
  let line = 0;
  for (let i = 0; i < tokens.count; i++) {
    const breaks = tokens.breaks[i] as number;
    let begins = i === 0 || breaks > 1 || i - from >= LONGEST;
    if (breaks === 1 && !begins) {
      const length = (tokens.end[i - 1] as number) - (tokens.start[line] as number);
      begins = length < SHORT_LINE || types[typeOf[i] as number]!.casing !== LOWER;
    }
    if (!begins && tokens.spaced[i] === 1) begins = ends[typeOf[i - 1] as number] === 1;
    if (breaks > 0) line = i;
    if (!begins) continue;
    starts[count++] = i;
    from = i;
  }
  starts[count] = tokens.count;
  return starts.subarray(0, count + 1);
}
const ENDS = /^[.!?]$/;

/** What stands for a word in its sentence: figures by how many there are. */
export function keyOf(word: WordType): number {
  if (word.casing === DIGITS) {
    const year = /^(?:19|20)\d\d$/.test(word.text);
    return year ? 11 : 12 + Math.min(word.text.length, 6);
  }
  if (word.casing === MIXED_CASE && /\d/.test(word.text)) return word.shape ^ 0x55;
  return word.hash;
}

const OWN = 1;
const FAMILY = 2;
const PAIR = 3;
const FIRST = 4;
const LENGTH = 5;
const BEFORE = 6;
const AFTER = 7;
const FAR = 8;
const GIST = 9;
const ENDING = 10;
const GISTS = 11;

const row = (kind: number, value: number): number => joined(kind * 7919, value) & MASK;
/** What a word looks like: its class and its case, under 1024. */
export const lookOf = (word: WordType): number => word.gist * 16 + word.casing;

/** A sentence's words, each worth something by itself, whatever stands beside it: written once a distinct word. */
export function wordRows(word: WordType, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = row(OWN, keyOf(word));
  out[n++] = row(GIST, lookOf(word));
  out[n++] = row(ENDING, word.suffix);
  if (word.family !== 0) out[n++] = row(FAMILY, circleOf(word.family, 0));
  return n;
}

/** What two words are worth where one follows the other in a sentence. */
export const pairRow = (keyBefore: number, key: number): number =>
  row(PAIR, joined(keyBefore, key));
export const looksRow = (lookBefore: number, look: number): number =>
  row(GISTS, lookBefore * 1024 + look);

/** What a sentence is worth by its first word and its number of tokens. */
export function shapeRows(first: WordType, count: number, out: Int32Array, from: number): number {
  out[from] = row(FIRST, keyOf(first));
  out[from + 1] = row(LENGTH, Math.min(16, count >> 1));
  return from + 2;
}

/** What a word is worth to the next sentence (-1), to the one before (1), and to those two away. */
export const neighbourRow = (word: WordType, distance: Distance): number =>
  row(distance === -1 ? BEFORE : distance === 1 ? AFTER : FAR, keyOf(word));
export type Distance = -1 | 1 | 2;
