// Places that read like a person's and tie to nobody: letters, short forms, "Rabbi S". Where exactly one person
// of the same document can be meant they join that person's group, so that one decision settles them. Who is
// meant is a guess from the letters, so it never makes a claim surer, nor one where there was none.
import type { Hit, PageScan } from "../../hit.ts";
import { lettersOf } from "../register/heard.ts";
import type { Naming } from "../register/naming.ts";
import { shortFormsOf, type Person } from "../register/person.ts";
import { isPetForm, mayBePetForm } from "../register/pet-names.ts";
import type { PersonRole } from "../roles/roles.ts";
import { labelOf, personGroup } from "./to-hits.ts";

/** @param pages hits of each page, in the order of `scans` */
export function tieStrays(
  pages: readonly (readonly Hit[])[],
  scans: readonly PageScan[],
  namings: readonly Naming[],
  roles: ReadonlyMap<Person, PersonRole>,
  name: (person: Person) => string,
): Hit[][] {
  const cast = new Map<number, Set<Person>>();
  for (const { scan, person } of namings) {
    const { document } = scans[scan]!;
    const there = cast.get(document);
    if (there === undefined) cast.set(document, new Set([person]));
    else there.add(person);
  }
  const known = new Map<string, Person | null>();
  const meant = (document: number, words: string): Person | null => {
    const key = `${document}:${words}`;
    let person = known.get(key);
    if (person === undefined)
      known.set(key, (person = whoIs(words, [...(cast.get(document) ?? [])])));
    return person;
  };
  return pages.map((hits, s) =>
    hits.map((hit) => {
      if (hit.category !== "person" || hit.group !== undefined) return hit;
      const { document, clean } = scans[s]!;
      const person = meant(document, clean.text.slice(hit.start, hit.end));
      if (person === null) return hit;
      const label = labelOf(person, roles.get(person));
      return {
        ...hit,
        why: `${hit.why}; by its letters ${name(person)}`,
        group: personGroup(person),
        groupName: name(person),
        ...(label === undefined ? {} : { label }),
      };
    }),
  );
}

const LETTERS = /^\p{Lu}{1,3}$/u;
const TITLED = /^(?:mr|mrs|ms|miss|dr|sister|rabbi|fr|father)\.? (\p{Lu})\.?$/iu;
const WORD = /^\p{Lu}[\p{L}'’-]+$/u;

/** Who of these can be meant, if only one can. */
function whoIs(said: string, people: readonly Person[]): Person | null {
  const only = (fits: (person: Person) => boolean): Person | null => {
    let found: Person | null = null;
    for (const person of people) {
      if (!fits(person)) continue;
      if (found !== null) return null;
      found = person;
    }
    return found;
  };
  const words = said.replace(/\s+/g, " ");
  const letters = words.replace(/[. ]/g, "");
  if (LETTERS.test(letters)) {
    const asked = letters.toLowerCase();
    if (asked.length === 1) return only(({ given }) => given[0]?.[0] === asked);
    return only((person) => lettersOf(person).has(asked));
  }
  const titled = TITLED.exec(words)?.[1]?.toLowerCase();
  if (titled !== undefined) return only(({ surname }) => surname?.[0] === titled);
  const word = words.toLowerCase();
  if (!WORD.test(words)) return null;
  const own = only(({ given, surname }) => given.includes(word) || surname === word);
  if (own !== null) return own;
  const short = only(({ given: [first] }) => first !== undefined && shortFormsOf(first).has(word));
  if (short !== null || !mayBePetForm(word)) return short;
  return only(({ given }) => given[0] !== undefined && isPetForm(word, given[0]));
}
