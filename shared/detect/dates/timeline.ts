// Looks at the dates of a case together: dates of birth, how long after the first of them a date falls (so
// that "at 14 months" can replace it and the order is kept), and dates that what stays beside them gives
// back: an age, an interval, a weekday. It adds to label and explanation; it never finds a date itself.
import type { Hit, PageScan } from "../hit.ts";
import { dayNumber, monthsBetween, readDate, type CalendarDate } from "./calendar.ts";
import { DATES_NAME } from "./dates.ts";
import { NUMBER_WORD } from "./words.ts";

const BIRTH = /\b(?:(?:born|birth)\b|d\.?o\.?b\b\.?)[^.\n]{0,24}$/i;
const DEATH = /\b(?:died|death|dead|killed|murdered|passed away|found dead)\b[^.\n]{0,24}$/i;
const INTERVAL = new RegExp(
  `\\b(?:\\d{1,3}|${NUMBER_WORD}|a|the (?:next|following|previous|same)) (?:days?|weeks?|months?|years?)(?: and [a-z]+)? (?:later|after|before|earlier|previously|afterwards|on)\\b|\\b(?:the (?:next|following|previous) (?:day|morning|week|month))\\b`,
  "i",
);
const AGE = new RegExp(
  `\\b(?:aged|when (?:he|she) was|at) (?:\\d{1,2}|${NUMBER_WORD}) (?:days?|weeks?|months?|years?)`,
  "i",
);

const full = (date: CalendarDate | null): date is CalendarDate =>
  date !== null && date.day > 0 && date.month > 0 && date.year > 1900;

/** A child of the case may be born up to so many years before the other dates. */
const CHILDHOOD = 18 * 12;

export function readTimeline(scans: readonly PageScan[], hits: readonly Hit[][]): void {
  const births: CalendarDate[] = [];
  scans.forEach((scan, s) => {
    for (const hit of hits[s]!) {
      if (hit.detector !== DATES_NAME) continue;
      const date = readDate(scan.clean.text.slice(hit.start, hit.end));
      if (full(date) && BIRTH.test(before(scan, hit))) births.push(date);
    }
  });
  // The youngest person whose birth is told is the child the review is about.
  const birth = births.sort((a, b) => dayNumber(b) - dayNumber(a))[0];
  scans.forEach((scan, s) => {
    const people = new Set(hits[s]!.filter((h) => h.category === "person").map((h) => h.end));
    hits[s]!.forEach((hit, h) => {
      if (hit.detector !== DATES_NAME) return;
      const born = BIRTH.test(before(scan, hit)) || bracketed(scan.clean.text, hit, people);
      hits[s]![h] = explained(scan, hit, born, birth);
    });
  });
}

const before = (scan: PageScan, hit: Hit): string =>
  scan.clean.text.slice(Math.max(0, hit.start - 60), hit.start);

/** The sentence a date stands in, at most 110 letters either way. */
function sentence(text: string, hit: Hit): string {
  const ahead = text
    .slice(Math.max(0, hit.start - 110), hit.start)
    .split(/[.?!]\s/)
    .pop()!;
  return (
    ahead + text.slice(hit.start, hit.end) + text.slice(hit.end, hit.end + 110).split(/[.?!]\s/)[0]!
  );
}

/** "Ayesha CHOWDHURY (12.12.2009)": a day in brackets behind a name is that person's day of birth. */
const bracketed = (text: string, { start, end }: Hit, people: ReadonlySet<number>): boolean =>
  people.has(start - 2) &&
  text.startsWith(" (", start - 2) &&
  text[end] === ")" &&
  full(readDate(text.slice(start, end)));

function explained(scan: PageScan, hit: Hit, born: boolean, birth: CalendarDate | undefined): Hit {
  const { text } = scan.clean;
  const date = readDate(text.slice(hit.start, hit.end));
  const notes: string[] = [hit.why];
  let { label } = hit;
  const ahead = before(scan, hit);
  if (date !== null && born) {
    notes.push("a date of birth: it names a child when put beside an area");
    label = date.year > 0 && date.day > 0 ? String(date.year) : label;
  } else if (date !== null && DEATH.test(ahead)) {
    notes.push("a date of death: newspapers and coroners print it");
  }
  if (full(date) && birth !== undefined) {
    const months = monthsBetween(birth, date);
    const days = dayNumber(date) - dayNumber(birth);
    if (months > 0 && months < CHILDHOOD && !born)
      notes.push(`${months} months after the latest date of birth told (day ${days + 1})`);
  }
  if (full(date)) {
    const near = sentence(text, hit);
    if (INTERVAL.test(near)) notes.push("an interval beside it gives it back: blur both");
    else if (AGE.test(near)) notes.push("an age beside it and a date of birth give it back");
  }
  if (notes.length === 1 && label === hit.label) return hit;
  return { ...hit, why: notes.join("; "), ...(label === undefined ? {} : { label }) };
}
