// Objects of one kind are numbered in the order in which the pages name them. Any other order would be
// a choice, and a choice can say something: which of two pictures has the lower number is one bit.
import { isDict, isRef } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

export function numberProblems(pages: readonly Dict[], resolve: Resolve): string[] {
  const contents = pages.map((page) => page.entries.get("Contents"));
  const pictures = pages.flatMap((page) => {
    const resources = resolve(page.entries.get("Resources"));
    const group = isDict(resources) ? resolve(resources.entries.get("XObject")) : undefined;
    return isDict(group) ? [...group.entries.values()] : [];
  });
  const fine = ascending(contents) && ascending(pictures);
  return fine ? [] : ["The numbers of objects do not follow the order of the pages."];
}

/** True where each object's number is above those of all that were named before it. */
function ascending(values: readonly (Value | undefined)[]): boolean {
  const seen = new Set<number>();
  let highest = 0;
  for (const value of values) {
    if (!isRef(value) || seen.has(value.num)) continue;
    if (value.num < highest) return false;
    seen.add(value.num);
    highest = value.num;
  }
  return true;
}
