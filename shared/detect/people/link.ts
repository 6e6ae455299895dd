// Ties every place that names a known person to that person, over all documents at once: the mentions
// found by reading, and whatever else the automaton and the misspelling index find by knowing who is meant.
// A place that could mean two people goes to the likelier one and says so.
import { GIVEN, NAME, NOT_NAME, PLACE, TITLE, WORD } from "../lexicon/lexicon.ts";
import type { PageScan } from "../hit.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  LOWER,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../text/tokens.ts";
import { formsOf, type Form } from "./aliases.ts";
import { automaton } from "./automaton.ts";
import { sexOfTitle, type Mention } from "./mention.ts";
import { misspellingIndex } from "./misspelt.ts";
import { sexesAgree, type Person } from "./person.ts";
import type { Register } from "./register.ts";

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

/** Before a surname that is also a town these say that the town is meant. */
const LOCATIVE = new Set("in at near from to around outside towards via into".split(" "));

/** After these an ordinary word at the head of a sentence is that word, not a name: "Will he", "May the". */
const NOT_AFTER_NAME = new Set(
  "i he she it they we you the a an this that there his her their my our your these those be not have of on in at for to".split(
    " ",
  ),
);

/** A single name-like word that makes nobody is still worth a look above this. */
const LOOSE = 0.4;

export function link(
  scans: readonly PageScan[],
  mentions: readonly Mention[],
  register: Register,
  taken: readonly Uint8Array[],
): { namings: Naming[]; loose: Mention[] } {
  const loose: Mention[] = [];
  const forms = formsOf(register.people);
  const machine = automaton(forms.map((form, i) => [form.text, i] as const));
  const words = new Set<string>();
  for (const form of forms)
    if (!form.text.includes(" ") && (form.kind === "given" || form.kind === "surname"))
      words.add(form.text);
  const byWord = new Map(forms.map((form) => [form.text, form] as const));
  const misspelt = misspellingIndex(words);
  const byScan = new Map<number, number[]>();
  mentions.forEach((m, i) => {
    const list = byScan.get(m.scan);
    if (list === undefined) byScan.set(m.scan, [i]);
    else list.push(i);
  });
  const namings: Naming[] = [];
  const last = new Map<Person, number>();
  let clock = 0;
  scans.forEach((scan, s) => {
    const { tokens } = scan;
    const covered = new Uint8Array(tokens.text.length);
    const here: Naming[] = [];
    for (const i of byScan.get(s) ?? []) {
      const mention = mentions[i]!;
      const meaning = register.meanings[i];
      if (!meaning) {
        if (mention.score >= LOOSE) loose.push({ ...mention, scan: s });
        continue;
      }
      covered.fill(1, mention.start, mention.end);
      here.push(fromMention(mention, meaning.person, meaning.others));
    }
    const candidates: { form: Form; from: number; to: number }[] = [];
    machine.scan(
      tokens.count,
      (i) =>
        (tokens.shape[i]! & (CAPITAL | UPPER | INITIAL | LOWER)) !== 0 ? tokens.lower(i) : null,
      (i) => joins(tokens, i),
      (payload, from, to) => candidates.push({ form: forms[payload]!, from, to }),
    );
    candidates.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    const found: Naming[] = [];
    for (const { form, from, to } of candidates) {
      const start = tokens.starts[from]!;
      const end = tokens.ends[to - 1]!;
      if (covered[start] === 1 || covered[end - 1] === 1 || taken[s]![from] === 1) continue;
      if (taken[s]![from] !== 0 && (from === 0 || LOCATIVE.has(tokens.lower(from - 1)))) continue;
      const naming = fromForm(tokens, form, from, to, s, last);
      if (naming === null) continue;
      covered.fill(1, naming.start, naming.end);
      found.push(naming);
    }
    for (let i = 0; i < tokens.count; i++) {
      if ((tokens.shape[i]! & CAPITAL) === 0 || covered[tokens.starts[i]!] === 1) continue;
      if (taken[s]![i] !== 0) continue;
      const naming =
        fromParts(tokens, i, s, byWord) ?? fromMisspelling(tokens, i, s, misspelt, byWord);
      if (naming === null) continue;
      covered.fill(1, naming.start, naming.end);
      found.push(naming);
    }
    here.push(...found);
    here.sort((a, b) => a.start - b.start);
    for (const naming of here) {
      last.set(naming.person, ++clock);
      namings.push(naming);
    }
  });
  return { namings, loose };
}

function fromMention(m: Mention, person: Person, others: readonly Person[]): Naming {
  return {
    scan: m.scan,
    start: m.start,
    end: m.end,
    person,
    others,
    score: m.score,
    sure: m.score >= 0.6,
    why: m.why,
  };
}

/** Words of a name touch over a space, a wrapped line, a hyphen at a line's end, an initial's full stop. */
function joins(tokens: Tokens, i: number): boolean {
  const from = tokens.ends[i]!;
  const to = tokens.starts[i + 1]!;
  if (to - from > 6) return false;
  const gap = tokens.text.slice(from, to);
  if (/^[ \t]{0,3}(?:\r?\n)?[ \t]{0,3}$/.test(gap) && gap !== "") return true;
  if (/^-[ ]?\r?\n?$/.test(gap)) return true;
  return from === (tokens.starts[i] ?? 0) + 1 && /^\.[ ]{0,2}$|^$/.test(gap);
}

function fromForm(
  tokens: Tokens,
  form: Form,
  from: number,
  to: number,
  scan: number,
  last: ReadonlyMap<Person, number>,
): Naming | null {
  const shape = tokens.shape[from]!;
  const lower = (shape & LOWER) !== 0;
  if (form.kind === "initials" && (shape & UPPER) === 0) return null;
  if (lower && (form.ordinary || (form.kind !== "full" && form.text.length < 5))) return null;
  if (lower && form.kind !== "full" && form.kind !== "alias" && form.kind !== "given") return null;
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
      ? 0.5
      : form.kind === "initials"
        ? 0.5
        : form.kind === "nickname"
          ? 0.75
          : Math.max(0.8, Math.min(0.97, person.score));
  // "MD:" at the head of a line is a speaker in a record of a conversation.
  const speaker =
    form.kind === "initials" &&
    /^(?::|\. ?:)/.test(tokens.text.slice(tokens.ends[to - 1], tokens.ends[to - 1]! + 2));
  const surely = (sure && person.score >= 0.6) || title !== null || speaker;
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
function fromParts(
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

function fromMisspelling(
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
