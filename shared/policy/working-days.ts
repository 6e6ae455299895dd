// Working days in England: Monday to Friday without bank holidays, which are computed. Days are ISO
// texts without time or zone. Days proclaimed for one year only are listed, as no rule gives them.

/** "2026-03-31" */
export type Day = string;

const MS = 86_400_000;
/** One-off holidays by royal proclamation or government decision, and moved ones. */
const ONCE: Readonly<
  Record<number, { readonly add: readonly Day[]; readonly drop: readonly Day[] }>
> = {
  2011: { add: ["2011-04-29"], drop: [] },
  2012: { add: ["2012-06-04", "2012-06-05"], drop: ["2012-05-28"] },
  2020: { add: ["2020-05-08"], drop: ["2020-05-04"] },
  2022: { add: ["2022-06-02", "2022-06-03", "2022-09-19"], drop: ["2022-05-30"] },
  2023: { add: ["2023-05-08"], drop: [] },
};

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && text === toDay(Date.parse(`${text}T00:00:00Z`));
}

export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !bankHolidays(Number(day.slice(0, 4))).has(day);
}

/** The day `n` working days after (before, if negative) the given one, which itself is not counted. */
export function addWorkingDays(from: Day, n: number): Day {
  const step = n < 0 ? -MS : MS;
  let at = Date.parse(`${from}T00:00:00Z`);
  for (let left = Math.abs(n); left > 0;) {
    at += step;
    if (isWorkingDay(toDay(at))) left--;
  }
  return toDay(at);
}

const computed = new Map<number, ReadonlySet<Day>>();

/** Bank holidays of England in a year, substitute days included. */
export function bankHolidays(year: number): ReadonlySet<Day> {
  let days = computed.get(year);
  if (!days) computed.set(year, (days = new Set(compute(year))));
  return days;
}

function compute(year: number): Day[] {
  const easter = easterSunday(year);
  const days = new Set<Day>([
    weekdayFrom(`${year}-01-01`),
    toDay(easter - 2 * MS),
    toDay(easter + MS),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
  ]);
  // Christmas first; Boxing Day moves on past its substitute.
  const christmas = weekdayFrom(`${year}-12-25`);
  days.add(christmas);
  let boxing = weekdayFrom(`${year}-12-26`);
  if (boxing === christmas) boxing = next(boxing);
  days.add(boxing);
  for (const day of ONCE[year]?.drop ?? []) days.delete(day);
  for (const day of ONCE[year]?.add ?? []) days.add(day);
  return [...days].sort();
}

/** The day itself, or the Monday after a weekend. Boxing Day on a Sunday gives Monday 27, fixed above. */
function weekdayFrom(day: Day): Day {
  let at = day;
  while (weekdayOf(at) === 0 || weekdayOf(at) === 6) at = next(at);
  return at;
}

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const next = (day: Day) => toDay(Date.parse(`${day}T00:00:00Z`) + MS);

function firstMonday(year: number, month: number): Day {
  const first = Date.UTC(year, month - 1, 1);
  return toDay(first + ((8 - new Date(first).getUTCDay()) % 7) * MS);
}

function lastMonday(year: number, month: number): Day {
  const last = Date.UTC(year, month, 0);
  return toDay(last - ((new Date(last).getUTCDay() + 6) % 7) * MS);
}

/** Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}

function toDay(ms: number): Day {
  return Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10);
}
