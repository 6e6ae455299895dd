// What an age becomes where it is removed.
import { NUMBER_WORD, numberOf } from "./words.ts";

/** "sixteen" holds a "six". */
const WHOLE_NUMBER_WORD = new RegExp(`\\b${NUMBER_WORD}\\b`, "i");

/** A band that keeps the learning: infancy in months, childhood by stage, adults by the decade. */
export function ageLabel(span: string): string | undefined {
  if (/birthday/i.test(span)) return "a birthday";
  if (span.endsWith("/40")) return "weeks of pregnancy";
  const number = numberOf(/\d{1,3}/.exec(span)?.[0] ?? WHOLE_NUMBER_WORD.exec(span)?.[0] ?? "");
  if (number === null) return undefined;
  // "5/12" is five months, "3/52" three weeks.
  if (/week|wk|day|hour|\/(?:52|7)$/i.test(span))
    return /gest|pregn|prem/i.test(span) ? undefined : "a few weeks";
  if (/\/12$|month|mth/i.test(span) && !/year|yr|\dy/i.test(span))
    return number < 12 ? "under one year" : "a toddler";
  if (number < 1) return "under one year";
  if (number <= 4) return "pre-school age";
  if (number <= 10) return "primary school age";
  if (number <= 17) return "a teenager";
  const decade = Math.floor(number / 10) * 10;
  return number < 20 ? "a young adult" : decade <= 90 ? `in their ${decade}s` : undefined;
}
