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

/** Whole names of whom the text tells so: their family's "Mrs Tindall" is not the child. */
export const withYouth = (text: string, mentions: readonly Mention[]): Mention[] =>
  mentions.map((m) =>
    m.title === null && m.given.length > 0 && isYoungAt(text, m.start, m.end)
      ? { ...m, young: true }
      : m,
  );

const GROWN_TITLES = new Set("mr mrs ms sir dame dr prof professor rev revd cllr".split(" "));
export const isGrownTitle = (title: string | null): boolean =>
  title !== null && GROWN_TITLES.has(title);
