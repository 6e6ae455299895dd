// Which people of the register a name can mean: by surname, whole or part, by full name, by a short form.
import type { Mention } from "../mentions/mention.ts";
import { sexOfTitle } from "../mentions/mention.ts";
import { bare } from "./bare.ts";
import { isNewborn, titlesAgree } from "./kinds-of-title.ts";
import { givenMatch, sexesAgree, soundOf, surnameMatch, type Person } from "./person.ts";
import { isHead, isPetForm, mayBePetForm } from "./pet-names.ts";

/** Names by their bare letters: "Zoe" finds Zoë. */
export class Names {
  readonly #map = new Map<string, Person[]>();

  put(key: string, person: Person): void {
    const name = bare(key);
    const list = this.#map.get(name);
    if (list === undefined) this.#map.set(name, [person]);
    else if (!list.includes(person)) list.push(person);
  }

  get(key: string): readonly Person[] | undefined {
    return this.#map.get(bare(key));
  }

  keys(): Iterable<string> {
    return this.#map.keys();
  }
}

/** People by what their names begin with; where many begin alike a beginning tells nothing. */
export class Beginnings {
  readonly #map = new Map<string, Set<Person>>();

  /** Files a person under the first letter of a name and under its first three. */
  put(name: string, person: Person): void {
    for (const key of new Set([name[0] ?? "", bare(name).slice(0, 3)])) {
      const there = this.#map.get(key);
      if (there === undefined) this.#map.set(key, new Set([person]));
      else if (there.size <= FEW) there.add(person);
    }
  }

  get(beginning: string): Person[] {
    const there = this.#map.get(beginning);
    return there === undefined || there.size > FEW ? [] : [...there];
  }
}
const FEW = 8;

/** Whether the surname of somebody may be what the letter of "Chloe B" stands for. */
export function letterFits(person: Person, letter: string | undefined): boolean {
  if (letter === undefined) return true;
  if (person.surname !== null) return person.surname.startsWith(letter);
  return person.letter === undefined || person.letter === letter;
}

/** Them, if there is but one. */
export const one = (people: Person[]): Person[] => (people.length === 1 ? people : []);

/** The one person whose given name may be shortened to this word. */
export function calledSo(word: string, givens: Beginnings): Person[] {
  const short = mayBePetForm(word);
  return one(
    givens.get(bare(word).slice(0, 3)).filter(({ given: [first], surname }) => {
      if (first === undefined) return false;
      // "Pav" may stand pages before it is said that he is Pavlo.
      const before = surname === null && mayBePetForm(first) && isPetForm(first, word);
      return before || isHead(bare(word), bare(first)) || (short && isPetForm(word, first));
    }),
  );
}

/** People by the sound of a name: "Mr Rashid" beside only a Rasheed, "Jayden" beside only a Jaydon. */
export class Sounds {
  readonly #names: Names;
  readonly #bySound = new Map<string, string[]>();

  /** @param names as they are now */
  constructor(names: Names) {
    this.#names = names;
    for (const name of names.keys()) {
      if (name.length < SHORTEST) continue;
      const sound = soundOf(name);
      const list = this.#bySound.get(sound);
      if (list === undefined) this.#bySound.set(sound, [name]);
      else list.push(name);
    }
  }

  like(word: string): Person[] {
    if (word.length < SHORTEST) return [];
    const names = this.#bySound.get(soundOf(word)) ?? [];
    return [...new Set(names.flatMap((name) => this.#names.get(name) ?? []))];
  }
}
/** Shorter names that sound alike are two names: Joan and Joanne, Ann and Anna. */
const SHORTEST = 5;

/** People of this surname, whole or part; failing that, one letter off. */
export function near(surnames: Names, surname: string): Person[] {
  const exact = surnames.get(surname);
  if (exact !== undefined) return [...exact];
  // "Ms Lewandowski" beside only a Lewandowska: a woman's form of the same name.
  const [, stem, ending] = /^(.+(?:sk|ck|dzk))([ia])$/.exec(bare(surname)) ?? [];
  const other = stem === undefined ? undefined : surnames.get(stem + (ending === "i" ? "a" : "i"));
  if (other !== undefined) return [...other];
  const part = surname.split(/[ -]/).pop()!;
  return (surnames.get(part) ?? []).filter((p) => surnameMatch(p.surname ?? "", surname) > 0);
}

/** "Ms Popescu" is she who bears just that, not her daughter Popescu-Lungu; the order stays. */
export function bearing(people: Person[], surname: string): Person[] {
  if (people.length < 2) return people;
  const plain = bare(surname);
  const exact = people.filter((p) => bare(p.surname ?? "") === plain);
  return exact.length > 0 ? exact : people;
}

/** A woman's maiden name is not what "Mrs" stands before, where another bears it: "Mrs Oakes" is her mother. */
export function unlessBorn(people: Person[], surname: string): Person[] {
  const bearers = people.filter((p) => surnameMatch(p.surname ?? "", surname) > 0);
  return bearers.length > 0 ? bearers : people;
}

export function sameFullName(
  m: Mention,
  sameSurname: readonly Person[],
  sameGiven: readonly Person[],
): Person[] {
  const best = (pool: readonly Person[], least: number): Person[] => {
    let top = 0;
    let found: Person[] = [];
    const whole = `${m.given[0]!} ${m.surname!}`;
    for (const p of pool) {
      if (p.aliases.has(whole)) return [p];
      const initial = p.surname === null && p.aliases.has(`${m.given[0]!} ${m.surname![0]!}`);
      if ((p.surname === null && !initial) || !sexesAgree(p.sex, sexOfTitle(m.title))) continue;
      if (!titlesAgree(p, m.title) && isNewborn(m.title)) continue;
      if (p.generation !== null && m.generation != null && p.generation !== m.generation) continue;
      const given = p.given.length === 0 ? 0 : givenMatch(p.given[0]!, m.given[0]!);
      const fits = initial ? 2 : surnameFits(p, m.surname!);
      const weight = given === 0 || fits < least ? 0 : given;
      if (weight > top) [top, found] = [weight, [p]];
      else if (weight === top && weight > 0) found.push(p);
    }
    return found;
  };
  const exact = best(sameSurname, 2);
  if (exact.length > 0) return exact;
  // The same given name with a surname one letter off is one person misspelt.
  return best(sameGiven, 1).filter((p) => p.given[0] === m.given[0]);
}

/** A maiden or former surname that the text taught fits as well as the surname. */
function surnameFits(person: Person, said: string): number {
  return person.variants.has(said) ? 3 : surnameMatch(person.surname ?? "", said);
}
