// B4: how a document is burnt once more after a check found a page wanting. Crisp pages that could not be
// accounted for are sealed. Sealed ones whose text layer alone did not pass lose the words that could not
// be proved; then they get boxes where the marks lie, and become pictures where that does not pass either.
// Nothing that is still seen or readable is ever passed over: whatever else was found stops the export.
import type { BurnInput, BurnReport, UnprovenWords } from "../../shared/model/burning.ts";
import type { Verification, VerifyFinding } from "../../shared/model/verification.ts";

/** Checks of a page's words, their places, its look and its boxes; none of them is about burnt text. */
const OF_THE_LAYER: ReadonlySet<string> = new Set([
  "nothing-added",
  "text-in-place",
  "words-kept",
  "labels-placed",
  "page-unchanged",
  "boxes-opaque",
]);

export interface Outcome {
  readonly report: BurnReport;
  readonly verification: Verification;
}

/**
 * Null where there is no other way. The analyst's own choice of crisp is kept.
 * @param last there is no time to try more than one: pages that did not pass become pictures
 */
export function saferPlan(
  input: BurnInput,
  { report, verification }: Outcome,
  last: boolean,
): BurnInput | null {
  const found = new Map<number | undefined, VerifyFinding[]>();
  for (const finding of verification.findings)
    found.set(finding.page, [...(found.get(finding.page) ?? []), finding]);
  const alone = togetherInVain(report, new Set(found.keys()));
  if (input.mode === "crisp" && alone.length === 0) return null;
  const pictures = new Set(input.picturePages);
  const boxes = new Set(input.boxedPages);
  const sealed: number[] = [];
  const boxed: number[] = [];
  const plain: number[] = [];
  const unproven: UnprovenWords[] = [];
  for (const { page, kind } of report.pages) {
    const findings = found.get(page);
    if (!findings || alone.includes(page) || input.mode === "crisp") continue;
    if (kind === "crisp") (last ? plain : sealed).push(page);
    else if (!pictures.has(page) && findings.every(({ check }) => OF_THE_LAYER.has(check))) {
      const words = wordsIn(findings);
      const before = (input.unproven ?? []).filter((one) => one.page === page).length;
      if (last) plain.push(page);
      else if (words && before < (boxes.has(page) ? 2 : 1)) unproven.push({ page, words });
      else (boxes.has(page) ? plain : boxed).push(page);
    }
  }
  if (alone.length + sealed.length + boxed.length + plain.length + unproven.length === 0)
    return null;
  return {
    ...input,
    alonePages: [...(input.alonePages ?? []), ...alone],
    sealedPages: [...(input.sealedPages ?? []), ...sealed],
    boxedPages: [...boxes, ...boxed],
    picturePages: [...pictures, ...plain],
    unproven: [...(input.unproven ?? []), ...unproven],
  };
}

/** Where the words stand without which nothing would have been found; undefined where that would not help. */
function wordsIn(findings: readonly VerifyFinding[]): UnprovenWords["words"] | undefined {
  if (!findings.every(({ words }) => words !== undefined)) return undefined;
  return findings.flatMap(({ words }) => words ?? []);
}

/** Pages that were laid out together and did not pass so: each of them may pass by itself. */
function togetherInVain(
  { pages }: BurnReport,
  found: ReadonlySet<number | undefined>,
): readonly number[] {
  const failed = pages.flatMap(({ page, run }) => (run && found.has(page) ? [run] : []));
  return pages
    .map(({ page }) => page)
    .filter((page) => failed.some(([first, last]) => page >= first && page <= last));
}
