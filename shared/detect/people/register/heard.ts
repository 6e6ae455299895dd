// Reads each mention in the light of all others before anybody is looked for: a middle name that is no surname,
// "Sarah Jane" where a Sarah-Jane is known, "Ms O Sullivan" where an O'Sullivan is, "Jones Sarah" out of a list.
// It changes how a mention is taken apart, never where it stands; who is meant is decided in register.ts.
import { FAMILY_FIRST } from "../../lexicon/family-first.ts";
import { GIVEN, SURNAME, lexicon } from "../../lexicon/lexicon.ts";
import { isNewborn } from "./kinds-of-title.ts";
import type { Mention } from "../mentions/mention.ts";

const PREFIXES = new Set(["o", "d", "mc", "mac", "fitz"]);

export function heard(said: readonly Mention[]): Mention[] {
  const mentions = said.map(familyFirst);
  const middle = new Map<string, string>();
  const tails = new Map<string, Mention>();
  const doubles = new Set<string>();
  const surnames = new Set<string>();
  const wholes = new Set<string>();
  for (const mention of mentions) {
    const { title, given, surname, single } = mention;
    for (const name of given) if (name.includes("-")) doubles.add(name);
    if (single?.includes("-") === true) doubles.add(single);
    if (surname === null || isNewborn(title)) continue;
    surnames.add(surname);
    if (given.length === 2 && FAMILY_FIRST.has(surname)) tails.set(given.join(" "), mention);
    if (given.length === 2 && leads(given[0]!)) tails.set(`${given[1]} ${surname}`, mention);
    if (given.length > 1) middle.set(`${given[0]} ${given[1]}`, surname);
    if (given.length > 0) wholes.add(`${given[0]} ${surname}`);
  }
  return mentions.map((mention) => {
    const { title, given, initials, surname, single, kin } = mention;
    // "Granny Pryce" is nobody of that surname but herself.
    if (kin !== undefined && single !== null && surnames.has(single))
      return { ...mention, given: [kin], surname: single, single: null };
    if (surname === null) return mention;
    // "Baby Theodore" has a name of his own, "Baby Jones" a family's.
    if (isNewborn(title) && !surnames.has(surname))
      return { ...mention, surname: null, single: surname };
    // "Caleb James" beside "Caleb James Whitlock" is that boy.
    const family = given.length === 1 ? middle.get(`${given[0]} ${surname}`) : undefined;
    if (family !== undefined) return { ...mention, given: [...given, surname], surname: family };
    // "Wei Ling" is Chen Wei Ling, "Abdul Karim" is Md Abdul Karim.
    const whole = given.length === 1 ? tails.get(`${given[0]} ${surname}`) : undefined;
    if (whole !== undefined) return { ...mention, given: whole.given, surname: whole.surname };
    if (given.length === 1 && doubles.has(`${given[0]}-${surname}`))
      return { ...mention, given: [], surname: null, single: `${given[0]}-${surname}` };
    const prefix = given.at(-1) ?? initials.at(-1) ?? "";
    // "Mr Fenn Hughes" beside a Marcus Fenn-Hughes.
    if (surnames.has(`${prefix}-${surname}`))
      return { ...mention, given: given.slice(0, -1), surname: `${prefix}-${surname}` };
    if (PREFIXES.has(prefix))
      for (const joined of [`${prefix}'${surname}`, `${prefix}${surname}`])
        if (surnames.has(joined))
          return {
            ...mention,
            given: given.slice(0, -1),
            initials: given.length > 0 ? initials : initials.slice(0, -1),
            surname: joined,
          };
    if (given.length === 1 && isSwapped(given[0]!, surname) && wholes.has(`${surname} ${given[0]}`))
      return { ...mention, given: [surname], surname: given[0]! };
    return mention;
  });
}

/** "Chen Wei Ling", "Nguyen Thi Hoa", "Zhang Yichen": the family's name stands first where no other can be one. */
function familyFirst(mention: Mention): Mention {
  const { given, surname } = mention;
  const first = given[0];
  if (first === undefined || surname === null || !FAMILY_FIRST.has(first)) return mention;
  const { bits } = lexicon();
  const last = bits.get(surname) ?? 0;
  if (FAMILY_FIRST.has(surname) && given.length === 1) return mention;
  if (((bits.get(first) ?? 0) & GIVEN) !== 0 ? last !== 0 : (last & SURNAME) !== 0) return mention;
  return { ...mention, given: [...given.slice(1), ...surname.split(" ")], surname: first };
}

/** The Prophet's name before one's own is often left out. */
const leads = (first: string): boolean => /^(?:md|mohd|mohamm?[ae]d|muhamm[ae]d)$/.test(first);

/** "Jones Sarah": the first is a surname, the last no surname at all. "James Thomas" may be himself. */
function isSwapped(first: string, last: string): boolean {
  const { bits } = lexicon();
  const after = bits.get(last) ?? 0;
  return (
    ((bits.get(first) ?? 0) & SURNAME) !== 0 && (after & GIVEN) !== 0 && (after & SURNAME) === 0
  );
}

/** Letters that may stand for somebody: of a given name and a surname, of all names in order, of the given names. */
export function lettersOf(person: {
  readonly given: readonly string[];
  readonly surname: string | null;
}): ReadonlySet<string> {
  const { given, surname } = person;
  const first = given[0]?.[0];
  if (first === undefined) return new Set();
  const inner = given.flatMap((name) => name.split("-")).map((name) => name[0] ?? "");
  // "TJ" of Tyler-James.
  const own = inner.length > 1 ? [inner.join("")] : [];
  if (surname === null) return new Set(own);
  const families = surname.split(/[ -]/).map((part) => part[0] ?? "");
  return new Set([
    ...own,
    ...families.map((letter) => first + letter),
    inner.join("") + families.join(""),
    first + families.join(""),
  ]);
}
