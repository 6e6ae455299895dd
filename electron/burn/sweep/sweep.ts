// Sweeps burnt terms out of any text that goes into an export beside its pages: titles, bookmarks,
// page labels, alternative texts, file names. A term becomes its label in brackets. Pure.
import { fold, foldedText } from "./fold.ts";
import type { Folded } from "./fold.ts";
import type { Term } from "./terms.ts";

export interface Swept {
  readonly text: string;
  /** Number of places that were replaced. */
  readonly found: number;
}

/** Where a term stands in a text: [start, end) in UTF-16 units of it. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** Every place of the terms, in the text's order; where two would meet the longer one counts. */
export function placesOf(original: string, terms: readonly Term[]): readonly TermPlace[] {
  const folded = fold(original);
  const taken: TermPlace[] = [];
  for (const term of terms) {
    let at = folded.text.indexOf(term.text);
    for (; at >= 0; at = folded.text.indexOf(term.text, at + 1)) {
      const last = at + term.text.length - 1;
      if (!term.anywhere && !standsAlone(folded, at, last, original)) continue;
      const start = folded.starts[at]!;
      const end = folded.ends[last]!;
      if (taken.some((t) => start < t.end && t.start < end)) continue;
      taken.push({ start, end, term });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** A word of its own, or of a family: "the Thistlewoods". */
function standsAlone(folded: Folded, at: number, last: number, original: string): boolean {
  const { text, opens, closes, starts } = folded;
  if (!opens[at]) return false;
  if (closes[last]) return true;
  const ending = /^e?s/u.exec(text.slice(last + 1, last + 3))?.[0];
  if (ending === undefined || closes[last + ending.length] !== true) return false;
  return /^\p{Lu}/u.test(original.slice(starts[at]));
}

export function sweepText(original: string, terms: readonly Term[]): Swept {
  if (terms.length === 0) return { text: original, found: 0 };
  const places = placesOf(original, terms);
  let text = "";
  let from = 0;
  for (const { start, end, term } of places) {
    text += original.slice(from, start);
    // "Thistlewood Thistlewood" and "Ann Thistlewood" in two terms read as one label.
    const { replacement } = term;
    if (!(text.endsWith(replacement + " ") || text.endsWith(replacement))) text += replacement;
    from = end;
  }
  return { text: (text + original.slice(from)).replace(/ +$/u, ""), found: places.length };
}

/** True where a term is in the text, in any dress. */
export function holdsTerm(text: string, terms: readonly Term[]): boolean {
  // Hardly a text holds any: most are told without the way back to what they say.
  const plain = foldedText(text);
  const possible = terms.filter((term) => plain.includes(term.text));
  return possible.length > 0 && placesOf(text, possible).length > 0;
}
