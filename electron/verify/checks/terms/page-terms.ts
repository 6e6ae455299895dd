// What the search for burnt terms knows of each page, and the pieces of terms that prove something.
import { foldTerm } from "../../reading/fold.ts";
import type { Folded } from "../../reading/fold.ts";
import { unmarkedWords } from "../../reading/page-strings.ts";
import type { PageStrings } from "../../reading/page-strings.ts";
import { tellingPieces } from "../../reading/telling.ts";
import { fragmentsOf, HEAD, headOf, HEADS, TermIndex } from "../../reading/terms.ts";
import type { Term } from "../../reading/terms.ts";

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
  /** What the candidate's QR and bar codes say. */
  readonly codes: Folded;
  /** Lines that stand under marks in the original's picture alone, read from its pixels. */
  readonly burntInPicture: readonly string[];
  /** What the original's picture tells beside the marks; read only where burnt text was read again. */
  readonly unmarkedInPicture: Folded;
  /** The original's page by the second engine, marks cut out. Asked for only where counts differ. */
  readonly secondOriginal: () => Promise<Folded>;
  readonly labels: readonly string[];
}

/**
 * Words that stand unmarked excuse the same words in a title or a page label only where the export shows
 * them as well: what is white on white or clipped away in the original nobody reads. Where an export lost
 * words to pictures it cannot be told.
 */
export function openWords(
  unmarked: ReadonlySet<string>,
  pages: readonly {
    readonly lost: number;
    readonly terms: Pick<PageTermText, "original" | "candidate" | "second">;
  }[],
): ReadonlySet<string> {
  const blind = ({ original, candidate }: Pick<PageTermText, "original" | "candidate">): boolean =>
    candidate.visual.text === "" && original.visual.text !== "";
  if (pages.some(({ lost, terms }) => lost > 0 || blind(terms))) return unmarked;
  const shown = new Set<string>();
  for (const { terms } of pages)
    for (const text of new Set([terms.candidate.visual, terms.candidate.stream, terms.second]))
      unmarkedWords(text, shown);
  return new Set([...unmarked].filter((word) => shown.has(word)));
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

/**
 * Pieces that the unmarked text or a label does not hold anyway: those prove nothing.
 * @param least letters of a piece that is read from pixels; such a one must tell by itself
 */
export function fragmentIndex(
  terms: readonly Term[],
  pages: readonly Pick<PageTermText, "original" | "labels">[],
  least = 0,
): TermIndex {
  const pieces = new Set<string>();
  const open = new Set<string>();
  if (least > 0) for (const { original } of pages) unmarkedWords(original.visual, open);
  for (const term of terms) {
    const tells = least > 0 ? tellingPieces(term.raw, open) : undefined;
    for (const piece of fragmentsOf(term, least, tells))
      if (pieces.size < 200_000) pieces.add(piece);
  }
  const harmless = new Set<string>();
  const heads = new Map<number, Uint8Array>();
  for (const piece of pieces) {
    let own = heads.get(piece.length);
    if (!own) heads.set(piece.length, (own = new Uint8Array(HEADS)));
    if (piece.length >= HEAD) own[headOf(piece, 0)] = 1;
    else own.fill(1);
  }
  for (const { original, labels } of pages)
    for (const text of [original.visual.text, foldTerm(labels.join(" ")).text])
      drop(text, pieces, heads, harmless);
  return new TermIndex([...pieces].filter((piece) => !harmless.has(piece)).map(String));
}

/** @param heads for each length of pieces the numbers of their heads */
function drop(
  text: string,
  pieces: ReadonlySet<string>,
  heads: ReadonlyMap<number, Uint8Array>,
  harmless: Set<string>,
): void {
  for (const [length, own] of heads)
    for (let at = 0; at + length <= text.length; at++) {
      if (own[headOf(text, at)] === 0) continue;
      const piece = text.slice(at, at + length);
      if (pieces.has(piece)) harmless.add(piece);
    }
}
