// Unknown words that a case uses as the name of a place: "in Penmarrow", "the Saltbeck estate", "Thornmere Borough
// Council". One doubtful mention must not make a person of a town whose every other place says "in" before it.
// Counted once over all documents, with what the tagger sees there.
import type { Hit, PageScan } from "../hit.ts";
import { GIVEN, SURNAME, TITLE, WORD } from "../lexicon/lexicon.ts";
import type { TaggedSpan } from "../tagged-span.ts";
import { CAPITAL, HEADING, POSSESSIVE, type Tokens } from "../text/tokens.ts";
import { PLACES_NAME } from "./places.ts";

const BEFORE = new Set("in near at around outside across throughout within".split(" "));
const WEAKLY_BEFORE = new Set("from to into towards of via between and".split(" "));
const AFTER = new Set(
  "estate road street avenue lane close drive council borough hospital constabulary police primary school academy infirmary town village board court crown safeguarding children's parish park station general county city district river health housing families residents locality".split(
    " ",
  ),
);
const DEEDS = new Set(
  "said says told asked replied went came left knew felt wanted thought lived lives moved attended disclosed denied agreed rang phoned telephoned visited cried".split(
    " ",
  ),
);
const KIN_OWNED =
  /^(?:mother|father|mum|dad|brother|sister|partner|parents|school|birth|behaviour|death|son|daughter)$/;

interface Use {
  places: number;
  people: number;
  /** The tagger's word for a place less its word for a person. */
  tagged: number;
}

/** Lower-case words that are places of this case. */
export function usedAsPlaces(
  scans: readonly PageScan[],
  tags: readonly (readonly TaggedSpan[])[],
): ReadonlySet<string> {
  const uses = new Map<string, Use>();
  scans.forEach(({ tokens }, s) => {
    const here = tags[s] ?? [];
    let next = 0;
    for (let i = 0; i < tokens.count; i++) {
      if (!mayBePlace(tokens, i)) continue;
      const word = tokens.lower(i);
      let use = uses.get(word);
      if (use === undefined) uses.set(word, (use = { places: 0, people: 0, tagged: 0 }));
      if (readsAsPerson(tokens, i)) use.people++;
      while (next < here.length && here[next]!.end <= tokens.starts[i]!) next++;
      const tag = here[next];
      const seen = tag !== undefined && tag.start < tokens.ends[i]!;
      const sure = seen && tag.type === "LOC" && tag.score >= SURE;
      use.places += Math.max(readsAsPlace(tokens, i), sure ? 1 : 0);
      if (seen)
        use.tagged += tag.type === "PERSON" ? -tag.score : PLACED.has(tag.type) ? tag.score : 0;
    }
  });
  const places = new Set<string>();
  for (const [word, { places: n, people, tagged }] of uses)
    if (n >= 2 && people * 6 <= n && tagged >= 0) places.add(word);
  return places;
}
/** From here on the tagger's word for a place is as good as "in" before it. */
const SURE = 0.95;
const PLACED = new Set(["LOC", "ORG"]);

function mayBePlace(tokens: Tokens, i: number): boolean {
  if ((tokens.shape[i]! & CAPITAL) === 0 || tokens.ends[i]! - tokens.starts[i]! < 4) return false;
  return (tokens.known[i]! & ~SURNAME) === 0;
}

const touches = (tokens: Tokens, i: number): boolean =>
  i >= 0 && i + 1 < tokens.count && tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]) === " ";

function readsAsPlace(tokens: Tokens, i: number): number {
  if (touches(tokens, i) && AFTER.has(tokens.lower(i + 1))) return 1;
  if (!touches(tokens, i - 1)) return 0;
  const before = tokens.lower(i - 1);
  return BEFORE.has(before) ? 1 : WEAKLY_BEFORE.has(before) ? 0.25 : 0;
}

function readsAsPerson(tokens: Tokens, i: number): boolean {
  if (touches(tokens, i - 1)) {
    const before = tokens.known[i - 1]!;
    if ((before & TITLE) !== 0) return true;
    if (
      (before & GIVEN) !== 0 &&
      (before & WORD) === 0 &&
      (tokens.shape[i - 1]! & CAPITAL) !== 0 &&
      (tokens.shape[i]! & HEADING) === 0
    )
      return true;
  }
  if (i + 1 >= tokens.count) return false;
  if ((tokens.shape[i]! & POSSESSIVE) !== 0) return KIN_OWNED.test(tokens.lower(i + 1));
  return touches(tokens, i) && DEEDS.has(tokens.lower(i + 1));
}

/** What the tagger sees, corrected: it too may take such a word for a person here and there. */
export function correctedTags(
  tags: readonly TaggedSpan[],
  text: string,
  words: ReadonlySet<string>,
): readonly TaggedSpan[] {
  if (words.size === 0) return tags;
  return tags.map((tag) =>
    tag.type === "PERSON" && words.has(text.slice(tag.start, tag.end).toLowerCase())
      ? { ...tag, type: "LOC" }
      : tag,
  );
}

/** Every place of such a word on a page that no other rule has explained. */
export function placesOfCase(scan: PageScan, words: ReadonlySet<string>, taken: Uint8Array): Hit[] {
  if (words.size === 0) return [];
  const { tokens } = scan;
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (taken[i] === 1 || !mayBePlace(tokens, i) || !words.has(tokens.lower(i))) continue;
    hits.push({
      start: tokens.starts[i]!,
      end: tokens.ends[i]!,
      category: "place",
      identifier: "quasi",
      score: 0.8,
      tier: "suggested",
      detector: PLACES_NAME,
      version: "1",
      why: "A place throughout this case",
    });
  }
  return hits;
}
