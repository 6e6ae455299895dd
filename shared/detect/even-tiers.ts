// The same place or body is one decision wherever the case names it: what is suggested in one place is not merely
// worth a look in another. It changes tiers alone; dates, counts and details tell different things in different places
// and are left as they are.
import type { Hit } from "./hit.ts";
import type { Category } from "./model.ts";

/** Kinds of which one name means one thing in a whole case. */
export const NAMED: ReadonlySet<Category> = new Set<Category>([
  "organisation",
  "school",
  "health-provider",
  "place",
  "address",
]);

const keyOf = ({ category, start, end }: Hit, text: string): string =>
  `${category}:${text.slice(start, end).toLowerCase().replace(/\s+/g, " ")}`;

function suggestedNames(
  pages: readonly (readonly Hit[])[],
  texts: readonly string[],
): ReadonlySet<string> {
  const suggested = new Set<string>();
  pages.forEach((hits, page) => {
    for (const hit of hits)
      if (hit.tier === "suggested" && NAMED.has(hit.category))
        suggested.add(keyOf(hit, texts[page]!));
  });
  return suggested;
}

/**
 * What fell because its sentence tells of nobody comes back where the same name is suggested elsewhere: the footer of
 * a page of recommendations names the board as any other does.
 *
 * @param fallen hits left out of each page
 * @param texts the clean text of each page
 */
export function withNamesOfCase(
  pages: readonly (readonly Hit[])[],
  fallen: readonly (readonly Hit[])[],
  texts: readonly string[],
): readonly (readonly Hit[])[] {
  const suggested = suggestedNames(pages, texts);
  return pages.map((hits, page) => [
    ...hits,
    ...fallen[page]!.filter((hit) => suggested.has(keyOf(hit, texts[page]!))).map((hit): Hit => ({
      ...hit,
      tier: "suggested",
    })),
  ]);
}

/** `pages` holds the settled hits of each page, `texts` the clean text of each. */
export function evenTiers(
  pages: readonly (readonly Hit[])[],
  texts: readonly string[],
): readonly (readonly Hit[])[] {
  const suggested = suggestedNames(pages, texts);
  return pages.map((hits, page) =>
    hits.map((hit) =>
      hit.tier === "check" && NAMED.has(hit.category) && suggested.has(keyOf(hit, texts[page]!))
        ? { ...hit, tier: "suggested" }
        : hit,
    ),
  );
}
