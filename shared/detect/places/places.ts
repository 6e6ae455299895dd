// Places: known settlements, counties and countries, and unknown ones that the words before them give away.
// A place that is also a person's name or an ordinary word (Bath, Reading, Lincoln) needs a word like "in".
import type { Hit, PageScan } from "../hit.ts";
import {
  COUNTRY,
  GIVEN,
  NAME,
  NOT_NAME,
  PLACE,
  PLACE_START,
  TITLE,
  WORD,
  lexicon,
} from "../lexicon/lexicon.ts";
import { CAPITAL, HEADING, SENTENCE_START, UPPER, type Tokens } from "../text/tokens.ts";

/** Taken by the name of one place only: a person of the case who bears it may claim it back. */
export const PLACE_ONLY = 2;

export const PLACES_NAME = "place";
const VERSION = "1";

const LOCATIVE = new Set(
  "in at from to near around outside through across of into towards via within throughout between visiting visited left leaving moved central north south east west greater inner outer".split(
    " ",
  ),
);
/** So general that naming them identifies no one here. */
const MONTHS = new Set(["march", "may"]);
const HOME = new Set([
  "england",
  "wales",
  "scotland",
  "united kingdom",
  "great britain",
  "britain",
  "northern ireland",
  "british isles",
]);

export function findPlaces(scan: PageScan, taken: Uint8Array): Hit[] {
  const { tokens } = scan;
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.shape[i]! & (CAPITAL | UPPER)) === 0 || taken[i] === 1) continue;
    const known = tokens.known[i]!;
    if (tokens.lower(i) === "county" && isCounty(tokens, i)) {
      hits.push(hit(tokens, i, i + 1, 0.9, true, "Named county"));
      i++;
      continue;
    }
    if ((known & (PLACE | PLACE_START)) === 0 || afterTitle(tokens, i)) continue;
    const several = (known & PLACE_START) !== 0 ? longest(tokens, i) : 0;
    if (several > 0) {
      const name = tokens.text.slice(tokens.starts[i], tokens.ends[i + several]).toLowerCase();
      if (!HOME.has(name)) hits.push(hit(tokens, i, i + several, 0.9, true, "Known place"));
      i += several;
      continue;
    }
    if ((known & PLACE) === 0 || HOME.has(tokens.lower(i))) continue;
    const judged = judge(tokens, i);
    if (judged !== null) hits.push(hit(tokens, i, i, judged.score, judged.sure, judged.why));
  }
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.lower(i);
    if (word.length < 9 || !word.includes("-") || !LINKED.test(word)) continue;
    if ((tokens.shape[i]! & (CAPITAL | UPPER)) === 0) continue;
    const [start, end] = [tokens.starts[i]!, tokens.ends[i]!];
    // "Brother-in-law", "Editor-in-Chief" are no villages.
    const last = tokens.text.slice(start, end).split("-").pop()!;
    if (last === last.toLowerCase() || /^(?:law|chief|arms|charge|residence|waiting)$/i.test(last))
      continue;
    if (!hits.some((h) => h.start < end && start < h.end))
      hits.push({ ...NAMED_BY_LINK, start, end });
  }
  return hits;
}

/** "Minster-on-Sea", "Stratton-le-Vale", "Ashby-de-la-Zouch": only places are written so. */
const LINKED =
  /^[^-]{3,20}-(?:(?:on|upon|in|le|la|by|under|next|super|cum|at|sub|juxta|de|en|with|over)-){1,2}(?:the-)?[^-]{3,20}$/;
const NAMED_BY_LINK = {
  category: "place",
  identifier: "quasi",
  score: 0.88,
  tier: "suggested",
  detector: PLACES_NAME,
  version: VERSION,
  why: "Written like the name of a place",
} as const;

/** "County Kerry", never "County Court" or "County Lines". */
function isCounty(tokens: Tokens, i: number): boolean {
  if (i + 1 >= tokens.count || !tokens.adjacent(i)) return false;
  if (/[\p{L}\p{N}]/u.test(tokens.text[tokens.ends[i + 1]!] ?? "")) return false;
  const known = tokens.known[i + 1]!;
  if ((tokens.shape[i + 1]! & (CAPITAL | UPPER)) === 0 || (known & NOT_NAME) !== 0) return false;
  return (known & WORD) === 0 || tokens.lower(i + 1) === "down";
}

/** How many tokens more a known place of several words takes from token i; 0 for none. */
function longest(tokens: Tokens, i: number): number {
  const list = lexicon().places.get(tokens.lower(i));
  if (list === undefined) return 0;
  const ahead = tokens.text
    .slice(tokens.starts[i], tokens.starts[i]! + 40)
    .toLowerCase()
    .replaceAll("\n", " ");
  for (const place of list) {
    if (!ahead.startsWith(place)) continue;
    const end = tokens.starts[i]! + place.length;
    for (let k = 1; k <= 4 && i + k < tokens.count; k++) {
      if (tokens.ends[i + k] === end)
        return (tokens.shape[i + k]! & (CAPITAL | UPPER)) !== 0 ? k : 0;
    }
  }
  return 0;
}

/** "Mr Tunstall", "Dr Kent": a person, wherever the name comes from. */
function afterTitle(tokens: Tokens, i: number): boolean {
  if (i === 0 || (tokens.known[i - 1]! & TITLE) === 0) return false;
  return /^\.? $/.test(tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]));
}

function judge(tokens: Tokens, i: number): { score: number; sure: boolean; why: string } | null {
  const known = tokens.known[i]!;
  const shape = tokens.shape[i]!;
  const edge = (shape & (SENTENCE_START | HEADING)) !== 0;
  const before = i > 0 && adjacent(tokens, i - 1) ? tokens.lower(i - 1) : "";
  const locative = LOCATIVE.has(before);
  const another = afterComma(tokens, i);
  if ((known & COUNTRY) !== 0 && (known & WORD) === 0)
    return { score: 0.7, sure: true, why: "Country" };
  if ((known & (WORD | NOT_NAME)) === 0 && (known & NAME) === 0 && surnameAt(tokens, i))
    return null;
  if ((known & (WORD | NOT_NAME)) === 0 && (known & NAME) === 0)
    return { score: edge ? 0.75 : 0.88, sure: true, why: "Known place" };
  if ((known & NAME) !== 0 && (known & (WORD | NOT_NAME)) === 0) {
    // Followed by another capital it is rather part of a person's name: "Chester Bennett".
    if (followedByName(tokens, i)) return null;
    if (locative || another) return { score: 0.75, sure: true, why: "Place, also a name" };
    return edge ? null : { score: 0.4, sure: false, why: "Might be a place or a name" };
  }
  if (edge || followedByName(tokens, i) || MONTHS.has(tokens.lower(i))) return null;
  if (locative && before !== "of")
    return { score: 0.6, sure: false, why: "Place that is also an ordinary word" };
  return another ? { score: 0.6, sure: false, why: "Place that is also an ordinary word" } : null;
}

/**
 * "Ruth Tansley": a settlement's name right after a given name that is nothing else is her surname; within a sentence
 * or after a title after one that is a word as well ("Mr Peter Thorne").
 */
function surnameAt(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]) !== " ") return false;
  const before = tokens.known[i - 1]!;
  return (
    (tokens.shape[i - 1]! & CAPITAL) !== 0 &&
    (before & GIVEN) !== 0 &&
    (before & (NOT_NAME | PLACE)) === 0 &&
    ((before & WORD) === 0 ||
      (tokens.shape[i - 1]! & (SENTENCE_START | HEADING)) === 0 ||
      titled(tokens, i - 1))
  );
}

const titled = (tokens: Tokens, i: number): boolean =>
  i > 0 && (tokens.known[i - 1]! & TITLE) !== 0;

function adjacent(tokens: Tokens, i: number): boolean {
  return /^[ \n]$/.test(tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]));
}

function followedByName(tokens: Tokens, i: number): boolean {
  if (i + 1 >= tokens.count || !adjacent(tokens, i)) return false;
  return (
    (tokens.shape[i + 1]! & CAPITAL) !== 0 &&
    tokens.text[tokens.ends[i]!] === " " &&
    ((tokens.known[i + 1]! & (PLACE | NOT_NAME)) === 0 || (tokens.known[i + 1]! & NAME) !== 0)
  );
}

/** "Ripon, North Yorkshire": a list of places explains its members. */
function afterComma(tokens: Tokens, i: number): boolean {
  const next = i + 1 < tokens.count ? i + 1 : i;
  const gap = tokens.text.slice(tokens.ends[i], tokens.starts[next]);
  return gap === ", " && (tokens.known[next]! & (PLACE | PLACE_START)) !== 0;
}

function hit(
  tokens: Tokens,
  from: number,
  to: number,
  score: number,
  sure: boolean,
  why: string,
): Hit {
  return {
    start: tokens.starts[from]!,
    end: tokens.ends[to]!,
    category: "place",
    identifier: "quasi",
    score,
    tier: sure ? "suggested" : "check",
    detector: PLACES_NAME,
    version: VERSION,
    why,
  };
}
