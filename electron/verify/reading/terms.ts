// The burnt terms: what was under the marks, as phrases and as single distinctive words, and an
// index to find them in folded text. Terms live only in memory; they must never reach a message,
// a log or a result. Which words are too ordinary to betray anybody is decided here, once.
import { COMMON_WORDS } from "./common-words.ts";
import { CUT, foldTerm } from "./fold.ts";
import type { Folded } from "./fold.ts";

export interface Term {
  readonly folded: string;
  /** As it stood under the mark. */
  readonly raw: string;
  /** First page on which it was marked. */
  readonly page: number;
  /** A word that the unmarked text uses as an everyday word too: judged on pages, not in titles. */
  readonly ordinary: boolean;
  /** All of a mark's text rather than one word of it. */
  readonly whole: boolean;
}

export interface BurntText {
  readonly page: number;
  readonly text: string;
}

const SHORTEST = 3;
/** From this length on a term is found inside longer words too. */
const ANYWHERE = 7;
const MAX_TERMS = 60_000;

export function collectTerms(burnt: readonly BurntText[], unmarked: ReadonlySet<string>): Term[] {
  const terms = new Map<string, Term>();
  const add = (raw: string, page: number, whole: boolean): void => {
    const folded = foldTerm(raw).text;
    // A name that stands unmarked elsewhere is readable there by right, but a title may not repeat it.
    const open = unmarked.has(folded) && !/\p{N}/u.test(raw) && !(whole && /\p{Lu}/u.test(raw));
    const everyday = common(raw, folded) || open;
    const known = terms.get(folded);
    if (terms.size >= MAX_TERMS || (known && !(known.ordinary && !everyday))) return;
    terms.set(folded, { folded, raw, page, ordinary: everyday, whole });
  };
  for (const { page, text } of burnt) {
    const words = text.split(/[\s\p{Cc}]+/u).filter((word) => foldTerm(word).text.length > 0);
    const whole = foldTerm(text).text;
    if (whole.length >= SHORTEST && !common(text, whole) && telling(words)) add(text, page, true);
    if (words.length < 2) continue;
    for (const word of words) if (distinctive(word)) add(word, page, false);
  }
  return [...terms.values()];
}

/** An everyday word, as it is or as an owner's: "children", "Children’s". */
function common(raw: string, folded: string): boolean {
  if (COMMON_WORDS.has(folded)) return true;
  return /['\u2019]s$/iu.test(raw.trim()) && COMMON_WORDS.has(folded.slice(0, -1));
}

/** A phrase of nothing but everyday words and small numbers is only telling where it is long. */
function telling(words: readonly string[]): boolean {
  const folded = words.map((word) => foldTerm(word).text);
  const digits = folded.join("").replace(/\P{N}/gu, "").length;
  const rare = folded.some((word) => /\p{L}/u.test(word) && !COMMON_WORDS.has(word));
  return rare || digits >= 5 || words.length > 4;
}

function distinctive(word: string): boolean {
  const folded = foldTerm(word).text;
  if (folded.length < SHORTEST || common(word, folded)) return false;
  // Three letters are a name or an abbreviation: "Tom", not "NHS".
  if (folded.length === SHORTEST) return /^\p{Lu}\p{Ll}\p{Ll}/u.test(word);
  const digits = folded.replace(/\P{N}/gu, "").length;
  if (digits === folded.length) return digits >= 6;
  return digits > 0 ? folded.length >= 5 : /\p{Lu}/u.test(word) || folded.length >= 12;
}

export interface Hit {
  readonly term: number;
  readonly start: number;
}

/** A number for the first letters of a term; others may have the same. */
export function headOf(text: string, at: number): number {
  const [one, two] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return ((one << 11) ^ (two << 6) ^ (two >> 5) ^ (text.charCodeAt(at + 2) << 1)) & (HEADS - 1);
}

/** Letters that `headOf` looks at, and how many numbers it gives. */
export const HEAD = 3;
export const HEADS = 1 << 16;

/** Finds many terms at once in folded texts. */
export class TermIndex {
  /** By the number of their head; most places of a text begin none. */
  private readonly byHead = new Map<number, number[]>();
  private readonly heads = new Uint8Array(HEADS);
  private readonly terms: readonly string[];

  constructor(terms: readonly string[]) {
    this.terms = terms;
    for (const [i, term] of terms.entries()) {
      if (term.length < SHORTEST) continue;
      const head = headOf(term, 0);
      this.heads[head] = 1;
      const list = this.byHead.get(head);
      if (list) list.push(i);
      else this.byHead.set(head, [i]);
    }
  }

  /** @param loose short terms need to begin or to end with a word, not both */
  find(folded: Folded, loose = false): Hit[] {
    const hits: Hit[] = [];
    if (this.byHead.size === 0) return hits;
    const { text, starts } = folded;
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      const head = headOf(text, at);
      if (this.heads[head] === 0) continue;
      for (const i of this.byHead.get(head)!) {
        const term = this.terms[i]!;
        if (!text.startsWith(term, at)) continue;
        const end = at + term.length;
        const begins = starts[at] === 1;
        const ends = end === text.length || starts[end] === 1;
        const bounded = loose ? begins || ends : begins && ends;
        if (term.length >= ANYWHERE || bounded) hits.push({ term: i, start: at });
      }
    }
    return hits;
  }

  /** Terms that occur at all, within longer words too. */
  within(folded: string, into: Set<number>): void {
    for (let at = 0; at + SHORTEST <= folded.length; at++) {
      const head = headOf(folded, at);
      if (this.heads[head] === 0) continue;
      for (const i of this.byHead.get(head)!)
        if (!into.has(i) && folded.startsWith(this.terms[i]!, at)) into.add(i);
    }
  }

  counts(folded: Folded): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { term } of this.find(folded)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  }
}

/**
 * Pieces of half a term's length: whoever finds one has half the name.
 * @param least letters of a piece, where shorter ones turn up by chance
 * @param tells whether a stretch of the term proves anything
 */
export function fragmentsOf(
  term: Term,
  least = 0,
  tells: (from: number, to: number) => boolean = () => true,
): string[] {
  const { folded } = term;
  if (term.ordinary || folded.length < 8 || folded.includes(CUT)) return [];
  // Of a long phrase a dozen letters are as good as half of it.
  const length = Math.max(least, Math.min(12, Math.ceil(folded.length / 2)));
  const pieces: string[] = [];
  for (let i = 0; i + length <= folded.length && pieces.length < 400; i++)
    if (tells(i, i + length)) pieces.push(folded.slice(i, i + length));
  return pieces;
}
