// Tells the analyst where a burnt text can still be read because no mark lies on it there. The marks
// are the plan: such text stays, but never unnoticed. Names the pages, never the text.
import { holdsTerm } from "./sweep.ts";
import type { Term } from "./terms.ts";

const MOST_PAGES_NAMED = 12;
const SAID = "Text that was burnt elsewhere is still readable, where no mark lies on it,";

/** True for the note of this file: a certificate must not carry it, it points at what was burnt. */
export const tellsWhereReadable = (note: string): boolean => note.startsWith(SAID);

export function stillReadable(
  unmarked: readonly string[],
  terms: readonly Term[],
): readonly string[] {
  const whole = terms.filter((term) => term.whole && term.text.length > 2);
  if (whole.length === 0) return [];
  const pages = unmarked.flatMap((text, index) => (holdsTerm(text, whole) ? [index + 1] : []));
  if (pages.length === 0) return [];
  const named = pages.slice(0, MOST_PAGES_NAMED).join(", ");
  const rest = pages.length - MOST_PAGES_NAMED;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return [`${SAID} on page${pages.length === 1 ? "" : "s"} ${named}${more}.`];
}
