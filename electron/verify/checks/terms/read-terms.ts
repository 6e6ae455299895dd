// What no text tells was under a mark is known from the original's picture, and sought in the pictures
// of an export and in what stands beside its pages. A scan may say elsewhere what was burnt: what its
// own lines tell beside the marks is no burnt text that came through, and is noticed as such.
import { foldTerm } from "../../reading/fold.ts";
import type { Folded } from "../../reading/fold.ts";
import { collectTerms, TermIndex } from "../../reading/terms.ts";
import type { Term } from "../../reading/terms.ts";
import type { Structure } from "../../structure/structure.ts";
import type { Findings } from "../../findings.ts";
import { SHORTEST_SEEN, fragmentIndex, labelsOf, withoutLabels } from "./page-terms.ts";
import type { PageTermText } from "./page-terms.ts";

/** Texts that nobody sees on a page: what pages show cannot excuse them. */
const BESIDE_PAGES = /^(?:a (?:document information|bookmark) |the metadata packet$)/;

type Read = Pick<PageTermText, "page" | "original" | "read" | "unmarkedInPicture" | "labels">;

/** True where burnt lines of a page seem to be read on the page itself. */
export function readsBurnt(
  page: Omit<Read, "unmarkedInPicture">,
  burntInPicture: readonly string[],
): boolean {
  const terms = termsOf(burntInPicture.map((text) => ({ page: page.page, text })));
  const unread = { ...page, unmarkedInPicture: foldTerm("") };
  return terms.length > 0 && seenIn(unread, new Sought(terms, [page])).through;
}

export function checkRead(
  pages: readonly PageTermText[],
  { hidden }: Structure,
  findings: Findings,
): void {
  const burnt = pages.flatMap(({ page, burntInPicture }) =>
    burntInPicture.map((text) => ({ page, text })),
  );
  const terms = termsOf(burnt);
  if (terms.length === 0) return;
  const sought = new Sought(terms, pages);
  for (const one of pages) {
    const { through, beside } = seenIn(one, sought);
    if (through)
      findings.add("terms-absent", "Burnt text can be read in the picture of the page.", one.page);
    else if (beside !== undefined)
      findings.notice(
        "terms-absent",
        `Text that was burnt on page ${terms[beside]!.page} is readable where it was not marked.`,
        one.page,
      );
  }
  const labels = labelsOf(pages);
  for (const { where, text } of hidden) {
    if (!BESIDE_PAGES.test(where)) continue;
    if (sought.index.find(foldTerm(withoutLabels(text, labels))).length > 0)
      findings.add("terms-absent", `Burnt text stands in ${where}.`);
  }
}

class Sought {
  readonly index: TermIndex;
  readonly pieces: TermIndex;

  constructor(terms: readonly Term[], pages: readonly Pick<Read, "original" | "labels">[]) {
    this.index = new TermIndex(terms.map(({ folded }) => folded));
    this.pieces = fragmentIndex(terms, pages, SHORTEST_SEEN);
  }
}

function termsOf(burnt: readonly { readonly page: number; readonly text: string }[]): Term[] {
  return collectTerms(burnt, new Set()).filter(
    ({ folded, ordinary }) => !ordinary && folded.length >= SHORTEST_SEEN,
  );
}

/** @returns whether more is read than the original tells unmarked; a term that it tells unmarked */
function seenIn(
  { read, unmarkedInPicture, labels }: Read,
  { index, pieces }: Sought,
): { readonly through: boolean; readonly beside: number | undefined } {
  const said = index.counts(foldTerm(labels.join("\n")));
  const seen = [...index.counts(read)].filter(([term]) => !said.has(term));
  const open = index.counts(unmarkedInPicture);
  const through =
    seen.some(([term, count]) => count > (open.get(term) ?? 0)) ||
    pieces.find(read, true).some(({ term }) => !holds(pieces, unmarkedInPicture, term));
  return { through, beside: seen[0]?.[0] };
}

function holds(pieces: TermIndex, text: Folded, piece: number): boolean {
  const found = new Set<number>();
  pieces.within(text.text, found);
  return found.has(piece);
}
