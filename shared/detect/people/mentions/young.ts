// Whether what stands beside a name tells somebody under sixteen: an age, a school year, a class, a word before.
import type { Mention } from "./mention.ts";

/** Said just after a name of somebody under sixteen. */
const YOUNG_AFTER =
  /^,? \(?(?:(?:in )?(?:Year|Yr) (?:[1-9]|1[01])|(?:in )?Rec(?:eption)?|in Nursery)\b|^,? \(?(?:(?:now |then )?(?:aged?|was|is) )?(?:\d|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?:[ -](?:years?|months?|weeks?|days?)(?:[ -]olds?)?)?(?:[),;]|\.(?!\d))|^(?:'s|’s) (?:school|class|nursery|teacher|foster|social worker|health visitor|guardian)|^ (?:attend(?:s|ed)|start(?:s|ed)(?: at)?|is in|is on roll at) [^.]{0,40}(?:school|nursery|reception|year \d)/i;
const YOUNG_BEFORE =
  /(?:\b(?:baby|infant|toddler|newborn|twins?|child|pupil)(?: (?:son|daughter|brother|sister|boy|girl))?,?|\b(?:\d|1[0-5]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)-(?:year|month|week|day)-old)\s$|\b(?:child|pupil|young person)(?:['’]s (?:full )?name)?:\s$/i;

/** "JADE PRYCE (1)" among the parties of a case: her number there and no age. */
export const isParty = (after: string, text: string): boolean =>
  /^ \(\d\)/.test(after) && /\b(?:applicant|respondent|claimant|defendant)s?\b/i.test(text);

export function isYoungAt(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 60).replace(/\s+/g, " ");
  // "Zhang Yichen (Eason), Year 5"
  const after = behind.replace(/^ ?\(\p{Lu}[\p{L}'-]{1,20}\)/u, "");
  const before = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, " ");
  const told = YOUNG_AFTER.test(after) || (after !== behind && YOUNG_AFTER.test(behind));
  return (told && !isParty(after, text)) || YOUNG_BEFORE.test(before);
}

/** A day of birth behind a name; where only two figures tell the year, it must be called so. */
const BORN =
  /^[\s,(]{0,4}(?:a (?:girl|boy),? )?(?:(d\.?o\.?b\.?|born(?: on)?|b\.|date of birth):?\s{0,4})?(?:the )?\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]\p{L}{3,9}\.?[ ,-]{1,2})((?:19|20)?\d{2})(?!\d)/iu;
const GROWN_AT = 18;

/** The year of birth that stands behind a name, null where none does. */
function bornIn(behind: string, now: number): number | null {
  if (!/\d\d/.test(behind)) return null;
  const [, called, year] = BORN.exec(behind) ?? [];
  if (year === undefined || (year.length === 2 && called === undefined)) return null;
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) <= now % 100 ? 2000 : 1900);
}

/** The latest year that a page tells, 0 for none. */
export function latestYear(text: string): number {
  let latest = 0;
  for (const [year] of text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g))
    latest = Math.max(latest, Number(year));
  return latest;
}

/** "the baby, Lena" */
const NEWBORN_BEFORE =
  /\b(?:baby|infant|toddler|newborn)(?: (?:son|daughter|brother|sister))?,? $/i;

const ELDERS =
  /(?:^|[^\p{L}-])(granny|gran|nana|nanna|nanny|nan|grandma|grandpa|grandad|granddad|auntie|aunty|aunt|uncle) $/iu;

/** Names of whom the text tells so: their family's "Mrs Tindall" is not the child, nor is "Granny Tindall". */
export function withYouth(text: string, mentions: readonly Mention[]): Mention[] {
  const now = latestYear(text);
  return mentions.map((m) => {
    if (m.title !== null) return m;
    const name = m.end - (m.single?.length ?? 0);
    const kin = m.single === null ? undefined : ELDERS.exec(text.slice(Math.max(0, name - 10), name))?.[1]; // prettier-ignore
    if (kin !== undefined) return { ...m, kin: kin.toLowerCase() };
    if (m.given.length === 0)
      return NEWBORN_BEFORE.test(text.slice(Math.max(0, m.start - 20), m.start))
        ? { ...m, young: true }
        : m;
    const year = bornIn(text.slice(m.end, m.end + 60), now) ?? now;
    const young = (now > year && now - year < GROWN_AT) || isYoungAt(text, m.start, m.end);
    return young ? { ...m, young } : m;
  });
}

const GROWN_TITLES = new Set(
  "mr mrs ms sir dame lady lord dr prof professor rev revd cllr".split(" "),
);
export const isGrown = ({ titles }: { readonly titles: ReadonlySet<string> }): boolean =>
  [...titles].some(isGrownTitle);
export const isGrownTitle = (title: string | null): boolean =>
  title !== null && GROWN_TITLES.has(title);
