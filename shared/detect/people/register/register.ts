// The people of a case, gathered from the mentions of all its documents: who is one person, who are two.
// Full names come first, then initials, titles and single names; two people with one surname stay apart,
// and a mention that could mean either says so. It never merges on a surname alone.
import { lexicon, GIVEN, NOT_NAME, PLACE, SURNAME, WORD } from "../../lexicon/lexicon.ts";
import type { KnownPerson } from "../../model.ts";
import {
  bearing,
  Beginnings,
  calledSo,
  letterFits,
  Names,
  near,
  one,
  sameFullName,
  Sounds,
  unlessBorn,
} from "./fitting.ts";
import { heard, lettersOf } from "./heard.ts";
import { isNewborn, isPlainTitle, titlesAgree } from "./kinds-of-title.ts";
import { knownPerson } from "./known-person.ts";
import type { Learned } from "./learned.ts";
import { sexOfTitle, type Mention, type Sex } from "../mentions/mention.ts";
import { misspellingIndex } from "./misspelt.ts";
import { note, titled } from "./note.ts";
import { isGrown, isGrownTitle } from "../mentions/young.ts";
import { sexesAgree, sexOfGiven, sexOfName, shortFormsOf, type Person } from "./person.ts";

/** Who a mention means: the likeliest first; more than one where the text leaves it open. */
export interface Meaning {
  readonly person: Person;
  readonly others: readonly Person[];
}

export interface Register {
  readonly people: readonly Person[];
  /** Same order as the mentions given; null where nobody is meant. */
  readonly meanings: readonly (Meaning | null)[];
  bySurname(word: string): readonly Person[];
  byGiven(word: string): readonly Person[];
}

/** Below this a single word makes no person of its own. */
const OWN_PERSON = 0.55;

export function gather(
  said: readonly Mention[],
  learned: readonly Learned[],
  known: readonly KnownPerson[],
): Register {
  const mentions = heard(said);
  const people: Person[] = [];
  const surnames = new Names();
  const givens = new Names();
  const letters = new Names();
  const givenStarts = new Beginnings();
  const surnameStarts = new Beginnings();
  const file = (person: Person) => {
    if (person.given[0] !== undefined) givenStarts.put(person.given[0], person);
    if (person.surname !== null) {
      surnameStarts.put(person.surname, person);
      surnames.put(person.surname, person);
      // "OSullivan" for "O'Sullivan", "the Whitlocks" for everybody of that name.
      if (person.surname.includes("'")) surnames.put(person.surname.replaceAll("'", ""), person);
      if (person.surname.length > 3) surnames.put(familyOf(person.surname), person);
      for (const part of person.surname.split(/[ -]/))
        if (part.length > 2) surnames.put(part, person);
    }
    for (const initials of lettersOf(person)) letters.put(initials, person);
    for (const variant of person.variants)
      for (const name of new Set([variant, variant.split(" ").pop()!])) surnames.put(name, person);
    for (const name of person.given) {
      givens.put(name, person);
      for (const part of name.split("-")) if (part.length > 2) givens.put(part, person);
      for (const short of shortFormsOf(name)) givens.put(short, person);
      if (name.includes("-"))
        for (const short of shortFormsOf(name.split("-")[0]!)) givens.put(short, person);
    }
    for (const alias of person.aliases) {
      const [first = "", last] = alias.split(" ");
      if (last === undefined) givens.put(first, person);
      else if (person.known === null) surnames.put(last, person);
    }
  };
  const add = (given: string[], surname: string | null, sex: Sex, from: KnownPerson | null) => {
    const person: Person = {
      index: people.length,
      given,
      surname,
      sex: sex ?? sexOfName(given, surname),
      titles: new Set(),
      generation: null,
      young: false,
      aliases: new Set(),
      variants: new Set(),
      known: from,
      display: "",
      count: 0,
      score: from === null ? 0 : 1,
    };
    people.push(person);
    return person;
  };
  for (const from of known) {
    const person = knownPerson(from, add);
    if (person !== null) file(person);
  }
  const lessons = new Map<number, Learned[]>();
  for (const one of learned) {
    const list = lessons.get(one.mention);
    if (list === undefined) lessons.set(one.mention, [one]);
    else list.push(one);
  }
  const meanings: (Meaning | null)[] = Array.from({ length: mentions.length }, () => null);
  const settle = (i: number, candidates: Person[], make: () => Person) => {
    const mention = mentions[i]!;
    const chosen = candidates.length > 0 ? candidates : [make()];
    const person = chosen[0]!;
    note(person, mention);
    for (const one of lessons.get(i) ?? []) {
      if (one.surname) person.variants.add(one.alias);
      else person.aliases.add(one.alias);
      if (one.surname && person.given[0] !== undefined)
        person.aliases.add(`${person.given[0]} ${one.alias}`);
    }
    file(person);
    meanings[i] = { person, others: chosen.slice(1) };
  };

  // Who is told to have had another name comes first: "Tanya Oakes" may stand pages before it is said who she is.
  const order = mentions.map((_, i) => i);
  for (const i of [...lessons.keys(), ...order.filter((i) => !lessons.has(i))]) {
    const m = mentions[i]!;
    const { surname } = m;
    if (surname === null || m.given.length === 0) continue;
    const sex = sexOfTitle(m.title) ?? sexOfName(m.given, surname);
    settle(i, sameFullName(m, surnames.get(surname) ?? [], givens.get(m.given[0]!) ?? []), () =>
      add([...m.given], surname, sex, null),
    );
  }
  mentions.forEach((m, i) => {
    if (m.surname === null || m.given.length > 0 || m.initials.length === 0) return;
    let fitting = near(surnames, m.surname).filter(
      (p) =>
        (p.given.length === 0 || p.given[0]!.startsWith(m.initials[0]!)) &&
        sexesAgree(p.sex, sexOfTitle(m.title)),
    );
    // "N. Sivakumar" may be Sivakumar Nadarajah, his own name last.
    if (fitting.length === 0)
      fitting = one((givens.get(m.surname) ?? []).filter((p) => p.surname?.[0] === m.initials[0]));
    settle(i, fitting, () => add([...m.initials], m.surname, sexOfTitle(m.title), null));
  });
  const misspelt = misspellingIndex(surnames.keys());
  const misspeltGiven = misspellingIndex(givens.keys());
  const soundsOfSurnames = new Sounds(surnames);
  const soundsOfGiven = new Sounds(givens);
  // Titles with a surname, and single names, mean whoever was last named so: order matters.
  const last = new Map<Person, number>();
  mentions.forEach((m, i) => {
    const settled = meanings[i];
    if (settled) {
      last.set(settled.person, i);
      return;
    }
    const recent = (a: Person, b: Person) => (last.get(b) ?? -1) - (last.get(a) ?? -1);
    if (m.surname !== null) {
      const sex = sexOfTitle(m.title);
      const may = (p: Person) => sexesAgree(p.sex, sex) && !(p.young && isGrownTitle(m.title));
      let fitting = near(surnames, m.surname)
        .filter((p) => may(p) && titlesAgree(p, m.title))
        .filter((p) => !isNewborn(m.title) || p.titles.has(m.title!))
        .sort((a, b) => titled(b, m.title) - titled(a, m.title) || recent(a, b));
      fitting = bearing(fitting, m.surname);
      if (m.title === "mrs") fitting = unlessBorn(fitting, m.surname);
      // "Miss Betsey", "Uncle Stu": a title may stand before a given name.
      if (fitting.length === 0) fitting = (givens.get(m.surname) ?? []).filter(may).sort(recent);
      // "Mrs Farow" beside only a Farrow: a slip of the pen, unless it is a surname of its own.
      const own =
        surnames.get(m.surname) ?? (lexicon().bits.get(m.surname) ?? 0) & (SURNAME | WORD);
      if (fitting.length === 0 && own === 0)
        fitting = misspelt
          .near(m.surname)
          .flatMap((name) => surnames.get(name) ?? [])
          .filter(may);
      if (fitting.length === 0 && isPlainTitle(m.title))
        fitting = soundsOfSurnames
          .like(m.surname)
          .filter((p) => may(p) && titlesAgree(p, m.title))
          .sort(recent);
      // "Mrs K" in the notes on Mrs Krasniqi.
      if (m.surname.length === 1)
        fitting = one(surnameStarts.get(m.surname).filter((p) => may(p) && sex !== null));
      // "Mrs Jones" beside only "Daniel Jones": another person.
      settle(i, fitting, () => add([], m.surname, sex, null));
    } else {
      const word = m.single ?? m.given[0];
      if (word === undefined) return;
      // "the baby, Lena" is nobody's Ms Magdalena.
      let fitting = (givens.get(word) ?? [])
        .filter((p) => letterFits(p, m.letter) && !(m.young === true && isGrown(p)))
        .sort(recent);
      const exact = fitting.filter((p) => p.given.includes(word) || p.aliases.has(word));
      if (exact.length > 0) fitting = exact;
      if (fitting.length === 0)
        fitting = (surnames.get(word) ?? [])
          .filter((p) => m.letter === undefined || (p.given[0]?.startsWith(m.letter) ?? true))
          .sort((a, b) => Number(a.young) - Number(b.young) || recent(a, b));
      if (fitting.length === 0 && m.capitals === true)
        fitting = (letters.get(word) ?? []).toSorted(recent);
      // "R was pleased", in the notes on Reuben.
      if (fitting.length === 0 && word.length === 1)
        fitting = givenStarts
          .get(word)
          .filter(({ given: [first] }) => first !== undefined && first.length > 1)
          .sort(recent);
      if (fitting.length === 0 && m.capitals !== true && m.letter === undefined) {
        fitting = calledSo(word, givenStarts);
        // "Siobahn" beside only a Siobhan.
        if (fitting.length === 0 && word.length > 4 && !lexicon().bits.has(word))
          fitting = one(misspeltGiven.near(word).flatMap((name) => givens.get(name) ?? []));
        if (fitting.length === 0)
          fitting = one(
            soundsOfGiven
              .like(word)
              .filter((p) => p.surname !== null && sexesAgree(p.sex, sexOfGiven(word))),
          );
      }
      if (fitting.length === 0 && m.score < OWN_PERSON) return;
      settle(i, fitting, () => add([word], null, sexOfGiven(word), null));
    }
    last.set(meanings[i]!.person, i);
  });
  return {
    people,
    meanings,
    bySurname: (word) => surnames.get(word) ?? [],
    byGiven: (word) => givens.get(word) ?? [],
  };
}

/** "the Whitlocks", "the Joneses". */
export const familyOf = (surname: string): string =>
  /(?:s|sh|ch|x|z)$/.test(surname) ? `${surname}es` : `${surname}s`;

/** Whether a single word of a name is also an ordinary word or place, so that it needs a look. */
export function isOrdinary(word: string): boolean {
  const bits = lexicon().bits.get(word) ?? 0;
  if ((bits & (WORD | NOT_NAME)) !== 0) return true;
  return (bits & PLACE) !== 0 && (bits & GIVEN) === 0;
}
