// Ways to say a thing more generally, offered before a black box: a date as its month or season, an
// age as a stage of life, a place as its kind. Pure and deliberately modest: what it cannot read it
// leaves to the analyst.
import type { Category } from "../../../../shared/detect/model.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const SEASONS = ["winter", "spring", "summer", "autumn"] as const;

const KINDS: Partial<Record<Category, readonly string[]>> = {
  person: ["a relative", "a neighbour", "a friend of the family", "a professional"],
  school: ["a primary school", "a secondary school", "a nursery", "a school"],
  "health-provider": ["a GP practice", "a local hospital", "a clinic", "a health service"],
  organisation: ["a local service", "a charity", "an employer", "a provider"],
  place: ["the town", "a neighbouring town", "another part of the country", "abroad"],
  address: ["the family home", "a relative’s home", "temporary accommodation"],
  postcode: ["the area"],
  demographic: ["a family member", "a sibling", "an occupation", "a faith community"],
  misc: ["a long-term condition", "a health need", "an offence"],
};

interface ReadDate {
  readonly day: number | null;
  readonly month: number;
  readonly year: string | null;
}

function readDate(text: string): ReadDate | null {
  const worded =
    /(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Z][a-z]{2,8})\.?,?(?:\s+(\d{4}))?/.exec(text);
  if (worded) {
    const month = MONTHS.findIndex((m) => m.startsWith(worded[2]!.slice(0, 3)));
    if (month >= 0)
      return { day: worded[1] ? Number(worded[1]) : null, month, year: worded[3] ?? null };
  }
  const figures = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\b/.exec(text);
  if (!figures) return null;
  const month = Number(figures[2]) - 1;
  if (month < 0 || month > 11) return null;
  const year = figures[3]!.length === 2 ? `20${figures[3]}` : figures[3]!;
  return { day: Number(figures[1]), month, year };
}

const third = (day: number): string => (day <= 10 ? "early" : day <= 20 ? "mid" : "late");

function dateWays(text: string): string[] {
  const date = readDate(text);
  if (!date) return [];
  const year = date.year ? ` ${date.year}` : "";
  const month = MONTHS[date.month]!;
  const part = date.day === null ? "" : third(date.day);
  const season = SEASONS[Math.floor(((date.month + 1) % 12) / 3)]!;
  const precise = part === "mid" ? `mid-${month}${year}` : `${part} ${month}${year}`.trim();
  return [
    ...(date.day === null ? [] : [precise]),
    `${month}${year}`,
    date.year ? `${season}${year}` : `that ${season}`,
    ...(date.year ? [date.year] : []),
  ];
}

const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

function ageWays(text: string): string[] {
  const found = /(\d{1,3}|\b[a-z]+)[\s-]*(day|week|month|year)?/i.exec(text.toLowerCase());
  if (!found) return [];
  const number = /^\d/.test(found[1]!) ? Number(found[1]) : WORDS.indexOf(found[1]!) + 1;
  if (number < 1) return [];
  const unit = found[2] ?? "year";
  const years = unit === "year" ? number : unit === "month" ? number / 12 : 0;
  if (years < 1) return ["a baby", "under one", "in the first year of life"];
  if (years < 5) return ["a toddler", "under five", "of pre-school age"];
  if (years < 11) return ["of primary school age", "under eleven"];
  if (years < 18) return ["a teenager", "of secondary school age"];
  return ["an adult", `in ${years < 30 ? "early adulthood" : "middle or later life"}`];
}

/** Most particular first; the proposal of the detector, where there is one, leads. */
export function generalisations(
  text: string,
  category: Category | null,
  proposed: string | null,
): readonly string[] {
  const ways =
    category === "date"
      ? dateWays(text)
      : category === "age"
        ? ageWays(text)
        : category
          ? (KINDS[category] ?? [])
          : [];
  return [...new Set([...(proposed ? [proposed] : []), ...ways])];
}
