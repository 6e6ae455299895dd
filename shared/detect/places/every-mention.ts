// A place, school or body that the case names surely in one sentence is named in every other, whatever the tagger makes
// of that sentence: "an arrangement with Penmarrow" in the recommendations is the town of the history. Names of which
// a word is in no list carry over; ordinary words do not. One pass over all documents.
import type { Hit, PageScan } from "../hit.ts";
import { GIVEN, PLACE, SURNAME } from "../lexicon/lexicon.ts";
import { automaton } from "../people/linking/automaton.ts";
import { isCited } from "../people/mentions/cited.ts";
import { CAPITAL, MIXED, NUMBER, UPPER, tokenise } from "../text/tokens.ts";
import type { Category } from "../model.ts";

const ONE_NAME: ReadonlySet<Category> = new Set<Category>([
  "place",
  "organisation",
  "school",
  "health-provider",
]);

/** Numbers that are somebody's wherever they stand: "PC 2291" of a log is the "OIC 2291" of the summary. */
const NUMBERED: ReadonlySet<Category> = new Set<Category>([
  "collar-number",
  "hospital-number",
  "crime-reference",
]);

/** The number at the end, of four figures and more that are no year. */
const numberOf = (words: string): string | null =>
  /(?:^|\s)(?!(?:19|20)\d{2}$)(\d{4,})$/.exec(words)?.[1] ?? null;

/**
 * Adds the places of such names that no hit of a page touches.
 *
 * @param pages settled hits of each page, in the order of `scans`
 */
export function everyMention(
  pages: readonly (readonly Hit[])[],
  scans: readonly PageScan[],
): readonly (readonly Hit[])[] {
  const models: Hit[] = [];
  const names = new Map<string, number>();
  pages.forEach((hits, s) => {
    for (const hit of hits) {
      if (hit.tier !== "suggested") continue;
      const words = scans[s]!.clean.text.slice(hit.start, hit.end);
      const name = NUMBERED.has(hit.category)
        ? numberOf(words)
        : ONE_NAME.has(hit.category)
          ? distinctive(words)
          : null;
      if (name === null || names.has(name)) continue;
      names.set(name, models.length);
      models.push(hit);
    }
  });
  if (names.size === 0) return pages;
  const machine = automaton(names);
  return pages.map((hits, s) => {
    const { tokens, clean } = scans[s]!;
    let covered: Uint8Array | null = null;
    const free = (start: number, end: number): boolean => {
      covered ??= coveredBy(hits, clean.text.length);
      const next = covered.indexOf(1, start);
      return (next < 0 || next >= end) && !isCited(clean.text, start, end);
    };
    const more: Hit[] = [];
    machine.scan(
      tokens.count,
      (i) => tokens.lower(i),
      (i) => tokens.adjacent(i),
      (payload, from, to) => {
        const start = tokens.starts[from]!;
        const end = tokens.ends[to - 1]!;
        const shape = tokens.shape[from]! & (CAPITAL | UPPER | NUMBER | MIXED);
        if (shape === 0 || !free(start, end)) return;
        more.push({ ...models[payload]!, start, end, why: "Named so elsewhere in this case" });
      },
    );
    return more.length === 0 ? hits : [...hits, ...more];
  });
}

/** One byte a letter: 1 where a hit stands. */
function coveredBy(hits: readonly Hit[], length: number): Uint8Array {
  const covered = new Uint8Array(length);
  for (const hit of hits) if (hit.category !== "explicit") covered.fill(1, hit.start, hit.end);
  return covered;
}

/** The words in small letters, where one of them is known as a name at most; null for ordinary words. */
function distinctive(text: string): string | null {
  const tokens = tokenise(text);
  const words: string[] = [];
  let unknown = false;
  for (let i = 0; i < tokens.count; i++) {
    words.push(tokens.lower(i));
    const named = (tokens.known[i]! & ~(SURNAME | GIVEN | PLACE)) === 0;
    unknown ||= named && (tokens.shape[i]! & CAPITAL) !== 0 && words[i]!.length >= 4;
  }
  return unknown ? words.join(" ") : null;
}
