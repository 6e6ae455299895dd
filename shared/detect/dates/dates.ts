// Dates in every British form: days, months, years, ranges, weeks, feasts and seasons, times of day.
// The more a date narrows down, the higher it scores; the years of laws and of cited works are no one's.
// Every pattern is anchored on a month, a figure or a feast, so that a page is read once a pattern.
import type { Detector, Hit, PageScan } from "../hit.ts";
import { generalised, kindOfDay, readDate, seasonOfFeast } from "./calendar.ts";
import { zonesAround } from "../text/digit-zones.ts";
import type { DateRule } from "./date-rule.ts";
import { DATE_RULES } from "./date-rules.ts";
import { dayColumns } from "./day-columns.ts";
import { headings } from "./headings.ts";
import { MONTH } from "./words.ts";

export const DATES_NAME = "date";
const DATES_VERSION = "2";

/** No date without a digit lacks all of these. */
const DATE_WORDS =
  /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[dD]ay|week|month|year|night|evening|morning|afternoon|spring|summer|autumn|winter|[tT]erm|Christmas|Easter|New Year|Ramadan|Eid|Diwali|Hall?ow|Hogmanay|Passover|Yom|Rosh|Vaisakhi|Hanukkah|Fawkes|Whitsun|Michaelmas|Lent|Trinity|o'clock|half|quarter|past|midnight|noon|lunch|bedtime|teatime|yesterday|tomorrow|tonight|hour|weds|tues|thurs|minutes|five|ten|twenty|[Ww]ed|[Tt]ue|[Tt]hu|Fri|Sat|Sun|Mon|[Bb]irthday|DAY|[Yy]esterday)/g;
const DATE_REACH = 44;

export const dates: Detector = {
  name: DATES_NAME,
  version: DATES_VERSION,
  about: "Dates and part dates in every British form, feasts, and times of day.",
  find(page) {
    const { text } = page.clean;
    const hits: Hit[] = [];
    // Rules go from the fullest form to the barest; a later one never splits what an earlier one took.
    const taken = new Uint8Array(text.length);
    const worded = zonesAround(text, DATE_WORDS, DATE_REACH);
    for (const rule of DATE_RULES) {
      const zones: PageScan["zones"] = rule.wordy === true ? worded : page.zones;
      for (const [from, to] of zones) {
        const zone = from === 0 && to === text.length ? text : text.slice(from, to);
        rule.pattern.lastIndex = 0;
        for (let match = rule.pattern.exec(zone); match !== null; match = rule.pattern.exec(zone)) {
          const start = from + match.index;
          const end = start + match[0].trimEnd().length;
          if (taken[start] === 1 || taken[end - 1] === 1) continue;
          const before = text.slice(Math.max(0, start - 64), start);
          if (rule.refuse?.(before, text.slice(end, end + 24), match[0])) continue;
          taken.fill(1, start, end);
          hits.push(hit(rule, start, end, text));
        }
      }
    }
    const told = [...ranges(logged(hits, text), text), ...dayColumn(text, taken)];
    const whole = moments(
      told.map((found) => followed(widened(found, text), text)),
      text,
    );
    return headings(whole, text);
  },
};

const isTime = (hit: Hit): boolean => hit.why.startsWith("Time");
const isDay = (hit: Hit): boolean => !isTime(hit) && !/^(?:Length|Stretch|Year|Span)/.test(hit.why);

/** "4pm on 15 February 2019", "Tuesday 4 October at 05.50": a day and its hour are one moment. */
function moments(hits: Hit[], text: string): Hit[] {
  hits.sort((a, b) => a.start - b.start);
  const kept: Hit[] = [];
  for (const second of hits) {
    const first = kept[kept.length - 1];
    const one =
      first !== undefined &&
      second.start - first.end < 12 &&
      ((isTime(first) && isDay(second)) || (isDay(first) && isTime(second))) &&
      WITH_HOUR.test(text.slice(first.end, second.start));
    if (!one) kept.push(second);
    else {
      const day = isTime(first) ? second : first;
      kept[kept.length - 1] = {
        ...day,
        start: first.start,
        end: second.end,
        tier: first.tier === "suggested" ? first.tier : second.tier,
        score: Math.max(first.score, second.score),
      };
    }
  }
  return kept;
}
const WITH_HOUR = /^,? ?(?:on(?: the)?|at|at about|by|around|about|@)[ \n](?!\n)$/;

/** One figure at the head of a line may be anything; several of them are the hours of a log. */
function logged(hits: readonly Hit[], text: string): Hit[] {
  const hour = (hit: Hit): boolean =>
    hit.tier === "check" && /^\d{4}$/.test(text.slice(hit.start, hit.end));
  if (hits.filter(hour).length < LOG_LINES) return [...hits];
  return hits.map((hit) => (hour(hit) ? { ...hit, tier: "suggested", score: 0.75 } : hit));
}
const LOG_LINES = 3;

/** "the early hours of 2 July", "w/c 8 April", "the end of 2009": what narrows a date belongs to it. */
function widened(hit: Hit, text: string): Hit {
  if (hit.score < NARROWED || /^(?:Time|Stretch)/.test(hit.why)) return hit;
  // A line may end anywhere in it; one letter for one keeps the offsets.
  const led = text.slice(Math.max(0, hit.start - 40), hit.start).replaceAll("\n", " ");
  const before = LED_BY.exec(led);
  return before === null ? hit : { ...hit, start: hit.start - before[1]!.length };
}
/** "5.50 in the morning", "two days later", "August of the next year": what is told after it belongs to it as well. */
function followed(hit: Hit, text: string): Hit {
  const after = text.slice(hit.end, hit.end + 32);
  const told = hit.why.startsWith("Time")
    ? OF_DAY.exec(after)
    : hit.why.startsWith("Length")
      ? FROM_THEN.exec(after)
      : hit.why === "Month without a year"
        ? OF_YEAR.exec(after)
        : null;
  return told === null ? hit : { ...hit, end: hit.end + told[0].length };
}
const OF_DAY = /^ (?:in the (?:early )?(?:morning|afternoon|evening)|at night)(?![\w-])/;
const FROM_THEN = /^ (?:later|earlier|ago|previously|afterwards)(?![\w-])/;
const OF_YEAR = /^ of (?:that|the (?:same|next|following|previous)) year(?![\w-])/;

/** A bare span of time is left as it stands. */
const NARROWED = 0.6;
const LED_BY =
  /(?:^|[\s(])((?:(?:the )?(?:(?:early|small) hours|(?:early|late|later|latter|first|second|last|final) (?:part|half|quarter|days?|weeks?|weekend|months?|few days|few weeks)|end|beginning|start|middle|turn|evening|morning|afternoon|night|eve|week|weekend|month|summer|autumn|winter|spring|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) of (?:the )?|(?:w\/[ce]|week (?:commencing|ending|beginning)) ))$/i;

/**
 * "25 April and 17 September 2004", "between 15 March 1985 and 10 March 1989": one stretch of time told by its
 * two ends. Without a year of its own the first end cannot be read apart from the second.
 */
function ranges(hits: Hit[], text: string): Hit[] {
  hits.sort((a, b) => a.start - b.start);
  const kept: Hit[] = [];
  for (const second of hits) {
    const first = kept[kept.length - 1];
    if (first !== undefined && second.start - first.end <= 5 && joinedRange(first, second, text)) {
      const between = /\bbetween $/i.exec(text.slice(Math.max(0, first.start - 8), first.start));
      kept[kept.length - 1] = {
        ...first,
        label: undefined,
        start: between === null ? first.start : first.start - between[0].length,
        end: second.end,
        why: "Stretch of time told by its two ends",
      };
    } else kept.push(second);
  }
  return kept;
}

function joinedRange(first: Hit, second: Hit, text: string): boolean {
  if (
    first.score < 0.7 ||
    second.score < 0.7 ||
    !/^ (?:and|to) $/.test(text.slice(first.end, second.start))
  )
    return false;
  if (/^(?:Time|Year)/.test(first.why) || second.why.startsWith("Time"))
    return (
      first.why === second.why &&
      /\bbetween $/i.test(text.slice(Math.max(0, first.start - 8), first.start))
    );
  const ended = /\d{4}$/.test(text.slice(first.start, first.end));
  return !ended || /\bbetween $/i.test(text.slice(Math.max(0, first.start - 8), first.start));
}

/** Days of a log that a page tells by figures alone: "4.9", "18.9", "2.10" down its margin. */
function dayColumn(text: string, taken: Uint8Array): Hit[] {
  return dayColumns(text)
    .filter(({ start }) => taken[start] === 0)
    .map(({ start, end }) => ({
      start,
      end,
      category: "date",
      identifier: "quasi",
      score: 0.75,
      tier: "suggested",
      detector: DATES_NAME,
      version: DATES_VERSION,
      why: "Day and month at the head of an entry",
    }));
}

function hit(rule: DateRule, start: number, end: number, text: string): Hit {
  const label = labelOf(rule, text.slice(start, end), text.slice(Math.max(0, start - 10), start));
  return {
    start,
    end,
    category: "date",
    identifier: "quasi",
    score: rule.score,
    tier: rule.tier,
    detector: DATES_NAME,
    version: DATES_VERSION,
    why: rule.why,
    ...(label === undefined ? {} : { label }),
  };
}

function labelOf(rule: DateRule, text: string, before: string): string | undefined {
  if (rule.why.startsWith("Day of the week"))
    return /\b(?:on|by|since|until|from) $/i.test(before) ? kindOfDay(text) : undefined;
  if (/^(?:Season or|A) feast/.test(rule.why)) return seasonOfFeast(text);
  if (/^(?:Time|Year$|Day of the week|Length)/.test(rule.why)) return undefined;
  // "January to June 2010" is no season.
  if ((text.match(MONTHS_NAMED) ?? []).length > 1) return undefined;
  const date = readDate(text);
  return date === null ? undefined : generalised(date);
}
const MONTHS_NAMED = new RegExp(MONTH, "g");
