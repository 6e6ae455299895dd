// Reads the day, month and year out of a date as written, counts days between two, and writes the
// generalised form that keeps what there is to learn. Pure arithmetic on the Gregorian calendar.
import { MONTHS, monthOf } from "./words.ts";

/** Unknown parts are 0. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const fullYear = (digits: string): number => {
  const year = Number(digits.replace("'", ""));
  return year > 99 ? year : year + (year < 50 ? 2000 : 1900);
};

/** The first date in a written span; British order where figures are ambiguous. */
export function readDate(text: string): CalendarDate | null {
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b/.exec(text);
  if (figures) {
    const [day, month] = [Number(figures[1]), Number(figures[2])];
    return valid(fullYear(figures[3]!), month > 12 ? day : month, month > 12 ? month : day);
  }
  const named = /[A-Za-z]{3,10}/g;
  for (let word = named.exec(text); word !== null; word = named.exec(text)) {
    const month = monthOf(word[0]);
    if (month === 0) continue;
    const before = /(\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?\W*$/i.exec(
      text.slice(0, word.index),
    );
    const rest = text.slice(word.index + word[0].length);
    const after = /^\.?\W{0,2}(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i.exec(rest);
    const year = /(?:1[89]|20)\d{2}(?!\d)|'\d{2}/.exec(rest);
    return valid(
      year ? fullYear(year[0]) : 0,
      month,
      Number(before?.[1] ?? (year && after && after[0].includes("'") ? 0 : (after?.[1] ?? 0))),
    );
  }
  const year = /\b(?:1[89]|20)\d{2}\b/.exec(text);
  return year ? { year: Number(year[0]), month: 0, day: 0 } : null;
}

function valid(year: number, month: number, day: number): CalendarDate | null {
  return month <= 12 && day <= 31 ? { year, month, day } : null;
}

/** Days since 1 January 1970; only for a full date. */
export function dayNumber(date: CalendarDate): number {
  return Math.floor(Date.UTC(date.year, date.month - 1, date.day) / 86_400_000);
}

export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const whole = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < from.day ? whole - 1 : whole;
}

/** "early March 2009", "March", "2009": less than was written, or nothing where that is impossible. */
export function generalised(date: CalendarDate): string | undefined {
  const month = date.month > 0 ? MONTHS[date.month - 1]! : "";
  const named = month === "" ? "" : month[0]!.toUpperCase() + month.slice(1);
  if (date.day > 0 && named !== "") {
    const third = date.day <= 10 ? "early" : date.day <= 20 ? "mid" : "late";
    const joined = third === "mid" ? `mid-${named}` : `${third} ${named}`;
    return date.year > 0 ? `${joined} ${date.year}` : joined;
  }
  if (named !== "")
    return date.year > 0 ? `${season(date.month)} ${date.year}` : season(date.month);
  return undefined;
}

const FEASTS: readonly (readonly [RegExp, string])[] = [
  [
    /christmas|boxing day|new year|hogmanay|valentine|burns night|hanukkah|twelfth night/i,
    "winter",
  ],
  [/easter|good friday|lent|pancake|shrove|palm sunday|mothering|mother'?s'? day|passover|may day|early may|late may|whitsun|vaisakhi/i, "spring"], // prettier-ignore
  [/father'?s'? day|midsummer|august bank holiday/i, "summer"],
  [/hallowe|bonfire|guy fawkes|remembrance|diwali|michaelmas/i, "autumn"],
];

/** "spring 2019" of "Easter 2019"; nothing for a feast whose season changes, or without its year. */
export function seasonOfFeast(text: string): string | undefined {
  const year = /(?:19|20)\d{2}(?!\d|[-/])/.exec(text)?.[0];
  const named = FEASTS.find(([feast]) => feast.test(text))?.[1];
  return year === undefined || named === undefined ? undefined : `${named} ${year}`;
}

/** "a weekday night" of "Monday night": half of what it tells. */
export function kindOfDay(text: string): string | undefined {
  const said = /^(?:(S)(?:atur|un)|(?:Mon|Tues|Wednes|Thurs|Fri))day( (?:morning|afternoon|evening|night))?$/.exec(text); // prettier-ignore
  if (said === null) return undefined;
  const kind = said[1] === undefined ? "weekday" : "weekend";
  return `a ${kind}${said[2] ?? (kind === "weekend" ? " day" : "")}`;
}

function season(month: number): string {
  if (month >= 3 && month <= 5) return "spring";
  if (month >= 6 && month <= 8) return "summer";
  return month >= 9 && month <= 11 ? "autumn" : "winter";
}
