// A person as the register knows them within a run: what they are called, and how sure that is.
// Names are lower case. A person never holds a span; mentions and hits point to persons, not back.
import { lexicon, GIVEN, GIVEN_F, GIVEN_M } from "../../lexicon/lexicon.ts";
import type { KnownPerson } from "../../model.ts";
import { oneEdit } from "./misspelt.ts";
import { bare } from "./bare.ts";
import type { Sex } from "../mentions/mention.ts";

export interface Person {
  /** Order of first mention, from 0. */
  readonly index: number;
  given: string[];
  surname: string | null;
  sex: Sex;
  /** Titles they were met with; "Mrs" is not the "Miss" of the same surname. */
  readonly titles: Set<string>;
  /** Of two with one name, the elder or the younger, where the text says so. */
  generation: "snr" | "jnr" | null;
  /** The letter that stands for the surname, where nothing more is told. */
  letter?: string;
  /** Under sixteen, by what stands beside a mention. */
  young: boolean;
  /** Learned or known other names, several words joined by spaces. */
  readonly aliases: Set<string>;
  /** Forms that were met spelt otherwise. */
  readonly variants: Set<string>;
  readonly known: KnownPerson | null;
  /** The fullest mention as written. */
  display: string;
  /** Mentions that named this person. */
  count: number;
  /** Highest score of a mention: how sure it is that this is a person at all. */
  score: number;
}

const NONE: ReadonlySet<string> = new Set();
/** Short forms of a given name, accents or none. */
export const shortFormsOf = (name: string): ReadonlySet<string> =>
  lexicon().nicknames.get(name) ?? lexicon().nicknames.get(bare(name)) ?? NONE;

/** Whether two given names can belong to one person, and how: 3 equal, 2 short form, 1 misspelt, 0 no. */
export function givenMatch(a: string, b: string): number {
  if (a === b) return 3;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 2 : 0;
  if (shortFormsOf(a).has(b)) return 2;
  if (a.includes("-") && (a.split("-")[0] === b || a.replace("-", "") === b)) return 2;
  if (b.includes("-") && (b.split("-")[0] === a || b.replace("-", "") === a)) return 2;
  if (bare(a) === bare(b)) return 2;
  const shorter = Math.min(a.length, b.length);
  // "Joan" is no Joanne; "Nadim" is Nadeem.
  if (shorter < 4 || !(oneEdit(a, b) || (shorter > 4 && soundAlike(a, b)))) return 0;
  // "Marie" and "Maria" are two sisters as often as a slip of the pen; "Carl" and "Karl" sound alike.
  const { bits } = lexicon();
  const names = ((bits.get(a) ?? 0) & GIVEN) !== 0 && ((bits.get(b) ?? 0) & GIVEN) !== 0;
  return names && !soundAlike(a, b) ? 0 : 1;
}

/** Whether two names are spellings of one that sounds the same: Rasheed, Rashid; Jaydon, Jayden; Stephen, Steven. */
const soundAlike = (a: string, b: string): boolean => a !== b && soundOf(a) === soundOf(b);

/** Roughly how a name sounds. */
export function soundOf(name: string): string {
  return bare(name)
    .replaceAll("ph", "f")
    .replace(/ck|c|q/g, "k")
    .replace(/z/g, "s")
    .replace(/ee|e[iy]|ie?|y/g, "i")
    .replace(/ou|oo/g, "u")
    .replace(/(?<=.)h/g, "")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=.[^aeiou])[aeou](?=[ndf]$)/, "e")
    .replace(/e$/, "");
}

/** Double-barrelled and particled surnames answer to their parts. */
export function surnameMatch(person: string, said: string): number {
  if (person === said || bare(person) === bare(said)) return 3;
  if (/[ -]/.test(person) || /[ -]/.test(said)) {
    const parts = person.split(/[ -]/);
    const asked = said.split(/[ -]/);
    if (asked.every((part) => parts.includes(part))) return 2;
    if (parts.every((part) => asked.includes(part))) return 2;
  }
  if (Math.min(person.length, said.length) < 5) return 0;
  return oneEdit(person, said) || soundAlike(person, said) ? 1 : 0;
}

export function sexOfGiven(name: string | undefined): Sex {
  if (name === undefined) return null;
  const bits = lexicon().bits.get(name.split("-")[0]!) ?? 0;
  const female = (bits & GIVEN_F) !== 0;
  const male = (bits & GIVEN_M) !== 0;
  return female === male ? null : female ? "f" : "m";
}

/** What a name says of its bearer beside the given name: "Simran Kaur", "Khalid bin Tariq", "Bríd Ní Ruairc". */
const WOMENS = new Set("kaur begum bibi khatun bint binti binte ferch ní ni nic".split(" "));
const MENS = new Set("singh bin ibn ben ap ab ó".split(" "));

/** The sex that a whole name tells; a given name that is one sex's alone comes first. */
export function sexOfName(given: readonly string[], surname: string | null): Sex {
  const first = sexOfGiven(given[0]);
  if (first !== null || given.length === 0) return first;
  const others = [...given.slice(1), ...(surname?.split(" ") ?? [])];
  if (others.some((word) => WOMENS.has(word))) return "f";
  return others.some((word) => MENS.has(word)) ? "m" : null;
}

export const sexesAgree = (a: Sex, b: Sex): boolean => a === null || b === null || a === b;
