// What names of bodies end in (schools, surgeries, courts, firms ...), what they are made of that names nobody, and
// whether a name is made of nothing else. Tables and plain questions; organisations.ts reads pages with them.
import {
  GENERIC_HEADS,
  GENERIC_MODIFIERS,
  HEALTH_HEADS,
  ORGANISATION_HEADS,
  SCHOOL_HEADS,
} from "../lexicon/institutions.ts";
import { ACRONYM, lexicon, phrases } from "../lexicon/lexicon.ts";
import type { Category } from "../model.ts";

export interface Head {
  readonly words: readonly string[];
  readonly category: Category;
}

export const HEADS = new Map<string, Head[]>();
for (const [list, category] of [
  [SCHOOL_HEADS, "school"],
  [HEALTH_HEADS, "health-provider"],
  [ORGANISATION_HEADS, "organisation"],
] as const)
  for (const phrase of phrases(list)) {
    const words = phrase.replace("& ", "").split(" ");
    const key = words[words.length - 1]!;
    const heads = HEADS.get(key);
    if (heads === undefined) HEADS.set(key, [{ words, category }]);
    else heads.push({ words, category });
  }
for (const heads of HEADS.values()) heads.sort((a, b) => b.words.length - a.words.length);

export const GENERAL = new Set(phrases(GENERIC_MODIFIERS));
const GENERIC = new Set([
  ...phrases(GENERIC_HEADS),
  "state",
  "registry",
  "chamber",
  "constitutional",
  "law",
  "bar",
]);
/** Small words inside a name: "St Mary's Church of England", "King's College for Girls". */
export const LINKS = new Set("of and the for in upon on at & de la le under".split(" "));
export const AUTHORITY =
  /\b(?:council|uhb|lhb|lscb|lscp|scp|icb|ccg|hscp|borough|partnership|board|children's trust|authority)$/;
/** Words that make a body general whatever stands before: they exist everywhere. */
export const EVERYWHERE = new Set(
  "crown court|county court|family court|magistrates' court|magistrates court|youth court|high court|supreme court|district court|court|police|service|services|department|team|group|office|committee|commission|agency|authority|union|company|centre|bank|society|party|association|unit|trust|practice|ward|home|homes|housing|directorate|ministry|institute|foundation|partnership|board|council|federation|church|tribunal|prison|clinic|charity|club|hotel|times|post|echo|guardian|observer|mirror|sun|chronicle|mercury|herald|gazette|arms|inn|hostel|refuge|restaurant".split(
    "|",
  ),
);

/** Whether a name is made of general words, heads and acronyms of services only. */
export function isGeneralBody(name: string): boolean {
  const { bits } = lexicon();
  return name
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .every(
      (word) =>
        word === "" ||
        GENERAL.has(word) ||
        LINKS.has(word) ||
        HEADS.has(word) ||
        GENERIC.has(word) ||
        ((bits.get(word) ?? 0) & ACRONYM) !== 0,
    );
}
