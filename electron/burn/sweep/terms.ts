// The burnt terms of a document: what stood under the marks, whole and in its distinctive words,
// each with the label that replaces it elsewhere. Terms live in memory for the length of a burn;
// they must never be written, logged or counted by content.
import { COMMON_WORDS } from "./common-words.ts";
import { foldedText } from "./fold.ts";

export interface Term {
  /** Folded. */
  readonly text: string;
  /** What replaces it, brackets included. */
  readonly replacement: string;
  /** The label of the mark it stood under; null for a plain box. */
  readonly label: string | null;
  /** May be found inside a longer word as well ("thistlewoodreport"). */
  readonly anywhere: boolean;
  /** All of a mark's text rather than one word of it. */
  readonly whole: boolean;
}

export interface MarkedText {
  readonly text: string;
  readonly label: string | null;
}

const SHORTEST_WORD = 4;
/** Three letters are a name where they are written like one: "Tom", "Zoë", and not "NHS" or "was". */
const SHORT_NAME = /^\p{Lu}\p{Ll}\p{M}*\p{Ll}\p{M}*$/u;
/** Letters from which a word is rare, however it is written. */
const RARE = 12;
/** A folded term of this length is no accident inside a longer word. */
const LONG = 7;
const SHORTEST_PHRASE = 2;
/** Of a term of this length half is as telling as a word: "November 2010" of a whole date. */
const HALVED = 8;
const MOST_WORDS = 12;
/** An age or a day says nothing elsewhere, and page numbers would go with it. */
const SHORTEST_NUMBER = 4;

/** @param unmarked texts that stay to be read: a word of theirs betrays nobody on its own */
export function termsOf(
  marked: readonly MarkedText[],
  unmarked: readonly string[] = [],
): readonly Term[] {
  const terms = new Map<string, Term>();
  const words = wordsOf(unmarked);
  const open = unmarked.map((text) => foldedText(text)).join(" ");
  const add = (text: string, label: string | null, whole: boolean) => {
    const folded = foldedText(text);
    if (folded.length < SHORTEST_PHRASE || terms.has(folded)) return;
    if (/^\d+$/u.test(folded) && folded.length < SHORTEST_NUMBER) return;
    terms.set(folded, {
      text: folded,
      replacement: label === null || label === "" ? "[redacted]" : `[${label}]`,
      label,
      anywhere: folded.length >= LONG,
      whole,
    });
  };
  // One name is marked many times; its first label counts.
  const known = new Set<string>();
  const different = marked
    .flatMap(({ text, label }) => bothWays(text).map((way) => ({ text: way, label })))
    .filter(({ text }) => !known.has(text) && known.add(text));
  for (const { text, label } of different) {
    if (!COMMON_WORDS.has(foldedText(text))) add(text, label, true);
  }
  for (const { text, label } of different) {
    for (const word of distinctiveWords(text)) {
      const folded = foldedText(word);
      if (/\d/u.test(folded) || !words.has(folded)) add(word, label, false);
    }
    for (const half of halves(text)) if (!open.includes(foldedText(half))) add(half, label, false);
  }
  return [...terms.values()].sort(longerFirst);
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Letters on a page are told from left to right; names that run the other way are kept as they are read. */
function bothWays(text: string): readonly string[] {
  return RIGHT_TO_LEFT.test(text) ? [text, [...text].toReversed().join("")] : [text];
}

/** A full name is replaced before its parts. */
export const longerFirst = (a: Term, b: Term): number =>
  b.text.length - a.text.length || (a.text < b.text ? -1 : 1);

/** Words that point to someone on their own: names and references, not "school" or "Mother". */
export function distinctiveWords(text: string): readonly string[] {
  return wordPieces(text).filter((word) => {
    const folded = foldedText(word);
    if (COMMON_WORDS.has(folded)) return false;
    if (folded.length < SHORTEST_WORD) return SHORT_NAME.test(word);
    return folded.length >= RARE || /\p{Lu}|\p{N}/u.test(word);
  });
}

/** Words in a row that make up at least half of a phrase. */
function halves(text: string): readonly string[] {
  const length = foldedText(text).length;
  const words = text.split(/[\s\p{Cc}]+/u).filter((word) => foldedText(word) !== "");
  if (length < HALVED || words.length < 2 || words.length > MOST_WORDS) return [];
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      const part = words.slice(from, to).join(" ");
      if (to - from < words.length && 2 * foldedText(part).length >= length) parts.push(part);
    }
  }
  return parts;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'\u2019\u00ad-]*/gu;

/** Words, and the halves of hyphenated ones, without a possessive ending. */
function wordPieces(text: string): readonly string[] {
  return (text.match(WORDS) ?? []).flatMap(partsOf);
}

function partsOf(word: string): readonly string[] {
  const parts = word.includes("-") ? [word, ...word.split("-")] : [word];
  return parts.map((part) => part.replace(/['\u2019]s?$/iu, ""));
}

/** Folded. */
function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  // A long document says most of its words many times.
  const different = new Set(texts.flatMap((text) => text.match(WORDS) ?? []));
  for (const word of different) for (const part of partsOf(word)) words.add(foldedText(part));
  return words;
}
