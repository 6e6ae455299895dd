// The same place or body is one decision wherever the case names it: what is suggested in one place is not merely
// worth a look in another. It changes tiers alone; dates, counts and details tell different things in different places
// and are left as they are.
import type { Hit } from "./hit.ts";
import type { Category } from "./model.ts";

const NAMED = new Set<Category>(["organisation", "school", "health-provider", "place", "address"]);

/** `pages` holds the settled hits of each page, `texts` the clean text of each. */
export function evenTiers(
  pages: readonly (readonly Hit[])[],
  texts: readonly string[],
): readonly (readonly Hit[])[] {
  const key = (hit: Hit, page: number): string =>
    `${hit.category}:${texts[page]!.slice(hit.start, hit.end).toLowerCase().replace(/\s+/g, " ")}`;
  const suggested = new Set<string>();
  pages.forEach((hits, page) => {
    for (const hit of hits)
      if (hit.tier === "suggested" && NAMED.has(hit.category)) suggested.add(key(hit, page));
  });
  return pages.map((hits, page) =>
    hits.map((hit) =>
      hit.tier === "check" && NAMED.has(hit.category) && suggested.has(key(hit, page))
        ? { ...hit, tier: "suggested" }
        : hit,
    ),
  );
}
