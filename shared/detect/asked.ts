// What each rule asks of the tagger. A claim both make is surer; one of a weak kind that the tagger finds unlikely
// is only for a look, or left out. The chances were chosen on strangers' pages that the tagger had not been taught,
// where of what lies below them hardly one in ten told of anybody; never on the kept pages.
import type { Hit } from "./hit.ts";

interface Ask {
  /** What the rule is called, or how its reason begins. */
  readonly of: RegExp;
  /** Below this chance the claim is left out. */
  readonly drop: number;
  /** Below this one it waits for a look. */
  readonly look: number;
}

/** Rules that read words rather than forms, by name. */
const BY_NAME: readonly Ask[] = [
  { of: /^residual/, drop: 0.35, look: 0 },
  { of: /^clue\/quantity/, drop: 0.55, look: 0.97 },
  { of: /^clue\/(?:siblings|occupation|status)/, drop: 0.3, look: 0.5 },
  { of: /^clue\/event/, drop: 0.5, look: 0.7 },
  { of: /^clue\/health/, drop: 0.4, look: 0.7 },
  { of: /^clue\/(?:language|religion)/, drop: 0.5, look: 0.9 },
  { of: /^clue\/(?:nationality|ethnicity)/, drop: 0.5, look: 0.85 },
  { of: /^organisation/, drop: 0.08, look: 0.5 },
  { of: /^place$/, drop: 0.25, look: 0.5 },
  { of: /^clue\/kin/, drop: 0.2, look: 0.35 },
  { of: /^people\/(?:word|misspelling)/, drop: 0.1, look: 0 },
];

/** What a rule is sure of by its form alone, by the reason it gives. */
const BY_REASON: readonly Ask[] = [
  {
    of: /^(?:Year|Span of years|Season or feast with its year|Part of a month|Month without a year|Month and year)(?:$|; \d)/,
    drop: 0.5,
    look: 0.95,
  },
  { of: /^(?:Exact age|Age by the decade|Age at the time told)/, drop: 0.5, look: 0.7 },
  { of: /^Age or length of pregnancy/, drop: 0.4, look: 0.7 },
  { of: /^A birthday tells/, drop: 0.1, look: 0.5 },
  { of: /^Exact date(?:$|; \d)/, drop: 0.35, look: 0.9 },
  { of: /^Stretch of time told by its two ends/, drop: 0.55, look: 0.95 },
  { of: /^Time of day(?:$|; \d)/, drop: 0.25, look: 0.85 },
  { of: /^Time of day in words/, drop: 0.35, look: 0.7 },
  { of: /^(?:Neutral citation: it names a case, perhaps|Law report:)/, drop: 0.1, look: 0 },
  { of: /^Free or national-rate number/, drop: 0.1, look: 0 },
  { of: /^A feast is an exact date/, drop: 0.35, look: 0.8 },
  { of: /^Length of time or day told/, drop: 0.5, look: 0.9 },
  // What tells a day, a year or an age by its form alone, of anybody: a plan's due dates, a standard's paragraphs.
  {
    of: /^(?:Exact date|Year(?! at the head)|Span of years|Day of the week|Age in brackets|School year)/,
    drop: 0.1,
    look: 0.3,
  },
  { of: /^A title stands before the name/, drop: 0.05, look: 0.6 },
  { of: /^A name-like word and an ordinary one/, drop: 0.3, look: 0.35 },
  {
    of: /^(?:A name-like word and a common surname|Given name and a name-like word|An initial before a name-like word|Given name(?: that is also a place)?(?:$|; another)|Surname and given name|Name that is also an ordinary word)/,
    drop: 0.06,
    look: 0.2,
  },
];

/** What a claim for a look alone must have: a name that is also an ordinary word, a bare length of time. */
const ORDINARY = /also an ordinary word|Length of time|Day of the week|^Unknown|^Capitals/;
const ORDINARY_FLOOR = 0.35;
/** A judgment tells of people more than of practice: there less of the tagger's word is enough. */
const IN_JUDGMENT = 0.15;
/** From here on the tagger's agreement makes a claim for a look into a suggestion. */
const AGREED = 0.7;
/** What describes is learning as often as a secret, so more agreement is asked. */
const AGREED_CLUE = 0.72;
const CLUE = /^clue\//;
/** A name is rarely anything else, so less agreement is enough. */
const AGREED_PERSON = 0.4;

/** Naming the authority is a decision wherever the case does it, so hardly any agreement is asked. */
const AUTHORITY = /^The authority/;
const DECIDED: Ask = { of: AUTHORITY, drop: 0.04, look: 0 };

/** Decisions for a person whatever the score: the authority, authors and chairs, who is meant, status. */
const HELD =
  /decision to record|normally named|was chosen for it|misspelt|public body|service$|precedent|status/;

/**
 * The rule's claim as it stands once the tagger, who finds it `likely`, has been asked; null where it falls. Who is
 * known by a whole name is meant wherever the name stands: the sentence may be about practice.
 */
export function asked(hit: Hit, likely: number, judgment: boolean): Hit | null {
  if (hit.category === "explicit" || hit.category === "deny-list") return hit;
  if (hit.named === true && hit.tier === "suggested") return hit;
  const byName = AUTHORITY.test(hit.why)
    ? DECIDED
    : BY_NAME.find(({ of }) => of.test(hit.detector));
  if (byName !== undefined && likely < (judgment ? byName.drop * IN_JUDGMENT : byName.drop))
    return null;
  const byReason = judgment ? undefined : BY_REASON.find(({ of }) => of.test(hit.why));
  if (byReason !== undefined && likely < byReason.drop) return null;
  if (hit.tier === "suggested") {
    const look = judgment ? 0 : Math.max(byName?.look ?? 0, byReason?.look ?? 0);
    return likely < look ? { ...hit, tier: "check" } : hit;
  }
  if (likely < ORDINARY_FLOOR && ORDINARY.test(hit.why)) return null;
  const agreed =
    hit.category === "person" ? AGREED_PERSON : CLUE.test(hit.detector) ? AGREED_CLUE : AGREED;
  return likely >= agreed && !HELD.test(hit.why)
    ? { ...hit, tier: "suggested", score: Math.max(hit.score, likely) }
    : hit;
}
