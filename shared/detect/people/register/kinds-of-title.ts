// Titles that one person hardly bears together: "Mrs" and "Miss" of one surname are two people, a doctor is not the
// mother, a baby is nobody's parent. It says only whether titles clash; who is meant is decided in register.ts.
import type { Person } from "./person.ts";

const MARITAL = new Set(["mrs", "miss"]);
const PLAIN = new Set(["mr", "mrs", "ms", "miss", "mx"]);
const NEWBORN = new Set(["baby", "unborn", "infant"]);

export const isNewborn = (title: string | null): boolean => title !== null && NEWBORN.has(title);

/** "Mr", "Mrs": how anybody is addressed. */
export const isPlainTitle = (title: string | null): boolean => title !== null && PLAIN.has(title);

function kindOf(title: string): "plain" | "newborn" | "office" {
  if (PLAIN.has(title)) return "plain";
  return NEWBORN.has(title) ? "newborn" : "office";
}

/** Whether somebody who is spoken of with `title` may be this person. */
export function titlesAgree(person: Person, title: string | null): boolean {
  if (title === null || person.titles.size === 0) return true;
  if (person.titles.has(title)) return true;
  const own = [...person.titles];
  if (MARITAL.has(title) && own.some((t) => MARITAL.has(t))) return false;
  const kind = kindOf(title);
  // "Prof" and "Dr", "DC" and "DS" may be one person; a title of address beside none but offices is another's.
  return own.some((t) => kindOf(t) === kind);
}
