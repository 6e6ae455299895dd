// Every form in which a person of the register may be written, for the automaton: full name, given name,
// surname, initial and surname, initials, short forms, learned aliases. One form may serve several people.
import { lexicon, ACRONYM } from "../../lexicon/lexicon.ts";
import { shortFormsOf, type Person } from "./person.ts";
import { familyOf, isOrdinary } from "./register.ts";

export type FormKind = "full" | "initial" | "given" | "surname" | "nickname" | "initials" | "alias";

export interface Form {
  readonly text: string;
  readonly kind: FormKind;
  readonly people: Person[];
  /** A single word that is also an ordinary word: it waits for a look. */
  readonly ordinary: boolean;
}

/** Forms by their text; where one text has several kinds the surest counts. */
const RANK: readonly FormKind[] = [
  "full",
  "alias",
  "initial",
  "given",
  "surname",
  "nickname",
  "initials",
];

export function formsOf(people: readonly Person[]): Form[] {
  const forms = new Map<string, { kind: FormKind; people: Person[] }>();
  const put = (text: string, kind: FormKind, person: Person) => {
    if (text.length < 2) return;
    const form = forms.get(text);
    if (form === undefined) forms.set(text, { kind, people: [person] });
    else {
      const better = RANK.indexOf(kind) - RANK.indexOf(form.kind);
      if (better < 0 && kind === "alias") {
        form.kind = kind;
        form.people = [person];
      } else if (!form.people.includes(person)) {
        if (better < 0) form.kind = kind;
        // Whoever bears the name itself comes before those it is a short form of.
        if (better < 0) form.people.unshift(person);
        else form.people.push(person);
      }
    }
  };
  for (const person of people) addForms(person, put);
  return [...forms].map(([text, form]) => ({
    text,
    ...form,
    ordinary: !text.includes(" ") && form.kind !== "initials" && isOrdinary(text),
  }));
}

const spaced = (name: string): string => name.replaceAll("-", " ");

function addForms(
  person: Person,
  put: (text: string, kind: FormKind, person: Person) => void,
): void {
  const { surname } = person;
  const first = person.given[0];
  if (surname !== null) {
    const parts = surname.split(/[ -]/);
    put(surname, parts.length > 1 ? "full" : "surname", person);
    if (surname.includes("'")) put(surname.replaceAll("'", ""), "surname", person);
    // "the Oakdens": a family by its name.
    if (surname.length > 3) put(familyOf(surname), "surname", person);
    if (parts.length > 1) {
      put(spaced(surname), "full", person);
      for (const part of parts) if (part.length > 3) put(part, "surname", person);
    }
  }
  for (const variant of person.variants)
    put(variant, variant === first ? "given" : "surname", person);
  for (const alias of person.aliases) put(alias, "alias", person);
  if (first === undefined) return;
  const nicknames = [
    ...shortFormsOf(first),
    ...(first.includes("-") ? shortFormsOf(first.split("-")[0]!) : []),
  ].filter((n) => n.length > 2);
  if (surname !== null) {
    const whole = person.given.join(" ");
    for (const given of new Set([whole, first, spaced(first)])) {
      put(`${given} ${surname}`, "full", person);
      if (surname.includes("-")) put(`${given} ${spaced(surname)}`, "full", person);
    }
    for (const nickname of nicknames) put(`${nickname} ${surname}`, "full", person);
    put(`${first[0]!} ${surname}`, "initial", person);
    const letters = [...person.given, ...surname.split(/[ -]/)].map((n) => n[0]!).join("");
    const two = first[0]! + surname[0]!;
    // "CJ" of Caleb James, "EJ" of Ella-Jane.
    const own = person.given
      .flatMap((n) => n.split("-"))
      .map((n) => n[0] ?? "")
      .join("");
    for (const initials of new Set([letters, two, ...(own.length === 2 ? [own] : [])]))
      if (initials.length > 1 && ((lexicon().bits.get(initials) ?? 0) & ACRONYM) === 0)
        put(initials, "initials", person);
  }
  // Middle names and first surnames: "Gülizar Tuncer Güneş" is also "Tuncer".
  if (surname !== null)
    for (const inner of person.given.slice(1))
      if (inner.length > 3) put(inner, person.known === null ? "nickname" : "given", person);
  if (first.length > 1) {
    put(first, "given", person);
    // "kians mum", "at donnas": messages leave the apostrophe out.
    if (first.length > 3 && !first.endsWith("s") && !isOrdinary(`${first}s`))
      put(`${first}s`, "given", person);
    if (first.includes("-")) {
      put(spaced(first), "given", person);
      put(first.replaceAll("-", ""), "given", person);
      for (const part of first.split("-")) if (part.length > 2) put(part, "nickname", person);
    }
  }
  // "Mo", "Ali", "Sam": three letters and up, and only when no other person bears the form as a name.
  for (const nickname of nicknames) if (nickname !== surname) put(nickname, "nickname", person);
}
