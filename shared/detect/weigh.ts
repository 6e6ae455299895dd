// Weighs the rules' claims against the tagger's: each rule asks the tagger what it thinks (asked.ts), and what the
// tagger alone sees becomes a claim above a threshold (tagger-alone.ts).
import { asked } from "./asked.ts";
import { NAMED } from "./even-tiers.ts";
import { extended } from "./clues/extent.ts";
import type { Hit, PageScan } from "./hit.ts";
import { highest, raise } from "./likely.ts";
import { isEponym } from "./lexicon/eponyms.ts";
import { lexicon, NAME, WORD } from "./lexicon/lexicon.ts";
import { precedents } from "./lexicon/law-reports.ts";
import { ranked } from "./people/roles/rank.ts";
import { withoutLife } from "./people/mentions/tagged-edges.ts";
import { sentencesOf } from "./people/mentions/tagged-sentences.ts";
import { wholeNames } from "./people/mentions/whole-name.ts";
import type { ScannedPage } from "./scan-page.ts";
import { alone } from "./tagger-alone.ts";
import type { TaggedSpan, Tagger } from "./tagged-span.ts";
import { isEnglish } from "./text/english.ts";

/** Tagged spans of one page, offsets into its clean text. */
export type PageTags = readonly TaggedSpan[];

/** Whether the tagger has a say on a page: it is there, and found something or reads the language. */
export const hasSay = (tags: PageTags | null, { tokens }: PageScan): tags is PageTags =>
  tags !== null && (tags.length > 0 || isEnglish(tokens));

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
        for (const part of sentencesOf(cell, here.scan.clean.plain))
          tags[page]!.push(withoutLife(part, here.scan.clean.plain));
  }
  return tags;
}

/** A claim never reaches into the next cell or row of a table, nor from one line's full stop into the next line. */
function cells(span: TaggedSpan, text: string): TaggedSpan[] {
  const words = text.slice(span.start, span.end);
  const row = words.indexOf("\n");
  if (row >= 0 && (betweenRows(text, span.start + row) || SHOUTED_LINE.test(words))) {
    const [above, below] = [span.start + row, span.start + row + 1];
    return [
      ...cells({ ...span, end: above }, text),
      ...(below < span.end ? cells({ ...span, start: below }, text) : []),
    ].filter((part) => !isHeading(part, text));
  }
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
/** Whether the line that ends there and the next one are rows: what a cell at the end began, the first does not end. */
function betweenRows(text: string, end: number): boolean {
  const above = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
  const next = text.indexOf("\n", end + 1);
  const below = text.slice(end + 1, next < 0 ? undefined : next);
  return CELLS.test(above) && CELLS.test(below);
}
/** A line in capitals ends what it tells: "Report into the death of Simran BAINS" over "Community Safety Partnership". */
const SHOUTED_LINE = /^[^\n]*\p{Lu}{3}[ \t]*\n[ \t]*\p{Lu}\p{Ll}/u;
const CELLS = /[\t|]/;
/** "Age" over "Dean Harkness": a column's heading that was taken along with the name under it. */
function isHeading({ type, start, end }: TaggedSpan, text: string): boolean {
  if (type !== "PERSON") return false;
  const known = lexicon().bits.get(text.slice(start, end).trim().toLowerCase()) ?? 0;
  return (known & WORD) !== 0 && (known & NAME) === 0;
}
const PARTED = /[\t|]|[.:;]\s*\n/;
const PARTS = /(?<=[\t|]|[.:;]\s*\n)/;

/**
 * @param tags what the tagger sees on the page, null where there is no tagger
 * @param fallen takes names of places and bodies that fall: the case may know them from elsewhere
 */
export function weigh(
  hits: readonly Hit[],
  tags: PageTags | null,
  scan: PageScan,
  residual = false,
  fallen: Hit[] = [],
): Hit[] {
  const law = precedents(scan.clean.text);
  if (law.length > 0) {
    const apart = (one: { start: number; end: number }): boolean =>
      !law.some(({ start, end }) => one.start < end && one.end > start);
    const open = tags?.filter(apart) ?? null;
    return weighApart(hits.filter(apart), open, scan, residual, fallen);
  }
  return weighApart(hits, tags, scan, residual, fallen);
}

/** Claims for people and places, less those that name a thing of the trade. */
function weighApart(
  hits: readonly Hit[],
  tags: PageTags | null,
  scan: PageScan,
  residual: boolean,
  fallen: Hit[],
): Hit[] {
  if (!hasSay(tags, scan)) return hits.map((hit) => ranked(hit, scan.clean.text));
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
    const judged = asked(hit, highest(of, hit.start, hit.end), scan.judgment);
    if (judged !== null) weighed.push(judged);
    else if (NAMED.has(hit.category)) fallen.push(hit);
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
