// Somebody whom rules alone believe in: nowhere in the case does the tagger see a person where they are named. Of
// such names ("Long Term Plan", "Liberty Safeguards", "Firmin" of a theory) on held-out pages hardly one in fifty was
// anybody, so they wait for a look or are left out. A given name before another word is believed by itself.
import type { Hit } from "../../hit.ts";
import { highest, raise } from "../../likely.ts";
import type { PageTags } from "../../weigh.ts";
import { PEOPLE } from "./to-hits.ts";

/** Below this chance in every place somebody is doubted, and below the other not believed in. */
const DOUBTED = 0.1;
const NOBODY = 0.02;

/** What the rules say of a name that begins with a given name. */
const WHOLE = /^(?:Given name and|Full name|Initial and surname)/;

/**
 * @param hits of each page
 * @param tags what the tagger sees on each page, null where it has no say: whoever is named there is believed in
 * @param known groups of people whom the case knows already
 */
export function withoutDoubted(
  hits: readonly (readonly Hit[])[],
  tags: readonly (PageTags | null)[],
  known: ReadonlySet<string>,
): Hit[][] {
  const likeliest = new Map<string, number>();
  const believed = new Set(known);
  hits.forEach((list, page) => {
    const seen = tags[page] ?? null;
    const people = personal(seen ?? []);
    for (const hit of list) {
      const group = groupOf(hit);
      if (group === null) continue;
      if (WHOLE.test(hit.why)) believed.add(group);
      const here = seen === null ? 1 : highest(people, hit.start, hit.end);
      likeliest.set(group, Math.max(likeliest.get(group) ?? 0, here));
    }
  });
  return hits.map((list) =>
    list.flatMap((hit): Hit[] => {
      const group = groupOf(hit);
      const top = group === null || believed.has(group) ? 1 : likeliest.get(group)!;
      if (top >= DOUBTED) return [hit];
      if (hit.named !== true && top < NOBODY) return [];
      return [{ ...hit, tier: "check", named: false }];
    }),
  );
}

/** Whom a hit of the people's rules is for; those without a group stand for themselves by their page's text. */
function groupOf({ detector, group }: Hit): string | null {
  return detector.startsWith(`${PEOPLE}/`) ? (group ?? null) : null;
}

/** The chance of a person at each letter of a page, as far as there are any. */
function personal(tags: PageTags): Float32Array {
  const people = tags.filter(({ type }) => type === "PERSON");
  const chances = new Float32Array(people.reduce((last, { end }) => Math.max(last, end), 0));
  for (const person of people) raise(chances, person);
  return chances;
}
