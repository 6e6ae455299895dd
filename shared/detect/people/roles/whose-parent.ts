// Whose mother or father somebody is told to be: "Eilidh's mother, Isobel", where Eilidh is the child's mother, is the
// maternal grandmother, and so is "Her dad Ray" after a sentence that begins with the mother. Reads one place.
import type { PageScan } from "../../hit.ts";
import type { Naming } from "../register/naming.ts";
import { sexesAgree, type Person } from "../register/person.ts";

const PARENT = "(?:mother|mum|mam|mummy|father|dad|daddy)(?:,| is| was)?:? $";
const OWNED = new RegExp(`(\\p{Lu}[\\p{L}-]+)['’]s (?:own |late |birth )?${PARENT}`, "u");
const SAID = new RegExp(`(?:^|[.!?]["'”’]?\\s)(Her|His) (?:own |late )?${PARENT}`, "u");

/** Whose parent the words before `naming` make them, where that is said; `before` are the namings of the page so far. */
export function whoseParent(
  naming: Naming,
  { clean: { text } }: PageScan,
  before: readonly Naming[],
): Person | null {
  const led = text.slice(Math.max(0, naming.start - 48), naming.start).replaceAll("\n", " ");
  const owner = OWNED.exec(led)?.[1]?.toLowerCase();
  if (owner !== undefined)
    return before.findLast(({ person }) => person.given.includes(owner))?.person ?? null;
  const said = SAID.exec(led);
  if (said === null) return null;
  const end = naming.start - (led.length - said.index);
  const told = text.slice(Math.max(0, end - 160), end);
  const start = end - told.length + (/(?:.*[.!?\n]\s+)?/su.exec(told)?.[0].length ?? 0);
  const first = before.find((one) => one.start >= start - 1 && one.start <= start + 1);
  if (first === undefined || first.others.length > 0) return null;
  return sexesAgree(first.person.sex, said[1] === "Her" ? "f" : "m") ? first.person : null;
}

/** The part of a parent's parent: "MGM" of the mother's mother. */
export function partOfParent(own: string, parent: string | null): string {
  if (parent !== "Mother" && parent !== "Father") return own;
  return `${parent === "Mother" ? "M" : "P"}${own === "Mother" ? "GM" : "GF"}`;
}
