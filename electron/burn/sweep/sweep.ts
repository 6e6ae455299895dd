// Sweeps burnt terms out of any text that goes into an export beside its pages: titles, bookmarks,
// page labels, alternative texts, file names. A term becomes its label in brackets. Pure.
import { fold } from "./fold.ts";
import type { Term } from "./terms.ts";

export interface Swept {
  readonly text: string;
  /** Number of places that were replaced. */
  readonly found: number;
}

export function sweepText(original: string, terms: readonly Term[]): Swept {
  if (terms.length === 0) return { text: original, found: 0 };
  const folded = fold(original);
  const taken: { start: number; end: number; replacement: string }[] = [];
  for (const term of terms) {
    let at = folded.text.indexOf(term.text);
    for (; at >= 0; at = folded.text.indexOf(term.text, at + 1)) {
      const last = at + term.text.length - 1;
      if (!term.anywhere && !(folded.opens[at] && folded.closes[last])) continue;
      const start = folded.starts[at]!;
      const end = folded.ends[last]!;
      if (taken.some((t) => start < t.end && t.start < end)) continue;
      taken.push({ start, end, replacement: term.replacement });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  let text = "";
  let from = 0;
  for (const { start, end, replacement } of taken) {
    text += original.slice(from, start);
    // "Thistlewood Thistlewood" and "Ann Thistlewood" in two terms read as one label.
    if (!(text.endsWith(replacement + " ") || text.endsWith(replacement))) text += replacement;
    from = end;
  }
  return { text: (text + original.slice(from)).replace(/ +$/u, ""), found: taken.length };
}

/** True where a term is in the text, in any dress. */
export function holdsTerm(text: string, terms: readonly Term[]): boolean {
  return sweepText(text, terms).found > 0;
}
