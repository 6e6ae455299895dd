// Cuts a clean page into words and numbers and tells of each how it is written, where it stands and
// what the lexicon knows of it. One pass; nothing is judged here. Spans are into the clean text.
import { lexicon } from "../lexicon/lexicon.ts";
import { compoundBits } from "./compound.ts";
import { classAt, FIGURE, LETTER, MARK } from "./letters.ts";

/** How a token is written. */
export const CAPITAL = 1;
export const UPPER = 2;
export const INITIAL = 4;
export const LOWER = 8;
export const NUMBER = 16;
/** It has both digits and letters, digits not first. */
export const MIXED = 32;
/** Where it stands. */
export const SENTENCE_START = 64;
export const LINE_START = 128;
/** Its line is a heading: most words carry capitals, so a capital says little. */
export const HEADING = 256;
export const POSSESSIVE = 512;
/** Capital inside: McDonald, O'Neil, iPhone, MacKay. */
export const INNER_CAPITAL = 1024;

export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  /** End of the word without a possessive 's. */
  readonly ends: Int32Array;
  readonly shape: Uint16Array;
  /** Lexicon bits of the lower-case word. */
  readonly known: Uint16Array;
  word(index: number): string;
  lower(index: number): string;
  /** Only spaces, one line break or nothing between a token and the next. */
  adjacent(index: number): boolean;
}

/** Where the word that begins at `i` ends: letters with inner apostrophes and hyphens, or figures and letters. */
function wordEnd(text: string, i: number): number {
  const wordy = LETTER | MARK;
  let end = i;
  if ((classAt(text, i) & wordy) === 0) {
    while (end < text.length && (classAt(text, end) & (LETTER | FIGURE)) !== 0) end++;
    return end;
  }
  for (;;) {
    while (end < text.length && (classAt(text, end) & wordy) !== 0) end++;
    const code = text.charCodeAt(end);
    if ((code !== 39 && code !== 45) || end + 1 >= text.length) return end;
    if ((classAt(text, end + 1) & wordy) === 0) return end;
    end++;
  }
}

/** What does not depend on a word's place; the same words come again and again. */
interface WordFacts {
  /** Letters that belong to the word, without a possessive 's. */
  readonly length: number;
  readonly shape: number;
  readonly known: number;
  /** The word in small letters, one string for all its places. */
  readonly lower: string;
}

function factsOf(whole: string, bits: ReadonlyMap<string, number>): WordFacts {
  let word = whole;
  let shape = shapeOf(word);
  if (/['](?:s|S)$/.test(word)) {
    word = word.slice(0, -2);
    shape = (shapeOf(word) & ~POSSESSIVE) | POSSESSIVE;
  }
  const lower = word.toLowerCase();
  const known = (shape & NUMBER) === 0 ? (bits.get(lower) ?? compoundBits(lower, bits)) : 0;
  return { length: word.length, shape, known, lower };
}
const CLOSERS = new Set("\"')]}");

export function tokenise(text: string): Tokens {
  const { bits } = lexicon();
  let capacity = Math.max(16, text.length >> 2);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let shape = new Uint16Array(capacity);
  let known = new Uint16Array(capacity);
  let count = 0;
  const facts = new Map<string, WordFacts>();
  const lowers: string[] = [];
  let previousEnd = 0;
  for (let start = 0; start < text.length; start++) {
    if ((classAt(text, start) & (LETTER | MARK | FIGURE)) === 0) continue;
    if (count === capacity) {
      capacity *= 2;
      [starts, ends] = [grown(starts, capacity), grown(ends, capacity)];
      [shape, known] = [grown(shape, capacity), grown(known, capacity)];
    }
    const wholeEnd = wordEnd(text, start);
    const whole = text.slice(start, wholeEnd);
    let fact = facts.get(whole);
    if (fact === undefined) facts.set(whole, (fact = factsOf(whole, bits)));
    starts[count] = start;
    ends[count] = start + fact.length;
    shape[count] = fact.shape | startOf(text, previousEnd, start, count === 0);
    known[count] = fact.known;
    lowers.push(fact.lower);
    count++;
    previousEnd = wholeEnd;
    start = wholeEnd - 1;
  }
  markHeadings(text, starts, ends, shape, known, count);
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    shape: shape.subarray(0, count),
    known: known.subarray(0, count),
    word: (i) => text.slice(starts[i], ends[i]),
    lower: (i) => lowers[i] ?? "",
    adjacent: (i) => {
      if (i + 1 >= count) return false;
      const from = ends[i]!;
      const to = starts[i + 1]!;
      if (to - from > 40) return false;
      let breaks = 0;
      for (let k = from; k < to; k++) {
        const code = text.charCodeAt(k);
        if (code === 10) breaks++;
        else if (code !== 32 && code !== 9 && code !== 13) return false;
      }
      return breaks < 2 && to > from;
    },
  };
}

function grown<T extends Int32Array | Uint16Array>(old: T, capacity: number): T {
  const next = new (old.constructor as new (n: number) => T)(capacity);
  next.set(old);
  return next;
}

const ARTICLED = /^(?:al|el|ul|ur|ad|as|az|ar|an|at|ash)-\p{Lu}/u;

function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return NUMBER;
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code > 127) {
      const char = word[i]!;
      if (char !== char.toLowerCase()) upper++;
      else if (char !== char.toUpperCase()) lower++;
    }
  }
  const firstChar = word[0]!;
  const capital = firstChar !== firstChar.toLowerCase();
  let bits = digits > 0 ? MIXED : 0;
  if (capital && upper === 1 && lower === 0 && word.length === 1) bits |= INITIAL;
  else if (capital && lower === 0 && upper > 1) bits |= UPPER;
  else if (capital) bits |= CAPITAL;
  // "al-Rahman": the article is small, the name is none the less a name.
  else bits |= ARTICLED.test(word) ? CAPITAL : LOWER;
  if (upper > (capital ? 1 : 0) && lower > 0) bits |= INNER_CAPITAL;
  return bits;
}

/** A sentence starts after . ? ! : ; or an opening quote after one, after a blank line, after a bullet. */
function startOf(text: string, from: number, to: number, first: boolean): number {
  if (first) return SENTENCE_START | LINE_START;
  let breaks = 0;
  let terminal = false;
  let bullet = false;
  let quote = false;
  for (let i = from; i < to; i++) {
    const char = text[i]!;
    if (char === "\n") breaks++;
    else if (char === "." || char === "?" || char === "!" || char === ":" || char === ";")
      terminal = !(char === "." && isAbbreviation(text, i));
    else if (char === "•" || char === "*" || char === "·" || char === "|" || char === "\t")
      bullet = true;
    else if (char === '"' || char === "(") quote = true;
    else if (char === "'" && i + 1 === to && i > from) quote = true;
    else if (char !== " " && char !== "\r" && !CLOSERS.has(char)) {
      terminal = false;
      if (char === "-" && breaks > 0) bullet = true;
    }
  }
  let bits = breaks > 0 ? LINE_START : 0;
  if (terminal || breaks > 1 || bullet || quote) bits |= SENTENCE_START;
  return bits;
}

const ABBREVIATION =
  /(?:^|[\s(."'])(?:mr|mrs|ms|dr|prof|rev|st|sgt|insp|cllr|hon|no|vs?|v|fig|approx|esp|jr|sr|[A-Za-z])$/i;

function isAbbreviation(text: string, dot: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, dot - 7), dot));
}

/** A short line without a final stop whose long words nearly all carry capitals is a heading. */
function markHeadings(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  shape: Uint16Array,
  known: Uint16Array,
  count: number,
): void {
  let from = 0;
  while (from < count) {
    let to = from + 1;
    while (to < count && (shape[to]! & LINE_START) === 0) to++;
    const words = to - from;
    const tail = text.slice(ends[to - 1], ends[to - 1]! + 3);
    if (words <= 14 && !/^(?:['s]*)[.,;]/.test(tail)) {
      let long = 0;
      let capitals = 0;
      let ordinary = 0;
      for (let i = from; i < to; i++) {
        if (ends[i]! - starts[i]! < 4 || (shape[i]! & NUMBER) !== 0) continue;
        long++;
        if ((shape[i]! & (CAPITAL | UPPER)) !== 0) capitals++;
        if ((known[i]! & 1) !== 0) ordinary++;
      }
      if (long > 0 && capitals === long && ordinary > 0)
        for (let i = from; i < to; i++) shape[i]! |= HEADING;
    }
    from = to;
  }
}

/** Index of the first token that ends after an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
