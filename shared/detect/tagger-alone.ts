// What the tagger alone sees becomes a claim of its own: suggested above one chance, for a look above another, and
// left out where the words are everybody's. The chances were chosen on the training and development texts and on
// training pages held out, never on the pages that are kept to measure by.
import { LAW } from "./dates/date-rule.ts";
import type { Hit, PageScan } from "./hit.ts";
import { isPublic, isTelling } from "./identifiers/public-numbers.ts";
import { ACRONYM, NAME, WORD } from "./lexicon/lexicon.ts";
import type { Category, Tier } from "./model.ts";
import { isCited } from "./people/mentions/cited.ts";
import { isWelshPlace } from "./people/mentions/name-words.ts";
import { isSexField } from "./people/mentions/sex-letters.ts";
import { isShort } from "./people/mentions/posts.ts";
import { isNationalBody } from "./places/national-bodies.ts";
import { isProduct } from "./places/products.ts";
import { isGeneralBody } from "./places/organisation-heads.ts";
import { FIELD_ALONE, isColumnHead, plainWords, SMALL_WORD } from "./plain-words.ts";
import { afterNumber, withoutSmallEnds, wholeWords } from "./tag-reach.ts";
import type { TaggedSpan, TagType } from "./tagged-span.ts";
import { LOWER, tokenAt, UPPER } from "./text/tokens.ts";

const CATEGORY: Readonly<Record<TagType, Category>> = {
  PERSON: "person",
  LOC: "place",
  ORG: "organisation",
  DEM: "demographic",
  DATETIME: "date",
  QUANTITY: "quantity",
  CODE: "reference",
  MISC: "misc",
};

const SPOKEN: Readonly<Record<TagType, string>> = {
  PERSON: "a person",
  LOC: "a place",
  ORG: "an organisation",
  DEM: "a detail of a person",
  DATETIME: "a date or time",
  QUANTITY: "a quantity",
  CODE: "a number or code",
  MISC: "a telling detail",
};

/** Alone, the tagger suggests above `suggest` and asks for a look above `look`. */
export const ALONE: Readonly<Record<TagType, { readonly suggest: number; readonly look: number }>> =
  {
    PERSON: { suggest: 0.3, look: 0.07 },
    LOC: { suggest: 0.8, look: 0.2 },
    ORG: { suggest: 0.88, look: 0.5 },
    DEM: { suggest: 0.95, look: 0.26 },
    DATETIME: { suggest: 0.98, look: 0.52 },
    QUANTITY: { suggest: 0.97, look: 0.42 },
    CODE: { suggest: 0.4, look: 0.05 },
    // A telling detail always waits for a look: at .98 and more one word in six tells of nobody.
    MISC: { suggest: 2, look: 0.41 },
  };

/** In a judgment less is enough for a look: hardly a page of it tells of practice. */
const JUDGMENT_LOOK: Readonly<Partial<Record<TagType, number>>> = {
  LOC: 0.08,
  ORG: 0.05,
  DEM: 0.06,
  DATETIME: 0.1,
  QUANTITY: 0.05,
  MISC: 0.06,
};

/** Nothing is worth a look below this, whatever it turns out to be. */
const LEAST = Math.min(
  ...Object.values(ALONE).map(({ look }) => look),
  ...Object.values(JUDGMENT_LOOK),
);

/** One word in small letters that any dictionary has must be likelier, to be worth a look by itself. */
const SINGLE: Readonly<Partial<Record<TagType, number>>> = {
  MISC: 0.22,
  DEM: 0.15,
  DATETIME: 0.35,
  QUANTITY: 0.3,
  PERSON: 0.2,
};

/** "the Council", "Tribunal", "CSC": a body without a name is only worth a look when the tagger is fairly sure. */
const GENERAL_BODY = 0.6;

/** Above this the look of a bare number is believed. */
const SURELY = 0.93;
/** A lone letter or a small word is never worth a line in the list. */
function telling(text: string): boolean {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => /\d/.test(word) || (word.length > 1 && !SMALL_WORD.test(word)));
}
/** Kinds that a body or a scheme of the whole country may be taken for. */
const NAMING = new Set<TagType>(["ORG", "PERSON", "CODE"]);
/** Kinds that a number is given by its look. */
const BY_LOOK = new Set<TagType>(["CODE"]);
const BUNDLE_PAGE = /^[A-J]\d{1,3}$/;
const BARE = /^[\d\s.,:/()-]+$/;

/** One word in small letters that any dictionary has. */
function ordinary(tag: TaggedSpan, scan: PageScan): boolean {
  const { tokens } = scan;
  const i = tokenAt(tokens, tag.start);
  if (i >= tokens.count || tokens.starts[i] !== tag.start || tokens.ends[i] !== tag.end)
    return false;
  return (tokens.shape[i]! & LOWER) !== 0 && (tokens.known[i]! & WORD) !== 0;
}

/** A post or a note's short form by itself. */
function isNote({ start, end }: TaggedSpan, { tokens, posts }: PageScan): boolean {
  const i = tokenAt(tokens, start);
  const alone = i < tokens.count && tokens.starts[i] === start && tokens.ends[i] === end;
  return alone && isShort(tokens, i, posts);
}

/** "EDT", "RGN SCPHN": capitals that every record shortens so; two letters by themselves may be somebody's all the same. */
function namesNobody({ start, end }: TaggedSpan, { tokens }: PageScan): boolean {
  let i = tokenAt(tokens, start);
  if (tokens.starts[i] !== start || end - start < 3) return false;
  for (; i < tokens.count && tokens.starts[i]! < end; i++) {
    const known = tokens.known[i]!;
    if ((tokens.shape[i]! & UPPER) === 0 || (known & (ACRONYM | NAME)) !== ACRONYM) return false;
  }
  return true;
}

/**
 * Five figures and more without a mark are somebody's number, though the sentence speaks of days or sums; "Llyn Arian"
 * is a lake.
 */
function kindTold(tag: TaggedSpan, text: string): TaggedSpan {
  if (tag.type === "PERSON")
    return isWelshPlace(text.slice(tag.start, tag.end)) ? { ...tag, type: "LOC" } : tag;
  if (tag.type === "CODE") return tag;
  return LONG_NUMBER.test(text.slice(tag.start, tag.end)) ? { ...tag, type: "CODE" } : tag;
}
const LONG_NUMBER = /^(?!(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d$)\d{5,}$/;

/** "Brandon et al., 2012", "Working Together (2018)": the authors and years of what everybody may read. */
function cited({ type, start, end }: TaggedSpan, text: string): boolean {
  if (type === "PERSON" || type === "ORG")
    return isCited(text, start, end) || text.slice(end, end + 4) === " al.";
  if (type !== "DATETIME" || !/^(?:19|20)\d\d$/.test(text.slice(start, end))) return false;
  return LAW.test(text.slice(Math.max(0, start - 64), start));
}

/** "doesn" of "doesn't", left over where the apostrophe parted it. */
const CONTRACTED = /^[A-Za-z]{2,6}n$/;

/** Under this chance a few capitals without a rule's word for them are a form, a score or a service. */
const ABBREVIATED = 0.35;
const CAPITALS = /^\p{Lu}{3,6}$/u;

/** A few capitals are a service as often as somebody's initials. */
function surenessOf(words: string): number {
  return /^\p{Lu}{2,5}$/u.test(words) ? 0.7 : ALONE.PERSON.suggest;
}

/** The claim that one tagged span makes, or null. */
export function alone(tagged: TaggedSpan, scan: PageScan): Hit | null {
  if (tagged.score < LEAST) return null;
  const { text } = scan.clean;
  const numbered = afterNumber(tagged, text);
  if (numbered === null) return null;
  const tag = kindTold(wholeWords(withoutSmallEnds(numbered, text), text), text);
  const floor = ALONE[tag.type];
  const words = text.slice(tag.start, tag.end);
  const look = (scan.judgment ? JUDGMENT_LOOK[tag.type] : undefined) ?? floor.look;
  if (tag.score < look || !telling(words)) return null;
  if (tag.type === "CODE" && !isTelling(text, tag.start, tag.end, scan.publicNumbers)) return null;
  if (tag.type === "CODE" && FIELD_ALONE.test(words)) return null;
  if (tag.score < floor.suggest && tag.type === "CODE" && namesNobody(tag, scan)) return null;
  if (tag.type === "DATETIME" && isColumnHead(text, tag.start, tag.end)) return null;
  const byLook =
    BY_LOOK.has(tag.type) || (tag.score < SURELY && BARE.test(words)) || BUNDLE_PAGE.test(words);
  if (byLook && isPublic(tag, scan)) return null;
  if (plainWords(words, text, tag.start) || cited(tag, text)) return null;
  if (CONTRACTED.test(words) && /^['’]t(?!\p{L})/u.test(text.slice(tag.end, tag.end + 3)))
    return null;
  if (tag.score < (SINGLE[tag.type] ?? 0) && ordinary(tag, scan)) return null;
  if (tag.type === "PERSON" && (isNote(tag, scan) || isProduct(text, tag.start, tag.end)))
    return null;
  if (tag.type === "PERSON" && namesNobody(tag, scan)) return null;
  if (tag.type === "PERSON" && isSexField(text, tag.start, tag.end)) return null;
  if (tag.type === "PERSON" && CAPITALS.test(words)) {
    // "GAD-7": a scale with its number.
    if (tag.score < ABBREVIATED) return null;
    if (/^-\d/.test(text.slice(tag.end, tag.end + 2))) return null;
  }
  if (tag.type === "ORG" && tag.score < GENERAL_BODY && isGeneralBody(words)) return null;
  if (NAMING.has(tag.type) && isNationalBody(words)) return null;
  const enough = tag.type === "PERSON" ? surenessOf(words) : floor.suggest;
  const tier: Tier = tag.score >= enough ? "suggested" : "check";
  return {
    start: tag.start,
    end: tag.end,
    category: CATEGORY[tag.type],
    identifier: tag.type === "PERSON" || tag.type === "CODE" ? "direct" : "quasi",
    score: tag.score,
    tier,
    detector: "tagger",
    version: "1",
    why: `Reads like ${SPOKEN[tag.type]} (${Math.min(99, Math.round(tag.score * 100))}% likely)`,
  };
}
