// What the search for burnt terms knows of each page, and the pieces of terms that prove something.
import { foldTerm } from "../reading/fold.ts";
import type { Folded } from "../reading/fold.ts";
import type { PageStrings } from "../reading/page-strings.ts";
import { fragmentsOf, TermIndex } from "../reading/terms.ts";
import type { Term } from "../reading/terms.ts";

/** Shorter words turn up in what is misread. */
export const SHORTEST_SEEN = 5;

export interface PageTermText {
  readonly page: number;
  /** Original without what marks cover. */
  readonly original: PageStrings;
  readonly candidate: PageStrings;
  /** The candidate's page by the second engine. */
  readonly second: Folded;
  /** What was read from the pixels of burnt lines, where the page is a picture. */
  readonly read: Folded;
  /** Lines that stand under marks in the original's picture alone, read from its pixels. */
  readonly burntInPicture: readonly string[];
  /** What the original's picture tells beside the marks; read only where burnt text was read again. */
  readonly unmarkedInPicture: Folded;
  /** The original's page by the second engine, marks cut out. Asked for only where counts differ. */
  readonly secondOriginal: () => Promise<Folded>;
  readonly labels: readonly string[];
}

/** Longer ones first. */
export function labelsOf(pages: readonly PageTermText[]): readonly string[] {
  return [...new Set(pages.flatMap((page) => page.labels))]
    .filter((label) => label.length > 0)
    .sort((a, b) => b.length - a.length);
}

export function withoutLabels(text: string, labels: readonly string[]): string {
  let rest = text;
  for (const label of labels) rest = rest.replaceAll(label, " \uE000 ");
  return rest;
}

/** Pieces that the unmarked text or a label does not hold anyway: those prove nothing. */
export function fragmentIndex(
  terms: readonly Term[],
  pages: readonly Pick<PageTermText, "original" | "labels">[],
  least = 0,
): TermIndex {
  const pieces = new Set<string>();
  for (const term of terms)
    for (const piece of fragmentsOf(term, least)) if (pieces.size < 200_000) pieces.add(piece);
  const harmless = new Set<string>();
  const lengths = new Set([...pieces].map((piece) => piece.length));
  for (const { original, labels } of pages)
    for (const text of [original.visual.text, foldTerm(labels.join(" ")).text])
      drop(text, pieces, lengths, harmless);
  return new TermIndex([...pieces].filter((piece) => !harmless.has(piece)).map(String));
}

/** @param lengths that pieces have */
function drop(
  text: string,
  pieces: ReadonlySet<string>,
  lengths: ReadonlySet<number>,
  harmless: Set<string>,
): void {
  for (const length of lengths)
    for (let at = 0; at + length <= text.length; at++) {
      const piece = text.slice(at, at + length);
      if (pieces.has(piece)) harmless.add(piece);
    }
}
