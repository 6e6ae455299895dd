// Turns words in their places into rows of the weight table. Features of a word alone are worked
// out once per distinct word and place (two before … two after), the rest per token. Training
// and tagging go through these same two functions, so what was learnt is what is asked.
// Changing anything here needs a new `npm run train`.
import { CIRCLES, circleOf } from "./lexicon.ts";
import type { Lines } from "./line-cues.ts";
import { LEVELS, type Levels } from "./telling-score.ts";
import type { WordType } from "./word-type.ts";
import type { DocumentWords } from "./words.ts";
import { hashText, joined, mixed } from "./word-form.ts";

export const ROW_BITS = 20;
const ROW_MASK = (1 << ROW_BITS) - 1;

/** Words this far to either side have a say. */
export const REACH = 3;

const row = (kind: number, value: number): number => joined(kind, value) & ROW_MASK;

/** Rows of the features a word has by itself when it stands `offset` away; returns how many. */
export function wordRows(word: WordType, offset: number, out: Int32Array): number {
  const near = Math.abs(offset);
  const base = mixed(offset + 100);
  const put = (kind: number, value: number): void => {
    out[n] = row(base + kind, value);
    n += 1;
  };
  let n = 0;
  put(1, word.hash);
  put(2, word.casing);
  let classes = word.classes;
  while (classes !== 0) {
    const lowest = classes & -classes;
    put(3, lowest);
    classes ^= lowest;
  }
  if (word.classes === 0) put(4, word.casing);
  const { family } = word;
  if (family !== 0) for (let k = 0; k < CIRCLES; k++) put(40 + k, circleOf(family, k));
  if (near > 1) return n;
  put(5, word.shape);
  put(6, word.suffix);
  if (near > 0) return n;
  put(7, word.exact);
  const plain = word.plain;
  for (const size of [1, 2, 4]) {
    if (plain.length > size) put(10 + size, hashText(plain, plain.length - size, plain.length));
  }
  for (const size of [2, 3, 4]) {
    if (plain.length > size) put(20 + size, hashText(plain, 0, size));
  }
  put(30, joined(word.suffix, word.casing));
  put(31, Math.min(plain.length, 12));
  put(32, joined(word.gist, word.casing));
  put(33, joined(word.classes, word.casing));
  if (family !== 0)
    for (let k = 0; k < CIRCLES; k++) put(50 + k, circleOf(family, k) * 10 + word.casing);
  if (plain.includes("-")) put(34, 1);
  return n;
}

/** The most rows that one call of either function may write. */
export const MOST_ROWS = 80;

const NOTHING: Pick<WordType, "hash" | "casing" | "shape" | "gist" | "suffix" | "text" | "family"> =
  {
    hash: 7,
    casing: 9,
    shape: 7,
    gist: 40,
    suffix: 7,
    family: 0,
    text: "",
  };

/** How a word can stand: within a sentence, at its start, at the start of a line. */
export const OPENINGS = 3;

/** Rows of the features a word has in this text, standing as `opening` says; returns how many. */
export function formRows(
  words: DocumentWords,
  w: WordType,
  opening: number,
  out: Int32Array,
): number {
  let n = 0;
  out[n++] = row(220, opening * 10 + w.casing);
  const cue = words.cue[w.group] ?? 0;
  out[n++] = row(221, (cue & 7) * 100 + opening * 10 + w.casing);
  out[n++] = row(222, cue);
  out[n++] = row(223, ((cue >> 5) & 3) * 10 + w.casing);
  out[n++] = row(224, joined(cue & 7, w.gist));
  const genre = words.genre * 1000;
  out[n++] = row(260, genre + w.gist * 10 + w.casing);
  out[n++] = row(261, joined(genre, w.hash));
  out[n++] = row(262, genre + opening * 10 + w.casing);
  const dress = words.dress * 1000;
  out[n++] = row(270, dress + w.gist * 10 + w.casing);
  out[n++] = row(272, joined(dress, w.shape));
  out[n++] = row(273, joined(dress + opening, w.shape));
  return n;
}

/** What the features of a word's passage need to know of the word: words alike in it share their sums. */
export const passageKind = (word: PassageWord): number =>
  word.gist * 100 + (word.family !== 0 ? circleOf(word.family, 2) : 80 + word.casing);
type PassageWord = Pick<WordType, "gist" | "casing" | "family">;

/** Writes the rows of the features a word has by what its passage tells of from `from` on; returns where they end. */
export function passageRows(
  word: PassageWord,
  told: number,
  out: Int32Array,
  from: number,
): number {
  let n = from;
  out[n++] = row(280, told);
  out[n++] = row(281, told * 64 + word.gist);
  out[n++] = row(
    282,
    joined(told, word.family !== 0 ? circleOf(word.family, 2) : 3000 + word.casing),
  );
  return n;
}

/** Writes the rows of the features a word has in a sentence that tells as much as `own` says; returns how many. */
export function toldRows(word: WordType, own: number, out: Int32Array): number {
  let n = 0;
  out[n++] = row(290, own);
  out[n++] = row(291, own * 64 + word.gist);
  out[n++] = row(
    292,
    joined(own, word.family !== 0 ? circleOf(word.family, 2) : 3000 + word.casing),
  );
  out[n++] = row(293, joined(own, word.hash));
  out[n++] = row(294, own * 10 + word.casing);
  return n;
}

/** The row of a sentence's level among those of its neighbours. */
const aroundRow = ({ own, around }: Levels, at: number): number =>
  row(295, (own[at] as number) * LEVELS + (around[at] as number));

/** Rows of the features a token has by its company and its text, and by its passage if asked; returns how many. */
export function tokenRows(
  words: DocumentWords,
  lines: Lines,
  at: number,
  out: Int32Array,
  passage = true,
): number {
  const { types, typeOf } = words;
  const last = typeOf.length - 1;
  const w = types[typeOf[at] ?? 0] ?? NOTHING;
  const p = at > 0 ? (types[typeOf[at - 1] ?? 0] ?? NOTHING) : NOTHING;
  const s = at < last ? (types[typeOf[at + 1] ?? 0] ?? NOTHING) : NOTHING;
  let n = 0;
  out[n++] = row(201, joined(p.hash, w.hash));
  out[n++] = row(202, joined(w.hash, s.hash));
  out[n++] = row(203, joined(p.hash, s.hash));
  out[n++] = row(207, (p.casing * 10 + w.casing) * 10 + s.casing);
  out[n++] = row(208, joined(w.casing, p.hash));
  out[n++] = row(209, joined(w.casing, s.hash));
  out[n++] = row(210, p.gist * 64 + w.gist);
  out[n++] = row(211, w.gist * 64 + s.gist);
  out[n++] = row(212, (p.gist * 64 + w.gist) * 64 + s.gist);
  out[n++] = row(214, joined(w.gist, p.hash));
  out[n++] = row(215, joined(w.gist, s.hash));
  if (passage) n = passageRows(w, words.passage[at] ?? 0, out, n);
  out[n++] = aroundRow(words.levels, at);
  const opening = words.opening[at] ?? 0;
  const field = lines.field[at] ?? 0;
  if (field !== 0) {
    out[n++] = row(230, field);
    out[n++] = row(231, joined(field, w.casing));
    out[n++] = row(232, joined(field, w.shape));
  }
  const line = lines.line[at] ?? 0;
  out[n++] = row(240, line);
  out[n++] = row(241, line * 100 + opening * 10 + w.casing);
  if ((lines.bracketed[at] ?? 0) === 1) out[n++] = row(242, w.casing);
  const dress = words.dress * 1000;
  out[n++] = row(271, joined(dress + p.gist, w.gist));
  out[n++] = row(274, joined(joined(p.shape, w.shape), dress + opening));
  let lying = words.phrase[at] ?? 0;
  while (lying !== 0) {
    const lowest = lying & -lying;
    out[n++] = row(263 + words.genre, lowest);
    lying ^= lowest;
  }
  for (let o = -1; o <= 1; o++) {
    let classes = words.phrase[at + o] ?? 0;
    const first = words.phraseFirst[at + o] ?? 0;
    while (classes !== 0) {
      const lowest = classes & -classes;
      out[n++] = row(250 + o * 2 + first * 8, lowest);
      classes ^= lowest;
    }
  }
  return Math.min(n, MOST_ROWS);
}
