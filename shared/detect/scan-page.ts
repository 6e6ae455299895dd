// Reads one page with every rule that needs no other page: identifiers, dates, ages, addresses,
// organisations, places, clues, explicit passages. What they explain is taken from the name finder.
import type { Detector, Hit, PageScan } from "./hit.ts";
import { findCodes } from "./codes.ts";
import { family, kin } from "./clues/family.ts";
import { quantities } from "./clues/quantities.ts";
import { findClues } from "./clues/phrases.ts";
import { ages } from "./dates/ages.ts";
import { dates } from "./dates/dates.ts";
import { findExplicit } from "./explicit.ts";
import { IDENTIFIERS } from "./identifiers/all.ts";
import { publicNumbers } from "./identifiers/public-numbers.ts";
import { COURTLY_WORDS } from "./lexicon/courtly.ts";
import { NAME } from "./lexicon/lexicon.ts";
import type { PageNumber } from "../model/ids.ts";
import { postsOf } from "./people/mentions/posts.ts";
import { findSpeakers } from "./people/mentions/speakers.ts";
import { addresses } from "./places/addresses.ts";
import { findBracketed, findPrefixed, findSmallHeaded } from "./places/named-otherwise.ts";
import { findOrganisations } from "./places/organisations.ts";
import { findPlaces, PLACE_ONLY } from "./places/places.ts";
import { digitZones } from "./text/digit-zones.ts";
import { normalise } from "./text/normalise.ts";
import { tokenAt, tokenise, type Tokens } from "./text/tokens.ts";

const COURTLY = new RegExp(`\\b(?:${COURTLY_WORDS.join("|")})\\b|§`, "gi");
/** Of a hundred words, those of a court. */
const COURTLY_SHARE = 1.6;

function isJudgment(text: string): boolean {
  const words = text.length / 6;
  return words > 40 && (text.match(COURTLY)?.length ?? 0) * 100 > words * COURTLY_SHARE;
}

/** Detectors that read the clean text alone, in the order of the explanation they give. */
const PAGE_DETECTORS: readonly Detector[] = [
  ...IDENTIFIERS,
  dates,
  ages,
  quantities,
  family,
  kin,
  addresses,
];

export interface ScannedPage {
  readonly scan: PageScan;
  readonly hits: Hit[];
  /** Tokens that a rule explains, so that no person is looked for there. */
  readonly taken: Uint8Array;
}

export function scanPage(document: number, page: PageNumber, text: string): ScannedPage {
  const clean = normalise(text);
  const tokens = tokenise(clean.text);
  const zones = digitZones(clean.text);
  const open = publicNumbers(clean.text, zones);
  const scan: PageScan = {
    document,
    page,
    clean,
    tokens,
    zones,
    publicNumbers: open,
    posts: postsOf(clean.text),
    judgment: isJudgment(clean.text),
  };
  const hits: Hit[] = [];
  const taken = new Uint8Array(tokens.count);
  for (const detector of PAGE_DETECTORS) for (const hit of detector.find(scan)) hits.push(hit);
  const bodies = findOrganisations(scan);
  const apart = withoutRoadsOf(bodies, hits);
  hits.splice(0, hits.length, ...apart);
  for (const hit of hits)
    if (hit.category !== "handle" && hit.detector !== "clue/kin") mark(tokens, taken, hit);
  for (const hit of [
    ...bodies,
    ...findPrefixed(scan),
    ...findBracketed(scan),
    ...findSmallHeaded(scan),
  ]) {
    hits.push(hit);
    mark(tokens, taken, hit);
  }
  for (const hit of findPlaces(scan, taken)) {
    hits.push(hit);
    const several = hit.end - hit.start > 0 && tokensIn(tokens, hit) > 1;
    if (several) mark(tokens, taken, hit);
    else if (hit.tier === "suggested" && !nameAt(tokens, hit)) mark(tokens, taken, hit, PLACE_ONLY);
  }
  for (const more of [
    findSpeakers(scan),
    findClues(scan),
    findExplicit(scan),
    findCodes(scan, hits),
  ])
    for (const hit of more) hits.push(hit);
  return { scan, hits, taken };
}

/** "Harrow Lane Academy": a road without a number that a body is called after is no place of its own. */
function withoutRoadsOf(bodies: readonly Hit[], hits: readonly Hit[]): Hit[] {
  return hits.filter(
    (hit) =>
      hit.category !== "address" ||
      hit.identifier === "direct" ||
      !bodies.some((body) => body.start <= hit.start && body.end > hit.end),
  );
}

function mark(tokens: Tokens, taken: Uint8Array, hit: Hit, as = 1): void {
  for (let i = tokenAt(tokens, hit.start); i < tokens.count && tokens.starts[i]! < hit.end; i++)
    if (taken[i] !== 1) taken[i] = as;
}

function tokensIn(tokens: Tokens, hit: Hit): number {
  const from = tokenAt(tokens, hit.start);
  return tokenAt(tokens, hit.end - 1) - from + 1;
}

/** "Chester" may be a man: a sure place only keeps the name finder away where it is no name. */
function nameAt(tokens: Tokens, hit: Hit): boolean {
  return (tokens.known[tokenAt(tokens, hit.start)]! & NAME) !== 0;
}
