// What kind of clue a detail is that the tagger alone found: it knows that a detail describes somebody, the lists of
// the rules know of what it speaks. What no list knows of a person is what they do, of a happening an event.
import {
  ETHNICITIES,
  LANGUAGES,
  NATIONALITIES,
  RELIGIONS,
  STATUS,
} from "./lexicon/demographics.ts";
import { MORE_HEALTH } from "./lexicon/describing-more.ts";
import { HEALTH } from "./lexicon/health.ts";
import { phrases } from "./lexicon/lexicon.ts";

export type ClueKind =
  | "area"
  | "age"
  | "sex"
  | "ethnicity"
  | "religion or language"
  | "status"
  | "occupation"
  | "illness"
  | "siblings"
  | "date"
  | "event";

const LISTS: readonly (readonly [string, ClueKind])[] = [
  [NATIONALITIES, "ethnicity"],
  [ETHNICITIES, "ethnicity"],
  [RELIGIONS, "religion or language"],
  [LANGUAGES, "religion or language"],
  [STATUS, "status"],
  [HEALTH, "illness"],
  [MORE_HEALTH, "illness"],
];
const KIN =
  /\b(?:(?:half|step|foster|great)[ -]?)?(?:brothers?|sisters?|siblings?|twins?|triplets?|sons?|daughters?|mother|father|mum|dad|aunt(?:ie|y)?|uncle|cousins?|nephew|niece|husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|eldest|oldest|youngest|children)\b|(?:grand|step|god)(?:mother|father|parents?|son|daughter|child)|in-law\b/i;
const LONGEST = 4;

let kinds: Map<string, ClueKind> | undefined;
function known(): Map<string, ClueKind> {
  if (kinds !== undefined) return kinds;
  kinds = new Map();
  for (const [list, kind] of LISTS)
    for (const phrase of phrases(list)) if (!kinds.has(phrase)) kinds.set(phrase, kind);
  return kinds;
}

/** @param person whether it describes somebody, rather than telling of a happening or an illness */
export function toldKind(text: string, person: boolean): ClueKind {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
      const kind = known().get(words.slice(from, to).join(" "));
      if (kind !== undefined) return kind;
    }
  if (!person) return "event";
  return KIN.test(text) ? "siblings" : "occupation";
}
