// A label that says the very text that stood under a mark of its page publishes what it was meant to
// replace. It is noticed and no finding: two pseudonyms of a text may have changed places.
import { foldTerm } from "../../reading/fold.ts";
import { collectTerms } from "../../reading/terms.ts";
import type { Term } from "../../reading/terms.ts";
import type { Findings } from "../../findings.ts";
import type { PageTermText } from "./page-terms.ts";

type Labelled = Pick<PageTermText, "page" | "labels" | "burntInPicture">;

export function checkLabelsTell(
  pages: readonly Labelled[],
  terms: readonly Term[],
  findings: Findings,
): void {
  for (const { page, labels, burntInPicture } of pages) {
    const said = new Set(labels.map((label) => foldTerm(label).text));
    const read = burntInPicture.map((text) => ({ page, text }));
    const own = [...terms, ...collectTerms(read, new Set())];
    if (own.some((t) => t.page === page && t.whole && !t.ordinary && said.has(t.folded)))
      findings.notice("terms-absent", "A label says a text that was burnt on this page.", page);
  }
}
