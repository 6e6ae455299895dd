// Weighs the rules' claims against the tagger's. A claim both make is surer; a rule of a weak kind that the
// tagger finds unlikely is only for a look, or left out; what the tagger alone sees becomes a claim above a
// threshold. The thresholds were chosen on the training and development texts, never on the kept pages.
import { extended } from "./clues/extent.ts";
import type { Hit, PageScan } from "./hit.ts";
import { isEponym } from "./lexicon/eponyms.ts";
import { precedents } from "./lexicon/law-reports.ts";
import { ranked } from "./people/rank.ts";
import { wholeNames } from "./people/whole-name.ts";
import type { ScannedPage } from "./scan-page.ts";
import { alone } from "./tagger-alone.ts";
import type { TaggedSpan, Tagger } from "./tagged-span.ts";

/** Tagged spans of one page, offsets into its clean text. */
export type PageTags = readonly TaggedSpan[];

/** The tagger reads a document as a whole; its pages are joined by a blank line and taken apart again. */
export function tagDocument(pages: readonly ScannedPage[], tagger: Tagger | undefined): PageTags[] {
  if (tagger === undefined) return pages.map(() => []);
  const gap = "\n\n";
  const whole = pages.map((p) => p.scan.clean.plain).join(gap);
  const tags: TaggedSpan[][] = pages.map(() => []);
  let page = 0;
  let offset = 0;
  for (const span of tagger(whole)) {
    while (page < pages.length && span.start >= offset + pages[page]!.scan.clean.plain.length) {
      offset += pages[page]!.scan.clean.plain.length + gap.length;
      page++;
    }
    const here = pages[page];
    if (here === undefined) break;
    const start = Math.max(0, span.start - offset);
    const end = Math.min(span.end - offset, here.scan.clean.plain.length);
    if (end > start)
      for (const cell of cells({ ...span, start, end }, here.scan.clean.plain))
        tags[page]!.push(cell);
  }
  return tags;
}

/** A claim never reaches into the next cell of a table, nor from one line's full stop into the next line. */
function cells(span: TaggedSpan, text: string): TaggedSpan[] {
  const words = text.slice(span.start, span.end);
  if (!PARTED.test(words)) return [span];
  const parts: TaggedSpan[] = [];
  let at = span.start;
  for (const part of words.split(PARTS)) {
    const start = at + (/^\s*/.exec(part)?.[0].length ?? 0);
    if (part.trim() !== "") parts.push({ ...span, start, end: start + part.trim().length });
    at += part.length;
  }
  return parts;
}
const PARTED = /[\t|]|[.:;]\s*\n/;
const PARTS = /(?<=[\t|]|[.:;]\s*\n)/;

export function weigh(
  hits: readonly Hit[],
  tags: PageTags,
  scan: PageScan,
  residual = false,
): Hit[] {
  const law = precedents(scan.clean.text);
  if (law.length > 0) {
    const apart = (one: { start: number; end: number }): boolean =>
      !law.some(({ start, end }) => one.start < end && one.end > start);
    return weighApart(hits.filter(apart), tags.filter(apart), scan, residual);
  }
  return weighApart(hits, tags, scan, residual);
}

/** Claims for people and places, less those that name a thing of the trade. */
function weighApart(
  hits: readonly Hit[],
  tags: PageTags,
  scan: PageScan,
  residual: boolean,
): Hit[] {
  if (tags.length === 0) return hits.map((hit) => ranked(hit, scan.clean.text));
  const likely = new Float32Array(scan.clean.text.length + 1);
  // "January" that the tagger takes for a date is no agreement that somebody is called so.
  const personal = new Float32Array(scan.clean.text.length + 1);
  for (const tag of tags) {
    raise(likely, tag);
    if (tag.type === "PERSON") raise(personal, tag);
  }
  const weighed: Hit[] = [];
  for (const hit of residual ? hits : wholeNames(hits, tags, scan.clean.text)) {
    const of = hit.category === "person" ? personal : likely;
    const judged = judge(hit, highest(of, hit.start, hit.end), scan);
    if (judged !== null) weighed.push(judged);
  }
  if (!residual)
    for (const tag of tags) {
      const hit = alone(tag, scan);
      if (hit !== null) weighed.push(hit);
    }
  return weighed
    .filter((hit) => !isThing(hit, scan.clean.text))
    .map((hit) =>
      extended(ranked(lettered(hit, scan.clean.text), scan.clean.text), scan.clean.text),
    );
}

const EPONYMIC = new Set<Hit["category"]>(["person", "place", "unexplained"]);
const isThing = ({ category, start, end }: Hit, text: string): boolean =>
  EPONYMIC.has(category) && isEponym(text, start, end);

/** "Baby J", "Adult B": what a review calls whom it does not name, and a record whom it does; only for a look. */
function lettered(hit: Hit, text: string): Hit {
  const hidden = hit.category === "person" && LETTERED.test(text.slice(hit.start, hit.end));
  return hidden && hit.tier === "suggested" ? { ...hit, tier: "check" } : hit;
}
const LETTERED = /^(?:baby|child|adult|sibling|infant|witness|professional|subject) [A-Z]\d?\.?$/i;

function raise(likely: Float32Array, { start, end, score }: TaggedSpan): void {
  for (let i = start; i < end; i++) if (likely[i]! < score) likely[i] = score;
}

function highest(likely: Float32Array, start: number, end: number): number {
  let top = 0;
  for (let i = start; i < end; i++) if (likely[i]! > top) top = likely[i]!;
  return top;
}

/** Rules that read words rather than forms: without the tagger's word they are dropped below this. */
export const FLOORS: readonly { readonly detector: RegExp; readonly floor: number }[] = [
  { detector: /^residual/, floor: 0.06 },
  { detector: /^clue\/quantity/, floor: 0.3 },
  { detector: /^clue\/(?:siblings|occupation|status|language)/, floor: 0.08 },
  { detector: /^clue\/event/, floor: 0.25 },
  { detector: /^clue\/health/, floor: 0.25 },
  { detector: /^clue\/(?:nationality|ethnicity)/, floor: 0.3 },
  { detector: /^organisation$/, floor: 0.03 },
  { detector: /^clue\/kin/, floor: 0.01 },
  { detector: /^people\/(?:word|misspelling)/, floor: 0.03 },
];
/** A judgment tells of people more than of practice: there less of the tagger's word is enough. */
const IN_JUDGMENT = 0.3;
/** A name that is also an ordinary word, and a bare length of time, need at least a little. */
const ORDINARY = /also an ordinary word|Length of time|Day of the week|^Unknown|^Capitals/;
const ORDINARY_FLOOR = 0.35;
/** From here on the tagger's agreement makes a claim for a look into a suggestion. */
export const AGREED = 0.7;
/** What describes is learning as often as a secret, so more agreement is asked. */
export const AGREED_CLUE = 0.72;
const CLUE = /^clue\//;
/** A name is rarely anything else, so less agreement is enough. */
export const AGREED_PERSON = 0.4;

function judge(hit: Hit, likely: number, scan: PageScan): Hit | null {
  if (hit.category === "explicit" || hit.category === "deny-list") return hit;
  for (const { detector, floor } of FLOORS)
    if (likely < (scan.judgment ? floor * IN_JUDGMENT : floor) && detector.test(hit.detector))
      return null;
  if (hit.tier !== "check") return scan.judgment ? hit : doubted(hit, likely);
  if (likely < ORDINARY_FLOOR && ORDINARY.test(hit.why)) return null;
  const agreed =
    hit.category === "person" ? AGREED_PERSON : CLUE.test(hit.detector) ? AGREED_CLUE : AGREED;
  return likely >= agreed && !HELD.test(hit.why)
    ? { ...hit, tier: "suggested", score: Math.max(hit.score, likely) }
    : hit;
}

/**
 * What a rule is sure of by its form alone, where the tagger finds it unlikely: of every fifty years, months and
 * ages below these chances in strangers' pages hardly one told of anybody. Below the first it is left out, below
 * the second it waits for a look.
 */
const DOUBTED: readonly { readonly why: RegExp; readonly drop: number; readonly look: number }[] = [
  {
    why: /^(?:Year|Span of years|Season or feast with its year|Part of a month|Month without a year|Month and year)(?:$|; \d)/,
    drop: 0.35,
    look: 0.6,
  },
  { why: /^(?:Exact age|Age by the decade|Age at the time told)/, drop: 0.35, look: 0.6 },
  { why: /^Exact date(?:$|; \d)/, drop: 0, look: 0.35 },
  { why: /^A name-like word and an ordinary one/, drop: 0.1, look: 0.35 },
  {
    why: /^(?:A name-like word and a common surname|Given name and a name-like word|An initial before a name-like word|Given name(?: that is also a place)?(?:$|; another)|Surname and given name|Name that is also an ordinary word)/,
    drop: 0.02,
    look: 0.1,
  },
];

function doubted(hit: Hit, likely: number): Hit | null {
  if (hit.tier !== "suggested") return hit;
  for (const { why, drop, look } of DOUBTED) {
    if (likely >= look || !why.test(hit.why)) continue;
    return likely < drop ? null : { ...hit, tier: "check" };
  }
  return hit;
}

/** Decisions for a person whatever the score: the authority, authors and chairs, who is meant, status. */
const HELD = /decision to record|normally named|misspelt|public body|service$|precedent|status/;
