// Entries and names stand in the one order that exports have, or their order could say something.
import type { Rule } from "./allowed.ts";
import { compareNumbered } from "./shapes.ts";
import { isRef } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";

/** What a page uses is called by a letter and a number, counted upwards, and by one name only. */
export function isCounted({ entries }: Dict): boolean {
  let last = "";
  const named = new Set<number>();
  for (const [name, item] of entries) {
    if (isRef(item)) {
      if (named.has(item.num)) return false;
      named.add(item.num);
    }
    if (last !== "" && compareNumbered(last, name) >= 0) return false;
    if (!/^[A-Z]{1,2}\d{1,4}$/.test(name)) return false;
    last = name;
  }
  return true;
}

/** True where the entries that a rule gives a place to stand in the rule's order. */
export function isInOrder(rule: Rule, dict: Dict): boolean {
  const wanted = Object.keys(rule.keys).filter((key) => !rule.anywhere?.includes(key));
  const places = [...dict.entries.keys()].map((key) => wanted.indexOf(key)).filter((at) => at >= 0);
  return places.every((at, i) => i === 0 || at >= places[i - 1]!);
}
