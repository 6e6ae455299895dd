// The burnt terms of a document: what stood under the marks, whole and in its distinctive words,
// each with the label that replaces it elsewhere. Terms live in memory for the length of a burn;
// they must never be written, logged or counted by content.
import { COMMON_WORDS } from "./common-words.ts";
import { fold } from "./fold.ts";

export interface Term {
  /** Folded. */
  readonly text: string;
  /** What replaces it, brackets included. */
  readonly replacement: string;
  /** May be found inside a longer word as well ("thistlewoodreport"). */
  readonly anywhere: boolean;
}

export interface MarkedText {
  readonly text: string;
  readonly label: string | null;
}

const SHORTEST_WORD = 4;
/** A folded term of this length is no accident inside a longer word. */
const LONG = 7;
const SHORTEST_PHRASE = 2;

export function termsOf(marked: readonly MarkedText[]): readonly Term[] {
  const terms = new Map<string, Term>();
  const add = (text: string, label: string | null) => {
    const folded = fold(text).text;
    if (folded.length < SHORTEST_PHRASE || terms.has(folded)) return;
    terms.set(folded, {
      text: folded,
      replacement: label === null || label === "" ? "[redacted]" : `[${label}]`,
      anywhere: folded.length >= LONG,
    });
  };
  for (const { text, label } of marked) {
    // One letter or "the" alone would sweep every title of the document.
    if (!COMMON_WORDS.has(fold(text).text)) add(text, label);
    for (const word of distinctiveWords(text)) add(word, label);
  }
  // Longer terms first: a full name is replaced before its parts.
  return [...terms.values()].sort(
    (a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
  );
}

/** Words that point to someone on their own: names and references, not "school" or "Mother". */
export function distinctiveWords(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'\u2019\u00ad-]*/gu) ?? [];
  return words
    .flatMap((word) => [word, ...word.split(/-/u)])
    .filter((word) => {
      const folded = fold(word).text.replace(/s$/u, (s) => (/['\u2019]s$/iu.test(word) ? "" : s));
      if (folded.length < SHORTEST_WORD) return false;
      if (!/\p{Lu}|\p{N}/u.test(word)) return false;
      return !COMMON_WORDS.has(folded) && !COMMON_WORDS.has(fold(word).text);
    })
    .map((word) => word.replace(/['\u2019]s$/iu, ""));
}
