// What all places of a person together say of one place: "Hope told the panel" names Hope Adeyemi though hope is
// a word, and an unknown name that comes again is a name. It only makes a place surer; it never finds or drops one.
import type { PageScan } from "../../hit.ts";
import {
  CAPITAL,
  HEADING,
  POSSESSIVE,
  SENTENCE_START,
  UPPER,
  tokenAt,
  type Tokens,
} from "../../text/tokens.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import { isOfCalendar } from "../mentions/habits.ts";
import { followedByDeed } from "./initial-places.ts";
import type { Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";

/** Below this nobody is known surely enough to lend weight. */
const SURELY_KNOWN = 0.85;
/** A place below this is too doubtful to be raised by its company. */
const DOUBTFUL = 0.4;
const RAISED = 0.7;
const GUESSED = /^(?:One letter|Half of)/;

/** `tags` are what the tagger saw on each page; an ordinary word becomes a surer name only where it agrees a little. */
export function strengthened(
  namings: readonly Naming[],
  scans: readonly PageScan[],
  tags: readonly (readonly TaggedSpan[])[],
): Naming[] {
  const agreed = agreement(tags);
  const places = new Map<Person, number>();
  const likeliest = new Map<Person, number>();
  for (const { person, score } of namings) {
    places.set(person, (places.get(person) ?? 0) + 1);
    likeliest.set(person, Math.max(likeliest.get(person) ?? 0, score));
  }
  return namings.map((naming) => {
    if (naming.sure || naming.score < DOUBTFUL || GUESSED.test(naming.why)) return naming;
    const { person } = naming;
    const { tokens } = scans[naming.scan]!;
    const raised = naming.why.includes("also an ordinary word")
      ? fullyKnown(person) && agreed(naming) && readsAsName(tokens, naming)
      : places.get(person)! > 1 && likeliest.get(person)! >= 0.5;
    return raised ? { ...naming, sure: true, score: Math.max(naming.score, RAISED) } : naming;
  });
}

const LITTLE = 0.1;

/** Whether the tagger sees a person there at all; asked place by place in the order of the pages. */
function agreement(tags: readonly (readonly TaggedSpan[])[]): (naming: Naming) => boolean {
  let scan = -1;
  let next = 0;
  let people: readonly TaggedSpan[] = [];
  return (naming) => {
    if (naming.scan !== scan) {
      scan = naming.scan;
      next = 0;
      people = (tags[scan] ?? []).filter((tag) => tag.type === "PERSON" && tag.score >= LITTLE);
    }
    while (next < people.length && people[next]!.end <= naming.start) next++;
    return (people[next]?.start ?? Infinity) < naming.end;
  };
}

const fullyKnown = (person: Person): boolean =>
  person.known !== null ||
  (person.surname !== null && (person.given[0]?.length ?? 0) > 1 && person.score >= SURELY_KNOWN);

/** A capital in mid-sentence, a deed told of it, or something it owns. */
function readsAsName(tokens: Tokens, { start, end }: Naming): boolean {
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, end - 1);
  const shape = tokens.shape[first]!;
  if ((shape & (CAPITAL | UPPER)) === 0) return false;
  if ((tokens.shape[last]! & POSSESSIVE) !== 0 || followedByDeed(tokens, last, false)) return true;
  if ((shape & (SENTENCE_START | HEADING)) !== 0) return false;
  if ((shape & UPPER) !== 0 && shouted(tokens, first, last)) return false;
  return !(isOfCalendar(tokens.lower(first)) && first > 0 && DATED.has(tokens.lower(first - 1)));
}

const DATED = new Set(
  "in on of by since until till from during early late mid last next this to through".split(" "),
);

const shouted = (tokens: Tokens, first: number, last: number): boolean =>
  [first - 1, last + 1].some(
    (i) =>
      i >= 0 &&
      i < tokens.count &&
      (tokens.shape[i]! & UPPER) !== 0 &&
      tokens.ends[i]! - tokens.starts[i]! > 2,
  );
