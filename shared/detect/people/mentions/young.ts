// Whether what stands beside a name tells somebody under sixteen: an age, a school year, a class, a word before.
import type { Mention } from "./mention.ts";

/** Said just after a name of somebody under sixteen. */
const YOUNG_AFTER =
  /^,? \(?(?:[Yy]ear|Yr) (?:[1-9]|1[01])\b|^,? \(?(?:(?:now |then )?(?:aged?|was|is) )?(?:\d|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?:[ -](?:years?|months?|weeks?|days?)(?:[ -]olds?)?)?[),;.]|^(?:'s|’s) (?:school|class|nursery|teacher|foster|social worker|health visitor|guardian)|^ (?:attend(?:s|ed)|start(?:s|ed)(?: at)?|is in|is on roll at) [^.]{0,40}(?:school|nursery|reception|year \d)/i;
const YOUNG_BEFORE =
  /(?:\b(?:baby|infant|toddler|newborn|twins?|child|pupil)(?: (?:son|daughter|brother|sister|boy|girl))?,?|\b(?:\d|1[0-5]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)-(?:year|month|week|day)-old)\s$/i;

export function isYoungAt(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 60).replace(/\s+/g, " ");
  // "Zhang Yichen (Eason), Year 5"
  const after = behind.replace(/^ ?\(\p{Lu}[\p{L}'-]{1,20}\)/u, "");
  const before = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, " ");
  return YOUNG_AFTER.test(after) || YOUNG_BEFORE.test(before);
}

/** A day of birth behind a name, its year last. */
const BORN =
  /^,? ?\(?(?:(?:d\.?o\.?b\.?|born(?: on)?|b\.|date of birth):? ?)?\d{1,2}[./-]\d{1,2}[./-]((?:19|20)\d{2})(?!\d)/i;
const GROWN_AT = 18;

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

/** Names of whom the text tells so: their family's "Mrs Tindall" is not the child. */
export function withYouth(text: string, mentions: readonly Mention[]): Mention[] {
  const now = latestYear(text);
  return mentions.map((m) => {
    if (m.title !== null) return m;
    if (m.given.length === 0)
      return NEWBORN_BEFORE.test(text.slice(Math.max(0, m.start - 20), m.start))
        ? { ...m, young: true }
        : m;
    const year = Number(BORN.exec(text.slice(m.end, m.end + 40))?.[1] ?? now);
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
