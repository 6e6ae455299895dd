// One map from a lower-case word to what is known of it, as bits; one look-up a token is all the rules pay.
// Built once, lazily, from the lists beside it. It must never hold a name from a case.
import { ACRONYMS, NOT_NAMES } from "./capitalised.ts";
import { NATIONALITIES } from "./demographics.ts";
import { decodeFrontCoded } from "./front-coding.ts";
import { FEMALE_OTHER, MALE_OTHER } from "./given-names-other.ts";
import { FEMALE, MALE } from "./given-names.ts";
import { NICKNAMES } from "./nicknames.ts";
import { NICKNAMES_OTHER } from "./nicknames-other.ts";
import { PLACES } from "./places-generated.ts";
import { COUNTRIES, COUNTIES, OVERSEAS } from "./places-other.ts";
import { TITLES } from "./titles.ts";
import { SURNAMES } from "./surnames-generated.ts";
import { SURNAMES_OTHER } from "./surnames-other.ts";
import { WORDS } from "./words.ts";

export const WORD = 1;
export const GIVEN_F = 2;
export const GIVEN_M = 4;
export const SURNAME = 8;
export const PLACE = 16;
export const TITLE = 32;
export const ACRONYM = 64;
export const NOT_NAME = 128;
export const NATIONALITY = 256;
export const COUNTRY = 512;
/** The word is the first of a place of several words ("milton" of "milton keynes"). */
export const PLACE_START = 1024;
export const GIVEN = GIVEN_F | GIVEN_M;
export const NAME = GIVEN | SURNAME;

const words = (list: string): string[] => list.split(/\s+/).filter((w) => w !== "");
export const phrases = (list: string): string[] =>
  list
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter((w) => w !== "");

const FUNCTION_WORDS = `
a an and any are as at be but by can do for from had has have he her his i if in into is it its me my no nor not of off on one or our out per she so than that the their them then there they this to two up us was we were what when where which who why with yes you your all both each few more most other some such only own same very just also after before again once here how about above below between during under over until while am been being did does doing would should could ought
`;

/** In this field always a word or a short form, whatever lists of names hold: "Carer: Linda Pascoe", "IP declines". */
const NEVER_NAMES = `
carer carers auntie aunty mam mams cos america americas asia africa ext vol staffie ip ga ric rui grp mins apols procs hrself telly
`;

export interface Lexicon {
  /** Bits of a lower-case word; 0 where it is unknown. */
  readonly bits: ReadonlyMap<string, number>;
  /** Places of several words, lower case, by their first word. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Given name (full or short) to the names it may stand for or be called by. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
}

let built: Lexicon | undefined;

export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const bits = new Map<string, number>();
  const add = (bit: number) => (word: string) => bits.set(word, (bits.get(word) ?? 0) | bit);
  decodeFrontCoded(FEMALE, add(GIVEN_F));
  decodeFrontCoded(MALE, add(GIVEN_M));
  words(FEMALE_OTHER).forEach(add(GIVEN_F));
  words(MALE_OTHER).forEach(add(GIVEN_M));
  decodeFrontCoded(SURNAMES, add(SURNAME));
  words(SURNAMES_OTHER).forEach(add(SURNAME));
  words(TITLES).forEach((t) => add(TITLE)(t.replace(/\.$/, "")));
  words(ACRONYMS).forEach(add(ACRONYM));
  words(NOT_NAMES).forEach(add(NOT_NAME));
  const places = new Map<string, string[]>();
  const addPlace = (place: string, bit: number) => {
    const first = place.split(/[ -]/, 1)[0]!;
    if (first === place) return void add(bit)(place);
    add(PLACE_START)(first);
    const list = places.get(first);
    if (list) list.push(place);
    else places.set(first, [place]);
  };
  for (const place of phrases(PLACES)) addPlace(place, PLACE);
  for (const place of phrases(COUNTIES)) addPlace(place, PLACE);
  for (const place of phrases(OVERSEAS)) addPlace(place, PLACE);
  for (const place of phrases(COUNTRIES)) addPlace(place, PLACE | COUNTRY);
  for (const list of places.values()) list.sort((a, b) => b.length - a.length);
  for (const word of phrases(NATIONALITIES)) if (!word.includes(" ")) add(NATIONALITY)(word);
  const nicknames = readNicknames();
  for (const [name] of nicknames) {
    const known = bits.get(name) ?? 0;
    if ((known & GIVEN) === 0 && name.length > 2) bits.set(name, known | GIVEN);
  }
  // These only say who is meant: "Chan" and "Naya" are no names wherever they stand.
  tieNicknames(nicknames, NICKNAMES_OTHER);
  decodeFrontCoded(WORDS, add(WORD));
  for (const word of words(ACRONYMS))
    if (!/[aeiouy]/.test(word)) bits.set(word, (bits.get(word) ?? 0) & ~NAME);
  for (const word of words(NEVER_NAMES)) bits.set(word, ((bits.get(word) ?? 0) & ~NAME) | NOT_NAME);
  // No list of names may turn a pronoun into a person.
  for (const word of words(FUNCTION_WORDS))
    bits.set(word, ((bits.get(word) ?? 0) & ~(NAME | PLACE | TITLE)) | WORD);
  return { bits, places, nicknames };
}

function readNicknames(): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  tieNicknames(map, NICKNAMES);
  return map;
}

function tieNicknames(map: Map<string, Set<string>>, list: string): void {
  const tie = (a: string, b: string) => {
    if (a === b) return;
    const set = map.get(a);
    if (set) set.add(b);
    else map.set(a, new Set([b]));
  };
  for (const line of list.trim().split("\n")) {
    const [full = "", short = ""] = line.split(":");
    for (const name of words(full))
      for (const form of words(short)) {
        // "Lizzie" and "Lizzy" are one spelling apart and one person.
        for (const spelt of [form, form.replace(/ie$/, "y"), form.replace(/([^e])y$/, "$1ie")]) {
          tie(name, spelt);
          tie(spelt, name);
        }
      }
  }
}
