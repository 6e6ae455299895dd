// Is a person named by this run of words, and how sure is that? It weighs titles, known names and, by
// context.ts, what stands around. It never decides who is meant; register.ts does that.
import {
  COUNTRY,
  GIVEN,
  NAME,
  NATIONALITY,
  NOT_NAME,
  PLACE,
  SURNAME,
  TITLE,
  WORD,
  lexicon,
} from "../../lexicon/lexicon.ts";
import { HEADING, INITIAL, SENTENCE_START, UPPER, type Tokens } from "../../text/tokens.ts";
import { contextOf } from "./context.ts";
import { isOfCalendar, isOfSpring, twoMonths, type Habits } from "./habits.ts";
import type { NameRun } from "./name-run.ts";
import { isGeneral, isServiceLike } from "./name-words.ts";

export interface Judged {
  readonly score: number;
  readonly why: string;
}

export function judge(tokens: Tokens, run: NameRun, named: Habits): Judged | null {
  const { known, shape } = tokens;
  const length = run.to - run.from;
  const first = known[run.from]!;
  const last = known[run.to - 1]!;
  const initialFirst = (shape[run.from]! & INITIAL) !== 0;
  if (run.title >= 0) return { score: 0.97, why: "A title stands before the name" };
  const context = contextOf(tokens, run);
  // "SAID THAT", in a page of capitals, is no name and surname.
  if (length > 1 && context < 2 && (last & WORD) !== 0 && (last & NAME) === 0)
    if ((shape[run.from]! & shape[run.to - 1]! & UPPER) !== 0) return null;
  if (length === 1) {
    if (initialFirst) return null;
    return judgeSingle(tokens, run.from, context, named);
  }
  const lastInitial = (shape[run.to - 1]! & INITIAL) !== 0;
  if (initialFirst) {
    if ((last & NAME) !== 0 && (last & (WORD | NOT_NAME)) === 0)
      return { score: 0.9, why: "Initial and surname" };
    if ((last & (WORD | NOT_NAME)) === 0 && !lastInitial)
      return { score: context > 0 ? 0.85 : 0.7, why: "An initial before a name-like word" };
    return (last & SURNAME) !== 0 ? { score: 0.6, why: "Initial and surname" } : null;
  }
  if (length === 2 && surnameThenSyllables(tokens, run))
    return { score: 0.8, why: "A surname and a given name of two syllables" };
  // "Irish Catholic": two adjectives.
  if ((first & NATIONALITY) !== 0 && (last & SURNAME) === 0) return null;
  if (lastInitial && length === 2 && surnameInCapitals(tokens, run))
    return { score: 0.7, why: "Surname in capitals and an initial" };
  const given = (first & GIVEN) !== 0;
  const plainGiven = given && (first & (WORD | PLACE | NOT_NAME)) === 0;
  const surname = (last & SURNAME) !== 0;
  if (isGeneral(tokens.lower(run.from))) return null;
  // "her sister Teresa Ward", never "Teresa Ward" by itself.
  if (length === 2 && isGeneral(tokens.lower(run.to - 1)) && !(plainGiven && surname && context > 1)) return null; // prettier-ignore
  if (plainGiven) {
    const heading = (shape[run.to - 1]! & HEADING) !== 0 && (last & WORD) !== 0 && !surname;
    return heading
      ? { score: 0.6, why: "A given name in a heading" }
      : { score: 0.96, why: "Given name and surname" };
  }
  if (given && (surname || twoMonths(tokens, run)))
    return { score: 0.9, why: "Given name and surname, both also ordinary words" };
  if (given && (last & (WORD | NOT_NAME | PLACE)) === 0)
    return { score: context > 0 ? 0.9 : 0.75, why: "Given name and a name-like word" };
  if (surname && (first & (WORD | NOT_NAME | PLACE)) === 0)
    return { score: context > 0 ? 0.9 : 0.75, why: "A name-like word and a common surname" };
  if ((last & GIVEN) !== 0 && surname === false && (last & WORD) === 0 && (first & WORD) === 0)
    return { score: context > 0 ? 0.85 : 0.65, why: "Name-like words, the last a given name" };
  // "VA LMS", "NIDA Notes": what begins with a service's letters; "long-term ... the Long Term": what is written small too.
  if (isServiceLike(tokens, run.from)) return null;
  if ((first & (WORD | NOT_NAME | NATIONALITY)) === 0 && (last & (WORD | NOT_NAME)) === 0) {
    if (named.small(tokens.lower(run.from)) && named.small(tokens.lower(run.to - 1))) return null;
    if (context > 0)
      return { score: 0.8, why: "Unknown capitalised words where a person is named" };
    return (shape[run.from]! & (SENTENCE_START | HEADING)) === 0
      ? { score: 0.5, why: "Unknown capitalised words" }
      : { score: 0.35, why: "Unknown capitalised words" };
  }
  if (named.small(tokens.lower(run.from))) return null;
  if ((given || first === 0) && (shape[run.from]! & (SENTENCE_START | HEADING)) === 0)
    return {
      score: context > 0 ? 0.75 : 0.55,
      why: "A name-like word and an ordinary one, both with capitals",
    };
  return context > 1 && given ? { score: 0.6, why: "A given name where a person is named" } : null;
}

/** "Cheung Wing-sum", "Yoon Ji-ho": the surname first, the given name joined by a hyphen. */
function surnameThenSyllables(tokens: Tokens, { from, to }: NameRun): boolean {
  if (!/^\p{Lu}\p{Ll}{1,5}-\p{Ll}{1,5}$/u.test(tokens.word(to - 1))) return false;
  if (
    /-(?:up|off|in|out|on|down|back|by|to|over|time|term|old|led|based|free|line|age|day|care)$/.test(
      tokens.lower(to - 1),
    )
  )
    return false;
  const first = tokens.known[from]!;
  return (first & NATIONALITY) === 0 && ((first & SURNAME) !== 0 || first === 0);
}

/** "TOLMAN S", "GOODALL D" at the end of an entry: how logs and forms write who is meant. */
export function surnameInCapitals(tokens: Tokens, { from, to }: NameRun): boolean {
  if ((tokens.shape[from]! & UPPER) === 0 || tokens.ends[from]! - tokens.starts[from]! < 4)
    return false;
  if ((tokens.known[from]! & (WORD | NOT_NAME | GIVEN | PLACE)) !== 0) return false;
  return /^\.?[ \t]*(?:[\n,;:()\t|]|$)/.test(
    tokens.text.slice(tokens.ends[to - 1], tokens.ends[to - 1]! + 6),
  );
}

function judgeSingle(tokens: Tokens, i: number, context: number, named: Habits): Judged | null {
  const bits = tokens.known[i]!;
  const shape = tokens.shape[i]!;
  const edge = (shape & (SENTENCE_START | HEADING)) !== 0;
  const length = tokens.ends[i]! - tokens.starts[i]!;
  // "Sunday" and "September" name a person only where one is greeted or called so.
  if (isOfCalendar(tokens.lower(i)) && context < (isOfSpring(tokens.lower(i)) ? 1 : 3)) return null;
  if ((bits & TITLE) !== 0 || length < 2 || (bits & NATIONALITY) !== 0) return null;
  if ((shape & UPPER) !== 0 && length <= 5 && (bits & GIVEN) === 0) return null;
  if ((shape & UPPER) !== 0 && length <= 4 && context < 2) return null;
  const given = (bits & GIVEN) !== 0;
  const ordinary = (bits & (WORD | NOT_NAME)) !== 0;
  if (isGeneral(tokens.lower(i))) return null;
  if (given && !ordinary && (bits & PLACE) === 0)
    return { score: context > 0 ? 0.92 : edge ? 0.78 : 0.85, why: "Given name" };
  // "in both Italy and France": a country is somebody where hardly anything else can be.
  if (given && (bits & COUNTRY) !== 0 && context < 2) return null;
  if (given && !ordinary)
    return context > 0
      ? { score: 0.75, why: "Given name that is also a place" }
      : { score: 0.4, why: "Given name that is also a place" };
  if (given && ordinary && (context > 0 || !edge) && named.always(tokens.lower(i)))
    return { score: 0.72, why: "Ordinary word that this case writes as a name" };
  if (given || ((bits & SURNAME) !== 0 && ordinary)) {
    if (edge && given && context > 2) return { score: 0.75, why: "Whoever is greeted" };
    if (edge)
      return context > 0 ? { score: 0.45, why: "Name that is also an ordinary word" } : null;
    // "Uncle Ray", "his sister Grace": the word before leaves no doubt.
    if (given && context > 1) return { score: 0.7, why: "Given name after a word for a person" };
    return context > 0
      ? { score: 0.58, why: "Name that is also an ordinary word, where a person is named" }
      : given
        ? { score: 0.4, why: "Name that is also an ordinary word" }
        : null;
  }
  if ((bits & SURNAME) !== 0)
    return context > 0
      ? { score: context > 1 ? 0.85 : 0.75, why: "Surname where a person is named" }
      : { score: edge ? 0.4 : 0.55, why: "Common surname" };
  if (ordinary || (bits & PLACE) !== 0) return null;
  if (bits === 0 && ofFamily(tokens, i)) return { score: 0.75, why: "A family by its name" };
  return context > 1
    ? { score: context > 2 ? 0.72 : 0.6, why: "Unknown word where a person is named" }
    : null;
}

/** "the Attwoods": a surname that is nothing else, in the plural. */
function ofFamily(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.lower(i - 1) !== "the" || !tokens.adjacent(i - 1)) return false;
  const word = tokens.lower(i);
  const one = /(?:s|sh|ch|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
  const bits = word.endsWith("s") ? (lexicon().bits.get(one) ?? 0) : 0;
  return (bits & SURNAME) !== 0 && (bits & (WORD | NOT_NAME | PLACE)) === 0;
}
