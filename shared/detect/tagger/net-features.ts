// What the small network knows of words and of their places, as rows of its tables. A word by itself lists rows that
// add up to its vector; the word that is judged lists further rows, which speak to the hidden units at once.
// Training and tagging go through these same functions. Changing anything here needs a new `npm run train`.
import type { Lines } from "./line-cues.ts";
import { PASSAGES } from "./passage-cues.ts";
import { LEVELS } from "./telling-score.ts";
import type { Tokens } from "./tokens.ts";
import type { DocumentWords } from "./words.ts";
import type { WordType } from "./word-type.ts";

/** Hidden units. */
export const HIDDEN = 32;
/** Words this far to either side are seen each in its place. */
export const NEAR = 3;
/** Of words this far to either side the mean is seen. */
export const AROUND = 25;

const CASING_AT = 32;
const GIST_AT = 39;
const UNCOUNTED = 71;
/** Beyond the text's ends. */
export const OUTSIDE = 72;
const SHAPE_AT = 73;
const SHAPES = 512;
const SUFFIX_AT = SHAPE_AT + SHAPES;
const SUFFIXES = 1024;
export const WORD_ROWS = SUFFIX_AT + SUFFIXES;

/** The most rows that one call of a function below may write. */
export const MOST_NET_ROWS = 80;

/** Rows that add up to a word's vector, besides its own vector; returns how many. */
export function vectorRows(word: WordType, known: boolean, out: Int32Array): number {
  let n = ownRows(word, out);
  if (!known) out[n++] = UNCOUNTED;
  out[n++] = SHAPE_AT + (word.shape % SHAPES);
  out[n++] = SUFFIX_AT + (word.suffix % SUFFIXES);
  return n;
}

function ownRows(word: WordType, out: Int32Array): number {
  let n = 0;
  let classes = word.classes;
  while (classes !== 0) {
    const lowest = 31 - Math.clz32(classes & -classes);
    out[n++] = lowest;
    classes &= classes - 1;
  }
  out[n++] = CASING_AT + word.casing;
  out[n++] = GIST_AT + word.gist;
  return n;
}

const OPENING_AT = 71;
const RATIO_AT = OPENING_AT + 3;
const OFTEN_AT = RATIO_AT + 8;
const TITLED_AT = OFTEN_AT + 4;
const GENRE_AT = TITLED_AT + 4;
const DRESS_AT = GENRE_AT + 2;
const PASSAGE_AT = DRESS_AT + 3;
const LINE_AT = PASSAGE_AT + PASSAGES;
const LINES = 32;
const BROKEN_AT = LINE_AT + LINES;
const PHRASE_AT = BROKEN_AT + 6;
const PHRASE_FIRST = PHRASE_AT + 32;
const TOLD_AT = PHRASE_FIRST + 1;
export const PLACE_ROWS = TOLD_AT + 2 * LEVELS;

/** Rows of the word that is judged, in this text, standing as `opening` says; returns how many. */
export function standingRows(
  words: DocumentWords,
  word: WordType,
  opening: number,
  out: Int32Array,
): number {
  let n = ownRows(word, out);
  const cue = words.cue[word.group] ?? 0;
  out[n++] = OPENING_AT + opening;
  out[n++] = RATIO_AT + (cue & 7);
  out[n++] = OFTEN_AT + ((cue >> 3) & 3);
  out[n++] = TITLED_AT + ((cue >> 5) & 3);
  out[n++] = GENRE_AT + words.genre;
  out[n++] = DRESS_AT + words.dress;
  return n;
}

/** Rows of the place at which a word is judged; returns how many. */
export function placeRows(
  tokens: Tokens,
  words: DocumentWords,
  lines: Lines,
  at: number,
  out: Int32Array,
): number {
  let n = 0;
  out[n++] = PASSAGE_AT + (words.passage[at] as number);
  out[n++] = TOLD_AT + (words.levels.own[at] as number);
  out[n++] = TOLD_AT + LEVELS + (words.levels.around[at] as number);
  out[n++] = LINE_AT + ((lines.line[at] as number) & (LINES - 1));
  out[n++] = BROKEN_AT + (tokens.breaks[at] as number) * 2 + (lines.bracketed[at] as number);
  let classes = words.phrase[at] as number;
  if (classes === 0) return n;
  while (classes !== 0) {
    out[n++] = PHRASE_AT + 31 - Math.clz32(classes & -classes);
    classes &= classes - 1;
  }
  if (words.phraseFirst[at] === 1) out[n++] = PHRASE_FIRST;
  return n;
}
