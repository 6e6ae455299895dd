// Settles what overlaps on one page: of two claims on the same words the more telling wins, and what the
// loser alone covered stays covered. Nothing that some rule claimed is lost to the reader by a tie.
import type { Hit } from "./hit.ts";
import type { Category } from "./model.ts";
import { FIELD_ALONE } from "./plain-words.ts";
import { EVIDENT, generalised, knownLetters, yields } from "./yielding.ts";

const RANK: Readonly<Record<Category, number>> = {
  "deny-list": 0,
  code: 0,
  email: 1,
  url: 1,
  "nhs-number": 2,
  nino: 2,
  upn: 2,
  uln: 2,
  passport: 2,
  "driving-licence": 2,
  bank: 2,
  tax: 2,
  "court-number": 2,
  "hospital-number": 2,
  "crime-reference": 3,
  "collar-number": 3,
  phone: 3,
  reference: 3,
  ip: 3,
  handle: 3,
  address: 4,
  postcode: 5,
  school: 6,
  "health-provider": 6,
  organisation: 7,
  person: 8,
  vehicle: 9,
  date: 10,
  age: 10,
  place: 11,
  quantity: 12,
  demographic: 13,
  misc: 14,
  unexplained: 15,
  explicit: 16,
};

/** Sure claims come before unsure ones of a higher kind: "Chester" in a list of towns is no given name. */
function weight(hit: Hit): number {
  // An author or a chair scores low because they are named, not because they are doubtful.
  if (hit.detector === "people/name" && hit.tier === "suggested") return RANK.person;
  // What the tagger alone would only have looked at takes nothing from a rule that is sure.
  const doubtful = hit.score < EVIDENT || (hit.detector === "tagger" && hit.tier === "check");
  return RANK[hit.category] + (doubtful ? 6 : 0);
}

/** Overlap-free, sorted by start. `wordAt` tells whether a stretch holds a letter or digit worth covering. */
export function settle(hits: readonly Hit[], text: string): Hit[] {
  const explicit = hits.filter((h) => h.category === "explicit");
  const known = knownLetters(hits, text);
  const withLabel = generalised(hits);
  const order = hits
    .filter((h) => h.category !== "explicit" && h.end > h.start && !isPiece(h, hits, text))
    .map((hit) => ({
      hit,
      weight: weight(hit) + yields(hit, text, known),
      length: hit.end - hit.start,
    }))
    .sort((a, b) => a.weight - b.weight || b.length - a.length || a.hit.start - b.hit.start);
  const covered = new Uint8Array(text.length + 1);
  const kept: Hit[] = [];
  for (const { hit } of order) {
    let from = hit.start;
    while (from < hit.end) {
      while (from < hit.end && covered[from] === 1) from++;
      let to = from;
      while (to < hit.end && covered[to] === 0) to++;
      if (to > from) {
        const whole = from === hit.start && to === hit.end;
        const piece = whole ? withLabel(hit) : trimmed(hit, from, to, text);
        if (piece !== null) {
          covered.fill(1, piece.start, piece.end);
          kept.push(piece);
        }
      }
      from = to;
    }
  }
  return titled([...wholeNumbers(kept, text), ...explicit], text).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** "0447 240318", "T928 4062 15003": a number written in groups is one, whatever its groups look like by themselves. */
function wholeNumbers(kept: Hit[], text: string): Hit[] {
  kept.sort((a, b) => a.start - b.start);
  const whole: Hit[] = [];
  for (const hit of kept) {
    const before = whole[whole.length - 1];
    const goesOn =
      before !== undefined &&
      NUMBERED.has(before.category) &&
      [before.category, hit.category].some((one) => one === "reference" || one === "unexplained") &&
      (NUMBERED.has(hit.category) ||
        hit.category === "unexplained" ||
        (hit.category === "date" && hit.detector === "tagger")) &&
      /^[ /.:-]$/.test(text.slice(before.end, hit.start)) &&
      FIGURES.test(text.slice(before.start, before.end)) &&
      FIGURES.test(text.slice(hit.start, hit.end));
    if (!goesOn) whole.push(hit);
    else
      whole[whole.length - 1] = {
        ...before,
        end: hit.end,
        tier: hit.tier === "suggested" ? hit.tier : before.tier,
      };
  }
  return whole;
}
const NUMBERED = new Set<Category>([
  "reference",
  "crime-reference",
  "hospital-number",
  "collar-number",
  "vehicle",
  "upn",
]);
const FIGURES = /^(?=.{0,16}\d)[A-Z\d][A-Z\d/-]{0,24}$/;

const TITLES_ONLY =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Revd|PC|PCSO|WPC|DC|DS|DI|DCI|PS|Sgt|Insp|Supt|Det|DSupt|Cllr)\b[.\s/&]*(?:and )?)+$/i;

/** "PC" before 4471, "Mrs" at a line's end before Oakden: a title that is left over belongs to what it stands before. */
function titled(kept: Hit[], text: string): Hit[] {
  kept.sort((a, b) => a.start - b.start);
  const whole: Hit[] = [];
  let title: Hit | null = null;
  for (const hit of kept) {
    const before: Hit | null = OWNS_TITLE.has(hit.category) ? title : null;
    const touches = before !== null && /^\.?\s{1,2}$/.test(text.slice(before.end, hit.start));
    if (!touches && title !== null && title.category === "person" && title.detector !== "tagger")
      whole.push(title);
    const loose = hit.detector === "tagger" || hit.category === "person";
    const bare = loose && TITLES_ONLY.test(text.slice(hit.start, hit.end));
    title = bare ? hit : null;
    if (!bare) whole.push(touches ? { ...hit, start: before.start } : hit);
  }
  if (title !== null && title.detector !== "tagger") whole.push(title);
  return whole;
}
const OWNS_TITLE = new Set<Category>(["person", "collar-number"]);

/** "Arcy" of "D'Arcy": a claim on part of a word yields to one that has the whole word, whatever its kind. */
function isPiece(hit: Hit, hits: readonly Hit[], text: string): boolean {
  const cut =
    (/[\p{L}\p{N}]['\u2019-]?$/u.test(text.slice(Math.max(0, hit.start - 2), hit.start)) &&
      /^[\p{L}\p{N}]/u.test(text.slice(hit.start, hit.start + 2))) ||
    (/[\p{L}\p{N}]$/u.test(text.slice(hit.start, hit.end)) &&
      /^['\u2019-]?\p{Lu}/u.test(text.slice(hit.end, hit.end + 2)));
  if (!cut) return false;
  return hits.some(
    (other) =>
      other.category !== "explicit" &&
      other.start <= hit.start &&
      other.end >= hit.end &&
      other.end - other.start > hit.end - hit.start,
  );
}

const SMALL =
  /^(?:of|the|and|in|at|on|for|to|a|an|by|with|s|from|about|around|aged?|approx|approximately|between|until|since|till|over|under|nearly|almost|just|only|was|is|who|his|her|he|she|or|as|that|born|dated|dob|aka|n[ée]e)$/i;

const JOINED = /^(?:and|or)\s+/;
const JOINS_ON = /\s+(?:and|or|of|in|on|at|for|to|with|from|by)$/;
const NAMING = new Set<Category>(["organisation", "place", "school", "health-provider"]);

/** A left-over is worth keeping only where it holds a whole telling word. */
function trimmed(hit: Hit, from: number, to: number, text: string): Hit | null {
  let start = from;
  let end = to;
  while (start < end && !/[\p{L}\p{N}£$€"'‘“(]/u.test(text[start]!)) start++;
  while (end > start && !/[\p{L}\p{N}%"'’”)]/u.test(text[end - 1]!)) end--;
  // What joined it to the words that another claim took: "Lidl on" of "Lidl on Aldcliffe Road".
  if (from > hit.start) start += JOINED.exec(text.slice(start, end))?.[0].length ?? 0;
  if (to < hit.end && NAMING.has(hit.category))
    end -= JOINS_ON.exec(text.slice(start, end))?.[0].length ?? 0;
  // "log" of "log 0417", whose number a rule has taken.
  if (hit.category === "reference" && FIELD_ALONE.test(text.slice(start, end))) return null;
  const words = text.slice(start, end).split(/[^\p{L}\p{N}]+/u);
  // The initial that a name leaves over belongs to it.
  const initial = hit.category === "person" && /^\p{Lu}$/u.test(text.slice(start, end));
  if (!initial && !words.some((word) => word.length > 1 && !SMALL.test(word))) return null;
  return { ...hit, start, end };
}
