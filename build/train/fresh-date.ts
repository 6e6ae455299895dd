// Another day, month or year in the place of one, in the same form or in another that records use.
import type { Random } from "./learn.ts";
import { pick } from "./learn.ts";

const MONTHS = "January February March April May June July August September October November December".split(" "); // prettier-ignore
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const two = (n: number): string => String(n).padStart(2, "0");

export function freshDate(text: string, random: Random): string {
  const full = /^(\w+ )?\d{1,2}(st|nd|rd|th)?([ ./-])(\d{1,2}|[A-Za-z]+)\3\d{2,4}$/.exec(text);
  const day = 1 + Math.floor(random() * 28);
  const month = Math.floor(random() * 12);
  const year = 1950 + Math.floor(random() * 75);
  const name = MONTHS[month] ?? "";
  if (full !== null && random() < 0.6) {
    const ordinal = day % 10 === 1 && day !== 11 ? "st" : day % 10 === 2 && day !== 12 ? "nd" : day % 10 === 3 && day !== 13 ? "rd" : "th"; // prettier-ignore
    return pick(
      [
        `${day} ${name} ${year}`, `${two(day)}/${two(month + 1)}/${year}`, `${day}.${month + 1}.${two(year % 100)}`,
        `${day}${ordinal} ${name} ${year}`, `${two(day)}-${name.slice(0, 3)}-${year}`, `${name} ${year}`,
        `${pick(DAYS, random)} ${day} ${name} ${year}`, `${day}${ordinal} of ${name}`, `${name} ${day}, ${year}`,
        `${year}-${two(month + 1)}-${two(day)}`, `${day} ${name.slice(0, 3)} ${two(year % 100)}`,
      ],
      random,
    ); // prettier-ignore
  }
  return text
    .replace(/\b(19|20)\d\d\b/g, () => String(year))
    .replace(/\b\d{1,2}\b/g, (n) => (Number(n) < 13 ? String(1 + Math.floor(random() * 12)) : n))
    .replace(/[A-Z][a-z]{2,}/g, (word) => {
      if (MONTHS.includes(word)) return pick(MONTHS, random);
      return DAYS.includes(word) ? pick(DAYS, random) : word;
    });
}
