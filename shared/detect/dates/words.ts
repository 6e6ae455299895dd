// The vocabulary of dates and numbers in British prose. Patterns only; dates.ts and ages.ts read with them.

export const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

const WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(" "); // prettier-ignore
/** As Welsh records write them. "Mai" is also somebody's name, so it needs a year. */
const WELSH_MONTHS =
  "Ionawr|Chwefror|Mawrth|Ebrill|Mai(?= (?:19|20)\\d\\d)|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr";

/** Full and short month names, English and Welsh; the short ones may carry a full stop. */
export const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|${WELSH_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\\.?)(?![A-Za-z])`;
/** As MONTH, in small letters; only used beside a day number. */
export const SMALL_MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![A-Za-z])";
export const YEAR = "(?:1[89]|20)\\d{2}(?!\\d)";
export const WEEKDAY =
  "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)";

const UNITS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
/** A number in words up to ninety-nine. */
export const NUMBER_WORD = `(?:(?:${TENS})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${UNITS})`;

const ORDER = UNITS.split("|");
const TEN_ORDER = TENS.split("|");

/** Value of digits or number words; null where it is neither. */
export function numberOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const [first = "", second] = text.toLowerCase().split(/[ -]/);
  const unit = ORDER.indexOf(first);
  if (unit >= 0) return unit + 1;
  const ten = TEN_ORDER.indexOf(first);
  if (ten < 0) return null;
  return (ten + 2) * 10 + (second === undefined ? 0 : ORDER.indexOf(second) + 1);
}

/** 1 to 12 of a month's name, whole or its first three or four letters, English or whole Welsh; 0 where it is none. */
export function monthOf(name: string): number {
  const lower = name.toLowerCase().replace(".", "");
  const welsh = WELSH.indexOf(lower) + 1;
  if (welsh > 0) return welsh;
  if (lower.length < 3) return 0;
  return MONTHS.findIndex((m) => m === lower || (lower.length < 5 && m.startsWith(lower))) + 1;
}
