// Makes further training pages out of labelled ones: other names, towns, trades, illnesses and
// numbers in the same places, and other dress (capitals, small letters, hard line ends, the
// misreadings of a scanner). Deterministic: everything random comes from the generator passed in.
// It never touches the words around a label, and is never used on a text kept for testing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabelledSpan, LabelledText } from "./corpora.ts";
import { freshDate } from "./fresh-date.ts";
import { pick, type Random } from "./learn.ts";
import { redressed } from "./redress.ts";

export interface Stock {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly towns: readonly string[];
  readonly lists: readonly (readonly string[])[];
  /** What the pages hold of each kind after each word: "on" a day, "a" trade. Swapped between pages. */
  readonly swaps: ReadonlyMap<string, readonly string[]>;
}

const SWAPPED = new Set(["DEM", "MISC", "DATETIME", "QUANTITY", "ORG", "LOC"]);
/** A copy has so many of these spans from another page. */
const SWAPS = 0.35;
/** Fewer than these after one word and the same few would come over and over. */
const CHOICE = 6;

const placeOf = (text: string, start: number, type: string): string => {
  const before = /([\p{L}\p{N}]+|[^\s\p{L}\p{N}])\s*$/u.exec(
    text.slice(Math.max(0, start - 24), start),
  );
  return `${type} ${before?.[1]?.toLowerCase() ?? ""}`;
};

function readSwaps(pages: readonly LabelledText[]): Map<string, string[]> {
  const swaps = new Map<string, string[]>();
  for (const { text, spans } of pages)
    for (const { start, end, type } of spans) {
      const said = text.slice(start, end);
      if (!SWAPPED.has(type) || said.includes("\n") || shouted(said)) continue;
      const key = placeOf(text, start, type);
      swaps.set(key, [...(swaps.get(key) ?? []), said]);
    }
  return swaps;
}

const shouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

/** Another page's span of the same kind after the same word; null where there is little choice. */
function swapped(span: LabelledSpan, text: string, stock: Stock, random: Random): string | null {
  if (stock.swaps.size === 0 || !SWAPPED.has(span.type) || random() >= SWAPS) return null;
  const pool = stock.swaps.get(placeOf(text, span.start, span.type)) ?? [];
  if (pool.length < CHOICE) return null;
  const old = text.slice(span.start, span.end);
  const fresh = pick(pool, random);
  if (shouted(old)) return fresh.toUpperCase();
  return /^\p{Lu}/u.test(old) === /^\p{Lu}/u.test(fresh) ? fresh : null;
}

const plain = (words: string[]): string[] => words.filter((word) => !/[ .]/.test(word));

export function readStock(folder: string, pages: readonly LabelledText[] = []): Stock {
  const list = (name: string): string[] =>
    readFileSync(join(folder, `${name}.txt`), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  const both = (one: string, other: string): string[] => [...list(one), ...list(other)];
  return {
    given: plain(list("derived/given-names")),
    family: plain(list("derived/family-names")),
    towns: both("derived/towns-near", "derived/towns-far"),
    lists: [
      both("own/occupations", "derived/occupations"),
      both("own/health", "derived/health").concat(list("derived/drugs")),
      list("own/offences"),
      list("own/ethnic"),
      list("own/religions"),
    ],
    swaps: readSwaps(pages),
  };
}

/** Dresses `fresh` as `old` is dressed: SHOUTED, Capital or small. */
function dressed(old: string, fresh: string): string {
  if (old.length > 1 && old === old.toUpperCase() && old !== old.toLowerCase())
    return fresh.toUpperCase();
  if (old === old.toLowerCase()) return fresh.toLowerCase();
  return fresh.charAt(0).toUpperCase() + fresh.slice(1);
}

const TITLES =
  /^(mr|mrs|ms|miss|dr|prof|professor|pc|dc|ds|di|ps|sc|wpc|sgt|insp|sir|lord|lady|sister|brother|father|pastor|staff|nurse|justice|judge|district|aunt|auntie|uncle|nana|nan|granny|baby|the|and|senior|detective|constable|inspector|superintendent|retired|firefighter|big|lil|de|of|al|md|dci|mac|der|van|von|born|known|unnamed|mother|calls|her)$/i;
const digits = (text: string, random: Random): string =>
  text.replace(/\d/g, () => String(Math.floor(random() * 10)));

const INITIALS = /^(?:[A-Z]\.?){1,3}$/;
const LETTERS = "ABCDEFGHJKLMNOPRSTVWYZ";
/** What two or three capitals mean to everybody is no one's initials. */
const SERVICES = /^(?:GP|HV|SW|PC|DC|DS|DI|PS|AE|ED|MH|DV|DA|CP|CT|PE|TV|UK|NO|AM|PM|HR|IT|OT)$/;

/** Other letters for "KW", "K.", "K.W.": one person's stay the same through a page. */
function freshInitials(old: string, names: Map<string, string>, random: Random): string {
  const key = `#${old.replaceAll(".", "")}`;
  let fresh = names.get(key);
  if (fresh === undefined) {
    do fresh = key.slice(1).replace(/[A-Z]/g, () => pick([...LETTERS], random));
    while (SERVICES.test(fresh));
    names.set(key, fresh);
  }
  let at = 0;
  const letters = fresh;
  return old.replace(/[A-Z]/g, () => letters.charAt(at++));
}

function freshSpan(
  span: LabelledSpan,
  old: string,
  names: Map<string, string>,
  stock: Stock,
  sets: readonly ReadonlySet<string>[],
  random: Random,
): string {
  switch (span.type) {
    case "PERSON":
      if (INITIALS.test(old)) return freshInitials(old, names, random);
      return old.replace(/[\p{L}\p{M}]{3,}/gu, (word) => {
        if (TITLES.test(word)) return word;
        const key = word.toLowerCase();
        let fresh = names.get(key);
        if (fresh === undefined) {
          fresh = pick(
            old.startsWith(word) ? stock.given : random() < 0.7 ? stock.family : stock.given,
            random,
          );
          names.set(key, fresh);
        }
        return dressed(word, fresh);
      });
    case "LOC":
      return digits(old, random).replace(/[\p{L}\p{M}]{4,}/gu, (word) => {
        const known = names.get(`@${word.toLowerCase()}`);
        if (known !== undefined) return dressed(word, known);
        if (word === word.toLowerCase() || sets[0]?.has(word.toLowerCase()) === true) return word;
        const fresh =
          sets[1]?.has(word.toLowerCase()) === true
            ? pick(stock.towns, random)
            : pick(stock.family, random);
        names.set(`@${word.toLowerCase()}`, fresh);
        return dressed(word, fresh);
      });
    case "DATETIME":
      return freshDate(old, random);
    case "QUANTITY":
    case "CODE":
      return digits(old, random);
    case "ORG":
      return old.replace(/[\p{L}\p{M}]{4,}/gu, (word) =>
        sets[1]?.has(word.toLowerCase()) === true && random() < 0.6
          ? dressed(word, pick(stock.towns, random))
          : word,
      );
    default: {
      const plain = old.toLowerCase();
      for (let i = 0; i < stock.lists.length; i++) {
        const list = stock.lists[i] ?? [];
        const known = sets[2 + i];
        // The longest ending of the span that the list knows: "a broken collarbone".
        const words = plain.split(" ");
        for (let k = 0; k < words.length; k++) {
          const tail = words.slice(k).join(" ");
          if (known?.has(tail) === true)
            return (
              old.slice(0, old.length - tail.length) +
              dressed(old.slice(old.length - tail.length), pick(list, random))
            );
        }
      }
      return old;
    }
  }
}

const STREETS = new Set("road street close avenue lane drive house court terrace place hill park way flat gardens crescent square near upper lower north south east west hospital school".split(" ")); // prettier-ignore

/** One more page from `text`; `nth` decides its dress. */
export function varied(
  text: LabelledText,
  nth: number,
  stock: Stock,
  random: Random,
): LabelledText {
  const sets = setsOf(stock);
  const names = new Map<string, string>();
  let out = "";
  let last = 0;
  const spans: LabelledSpan[] = [];
  const unsure: { start: number; end: number }[] = [];
  const marked = [...text.spans, ...text.unsure.map((one) => ({ ...one, type: null }))].sort(
    (a, b) => a.start - b.start,
  );
  for (const span of marked) {
    out += text.text.slice(last, span.start);
    const old = text.text.slice(span.start, span.end);
    const fresh =
      span.type === null
        ? old
        : ((text.source === "own"
            ? swapped({ ...span, type: span.type }, text.text, stock, random)
            : null) ?? freshSpan(span, old, names, stock, sets, random));
    const place = { start: out.length, end: out.length + fresh.length };
    if (span.type === null) unsure.push(place);
    else spans.push({ ...span, ...place });
    out += fresh;
    last = span.end;
  }
  out += text.text.slice(last);
  return { ...text, name: `${text.name}~${nth}`, text: redressed(out, random), spans, unsure };
}

const small = (words: readonly string[]): Set<string> =>
  new Set(words.map((word) => word.toLowerCase()));

const known = new WeakMap<Stock, readonly ReadonlySet<string>[]>();
function setsOf(stock: Stock): readonly ReadonlySet<string>[] {
  let sets = known.get(stock);
  if (sets === undefined) {
    sets = [STREETS, small(stock.towns), ...stock.lists.map(small)];
    known.set(stock, sets);
  }
  return sets;
}
