// What one mention tells of the person it means, kept with them: titles, sex, further names and spellings.
import { sexOfTitle, type Mention } from "../mentions/mention.ts";
import { surnameMatch, type Person } from "./person.ts";

export const titled = (person: Person, title: string | null): number =>
  title !== null && person.titles.has(title) ? 1 : 0;

export function note(person: Person, mention: Mention): void {
  person.count++;
  if (mention.score > person.score) person.score = mention.score;
  person.sex ??= sexOfTitle(mention.title);
  if (mention.title !== null) person.titles.add(mention.title);
  person.generation ??= mention.generation ?? null;
  person.letter ??= mention.letter;
  person.young ||= mention.young === true;
  if (
    mention.given.length > person.given.length &&
    person.known === null &&
    mention.surname !== null
  )
    person.given = [...mention.given];
  if (mention.surname !== null && person.surname === null) person.surname = mention.surname;
  if (mention.surname !== null && person.surname !== null && mention.surname !== person.surname) {
    if (
      surnameMatch(person.surname, mention.surname) === 2 &&
      mention.surname.length > person.surname.length
    )
      person.surname = mention.surname;
    else person.variants.add(mention.surname);
  }
  const first = mention.given[0];
  if (first !== undefined && person.given[0] !== undefined && first !== person.given[0])
    person.variants.add(first);
}
