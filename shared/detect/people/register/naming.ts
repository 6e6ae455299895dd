// How one place in a text names a known person: as a form the automaton found, as half of a double name, or as
// a misspelling. Each answers who is meant, who else could be, how sure that is and why, in plain English.
import { GIVEN, NAME, NOT_NAME, PLACE, TITLE, WORD } from "../../lexicon/lexicon.ts";
import { CAPITAL, HEADING, LOWER, SENTENCE_START, UPPER, type Tokens } from "../../text/tokens.ts";
import type { Form } from "./aliases.ts";
import { followedByDeed, unknown } from "../linking/initial-places.ts";
import { sexOfTitle } from "../mentions/mention.ts";
import { sexesAgree, type Person } from "./person.ts";

/** One place that names a person. */
export interface Naming {
  readonly scan: number;
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  readonly others: readonly Person[];
  readonly score: number;
  readonly sure: boolean;
  readonly why: string;
}

const KIND_WORDS: Readonly<Record<Form["kind"], string>> = {
  full: "Full name",
  initial: "Initial and surname",
  given: "Given name",
  surname: "Surname",
  nickname: "Short form of the given name",
  initials: "Initials",
  alias: "Alias",
};

/** After these an ordinary word at the head of a sentence is that word, not a name: "Will he", "May the". */
const NOT_AFTER_NAME = new Set(
  "i he she it they we you the a an this that there his her their my our your these those be not have of on in at for to".split(
    " ",
  ),
);

/** Words of a name touch over a space, a wrapped line, a hyphen at a line's end, an initial's full stop. */
export function joins(tokens: Tokens, i: number): boolean {
  const from = tokens.ends[i]!;
  const to = tokens.starts[i + 1]!;
  if (to - from > 6) return false;
  const gap = tokens.text.slice(from, to);
  if (/^[ \t]{0,3}(?:\r?\n)?[ \t]{0,3}$/.test(gap) && gap !== "") return true;
  if (/^-[ ]?\r?\n?$/.test(gap)) return true;
  return from === (tokens.starts[i] ?? 0) + 1 && /^\.[ ]{0,2}$|^$/.test(gap);
}

export function fromForm(
  tokens: Tokens,
  form: Form,
  from: number,
  to: number,
  scan: number,
  last: ReadonlyMap<Person, number>,
): Naming | null {
  const shape = tokens.shape[from]!;
  // "van der Velde" is in small letters only where all of it is.
  const lower = (shape & tokens.shape[to - 1]! & LOWER) !== 0;
  if (form.kind === "initials" && (shape & UPPER) === 0)
    return lower && unknown(tokens, from) && followedByDeed(tokens, from, false)
      ? named(tokens, form, from, to, scan, last, 0.55, "Initials in small letters")
      : null;
  // In a page of capitals a word of two letters is that word: "HE", "AS".
  if (form.kind === "initials" && (tokens.known[from]! & WORD) !== 0 && shouted(tokens, from))
    return null;
  if (lower && (form.ordinary || (form.kind !== "full" && !longEnough(tokens, form, from))))
    return null;
  if (lower && form.kind !== "full" && form.kind !== "alias" && form.kind !== "given") return null;
  // "Sarah's Law": known to every reader, though a Sarah is of the case.
  if (/^'s (?:Law|Rule)\b/.test(tokens.text.slice(tokens.ends[to - 1], tokens.ends[to - 1]! + 8)))
    return null;
  const edge = (shape & (SENTENCE_START | HEADING)) !== 0;
  if (form.ordinary && !clearOfOrdinary(tokens, from, to, edge)) return null;
  let start = tokens.starts[from]!;
  let title: string | null = null;
  if (from > 0 && (tokens.known[from - 1]! & TITLE) !== 0 && joins(tokens, from - 1)) {
    const before = tokens.shape[from - 1]!;
    if ((before & (CAPITAL | UPPER)) !== 0) {
      title = tokens.lower(from - 1);
      start = tokens.starts[from - 1]!;
    }
  } else if (
    from > 1 &&
    /^\. ?$/.test(tokens.text.slice(tokens.ends[from - 1], tokens.starts[from]))
  ) {
    if ((tokens.known[from - 1]! & TITLE) !== 0) start = tokens.starts[from - 1]!;
  }
  const fitting = form.people
    .filter((p) => sexesAgree(p.sex, sexOfTitle(title)))
    .sort((a, b) => (last.get(b) ?? -1) - (last.get(a) ?? -1));
  const person = fitting[0] ?? form.people[0]!;
  const others = fitting.slice(1);
  const sure =
    !form.ordinary &&
    !lower &&
    form.kind !== "initials" &&
    (form.kind !== "nickname" || form.text.length > 3);
  const score = form.ordinary
    ? title !== null || (!edge && others.length === 0)
      ? 0.62
      : 0.45
    : lower
      ? 0.6
      : form.kind === "initials"
        ? 0.62
        : form.kind === "nickname"
          ? 0.75
          : Math.max(0.8, Math.min(0.97, person.score));
  // "MD:" at the head of a line is a speaker in a record of a conversation.
  const speaker =
    form.kind === "initials" &&
    /^(?::|\. ?:)/.test(tokens.text.slice(tokens.ends[to - 1], tokens.ends[to - 1]! + 2));
  // Initials that are no word or acronym are hardly anything else; a known name in small letters is a name.
  const plainInitials = form.kind === "initials" && unknown(tokens, from) && person.score >= 0.6;
  const small =
    lower &&
    person.score >= 0.8 &&
    form.text.length > 3 &&
    (form.kind === "full" || form.kind === "given" || form.kind === "alias");
  const surely =
    (sure && person.score >= 0.6) || title !== null || speaker || plainInitials || small;
  return {
    scan,
    start,
    end: tokens.ends[to - 1]!,
    person,
    others,
    score,
    sure: surely,
    why: form.ordinary
      ? `${KIND_WORDS[form.kind]} that is also an ordinary word`
      : lower
        ? `${KIND_WORDS[form.kind]} in small letters`
        : KIND_WORDS[form.kind],
  };
}

/** "gaz", "kian" in small letters: short, but no word; other short forms are left to the tagger. */
function longEnough(tokens: Tokens, form: Form, i: number): boolean {
  if (form.text.length > 4) return true;
  const known = tokens.known[i]!;
  return form.text.length > 2 && (known === 0 || ((known & GIVEN) !== 0 && (known & WORD) === 0));
}

function named(
  tokens: Tokens,
  form: Form,
  from: number,
  to: number,
  scan: number,
  last: ReadonlyMap<Person, number>,
  score: number,
  why: string,
): Naming {
  const people = form.people.toSorted((a, b) => (last.get(b) ?? -1) - (last.get(a) ?? -1));
  return {
    scan,
    start: tokens.starts[from]!,
    end: tokens.ends[to - 1]!,
    person: people[0]!,
    others: people.slice(1),
    score,
    sure: true,
    why,
  };
}

const shouted = (tokens: Tokens, i: number): boolean =>
  [i - 1, i + 1].some((k) => k >= 0 && k < tokens.count && allCapitals(tokens, k));
const allCapitals = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 &&
  tokens.ends[i]! - tokens.starts[i]! > 2 &&
  (tokens.known[i]! & WORD) !== 0;

/** "Will he", "Mark the", "May 2010": at the head of a sentence an ordinary word is mostly that. */
function clearOfOrdinary(tokens: Tokens, from: number, to: number, edge: boolean): boolean {
  if (to < tokens.count) {
    const next = tokens.lower(to);
    if (/^\d/.test(next) && (tokens.known[from]! & NOT_NAME) !== 0) return false;
    if (edge && NOT_AFTER_NAME.has(next)) return false;
    // "Young Person", "Brown Street", "White British": a capital after it makes it part of another name.
    if (
      (tokens.shape[to]! & CAPITAL) !== 0 &&
      tokens.text.charAt(tokens.ends[to - 1]!) === " " &&
      (tokens.known[to]! & (WORD | PLACE | NOT_NAME)) !== 0 &&
      (tokens.known[to]! & NAME) === 0
    )
      return false;
  }
  return true;
}

/** "Smith-Jones" where a Jones is known: the whole word is covered, never half of it. */
export function fromParts(
  tokens: Tokens,
  i: number,
  scan: number,
  byWord: ReadonlyMap<string, Form>,
): Naming | null {
  const word = tokens.lower(i);
  if (!word.includes("-")) return null;
  for (const part of word.split("-")) {
    const form = part.length > 3 ? byWord.get(part) : undefined;
    if (form === undefined || form.ordinary || form.kind === "initials") continue;
    return {
      scan,
      start: tokens.starts[i]!,
      end: tokens.ends[i]!,
      person: form.people[0]!,
      others: form.people.slice(1),
      score: 0.65,
      sure: false,
      why: "Half of a double name is known",
    };
  }
  return null;
}

export function fromMisspelling(
  tokens: Tokens,
  i: number,
  scan: number,
  misspelt: { near(word: string): readonly string[] },
  byWord: ReadonlyMap<string, Form>,
): Naming | null {
  const bits = tokens.known[i]!;
  if ((bits & (WORD | NOT_NAME | PLACE)) !== 0) return null;
  const length = tokens.ends[i]! - tokens.starts[i]!;
  if (length < 4 || length > 31) return null;
  // A name as it is known was left alone for a reason.
  if (byWord.has(tokens.lower(i))) return null;
  const near = misspelt.near(tokens.lower(i));
  const form = near.length > 0 ? byWord.get(near[0]!) : undefined;
  if (form === undefined) return null;
  // Another given name one letter off (Carl, Karl) is as likely another person.
  if ((bits & GIVEN) !== 0 && form.kind !== "given") return null;
  return {
    scan,
    start: tokens.starts[i]!,
    end: tokens.ends[i]!,
    person: form.people[0]!,
    others: form.people.slice(1),
    score: 0.6,
    sure: false,
    why: "One letter away from a known name: perhaps misspelt",
  };
}
