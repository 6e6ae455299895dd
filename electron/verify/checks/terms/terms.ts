// No burnt text anywhere: not on a page beyond what the original shows unmarked, not in a title,
// a bookmark, a tag, a name or a stream, whole or by half, in any of the forms that bytes can
// give it. Messages name the place and never the term.
import { foldTerm } from "../../reading/fold.ts";
import { inEveryFile, sameInEveryFile } from "../../reading/format-words.ts";
import { TermIndex } from "../../reading/terms.ts";
import type { Term } from "../../reading/terms.ts";
import { readTextEveryWay } from "../../raw/text-string.ts";
import { BytePatterns, writtenForms } from "../../reading/byte-patterns.ts";
import type { HiddenText, Structure } from "../../structure/structure.ts";
import type { Findings } from "../../findings.ts";
import { onlyByChance } from "./by-chance.ts";
import { checkCodes } from "./codes.ts";
import { checkLabelsTell } from "./labels-tell.ts";
import { SHORTEST_SEEN, fragmentIndex, labelsOf, withoutLabels } from "./page-terms.ts";
import type { PageTermText } from "./page-terms.ts";
import { checkRead } from "./read-terms.ts";
import { counted } from "../../counted.ts";

export interface TermInput {
  readonly terms: readonly Term[];
  readonly pages: readonly PageTermText[];
  readonly structure: Structure;
  readonly file: Uint8Array;
  /** Byte sequences of terms in the source's own glyph codes: [bytes, term]. */
  readonly codes: readonly (readonly [Uint8Array, number])[];
  /** Pages whose burnt lines were read from their pixels. */
  readonly readAgain: number;
}

export async function checkTerms(input: TermInput, findings: Findings): Promise<void> {
  const { terms, pages, structure } = input;
  const index = new TermIndex(terms.map((term) => term.folded));
  // Terms that pages may show by right, if only within other words or as part of a label.
  const visible = new Set<number>();
  // Most documents have no page of which anything is read from pixels.
  const seen = pages.some(({ read }) => read.text !== "");
  const pieces = seen ? fragmentIndex(terms, pages, SHORTEST_SEEN) : undefined;
  for (const page of pages) {
    index.within(page.original.visual.text, visible);
    for (const label of page.labels) index.within(foldTerm(label).text, visible);
    await checkPage(page, terms, index, findings);
    if (pieces?.find(page.read, true).length)
      findings.add(
        "terms-absent",
        "A piece of burnt text can be read in the picture of the page.",
        page.page,
      );
  }
  checkRead(pages, structure, findings);
  checkLabelsTell(pages, terms, findings);
  checkCodes(pages, terms, index, findings);
  checkHidden(structure.hidden, input, { index, visible }, findings);
  checkBytes(input, visible, findings);
  const texts = structure.hidden.length + pages.length;
  const read = input.readAgain > 0 ? `, ${counted(input.readAgain, "page")} read from pixels` : "";
  findings.open(
    "terms-absent",
    `${counted(terms.length, "term")} sought in ${counted(texts, "text")} and ${counted(structure.streams.length, "stream")}${read}`,
  );
}

async function checkPage(
  page: PageTermText,
  terms: readonly Term[],
  index: TermIndex,
  findings: Findings,
): Promise<void> {
  const labels = index.counts(foldTerm(page.labels.join("\n")));
  const allowed = merge(index.counts(page.original.visual), index.counts(page.original.stream));
  const shown = merge(index.counts(page.candidate.visual), index.counts(page.candidate.stream));
  const second = index.counts(page.second);
  let others: Map<number, number> | undefined;
  let failed = 0;
  for (const term of new Set([...shown.keys(), ...second.keys()])) {
    const limit = (allowed.get(term) ?? 0) + (labels.get(term) ?? 0);
    let over = (shown.get(term) ?? 0) > limit;
    if (!over && (second.get(term) ?? 0) > limit) {
      others ??= index.counts(await page.secondOriginal());
      over =
        (second.get(term) ?? 0) >
        Math.max(limit, (others.get(term) ?? 0) + (labels.get(term) ?? 0));
    }
    if (over && (await onlyByChance(terms[term]!.folded, page))) continue;
    if (over) failed++;
    else if ((allowed.get(term) ?? 0) > 0) {
      const { ordinary, page: marked } = terms[term]!;
      if (!ordinary)
        findings.notice(
          "terms-absent",
          `Text that was burnt on page ${marked} is readable where it was not marked.`,
          page.page,
        );
    }
  }
  if (failed)
    findings.add(
      "terms-absent",
      `${counted(failed, "burnt text")} can still be read on the page.`,
      page.page,
    );
  const seen = [...index.counts(page.read).keys()].filter(
    (term) =>
      !terms[term]!.ordinary &&
      terms[term]!.folded.length >= SHORTEST_SEEN &&
      !allowed.has(term) &&
      !labels.has(term),
  );
  if (seen.length)
    findings.add(
      "terms-absent",
      `${counted(seen.length, "burnt text")} can be read in the picture of the page.`,
      page.page,
    );
}

function merge(a: Map<number, number>, b: Map<number, number>): Map<number, number> {
  const merged = new Map(a);
  for (const [key, count] of b) merged.set(key, Math.max(count, merged.get(key) ?? 0));
  return merged;
}

/** What links say is what their words say, which the tags' check proves; words may be shown elsewhere. */
const OF_A_LINK = /^a link \((?:Contents|URI)\)$/;

function checkHidden(
  hidden: readonly HiddenText[],
  { terms, pages }: TermInput,
  { index, visible }: { readonly index: TermIndex; readonly visible: ReadonlySet<number> },
  findings: Findings,
): void {
  const labels = labelsOf(pages);
  const pieces = fragmentIndex(terms, pages);
  for (const { where, text, bytes } of hidden) {
    if (sameInEveryFile(where, text)) continue;
    for (const reading of bytes ? readTextEveryWay(bytes) : [text]) {
      const folded = foldTerm(withoutLabels(reading, labels));
      const shown = (term: number): boolean => OF_A_LINK.test(where) && visible.has(term);
      if (index.find(folded).some(({ term }) => !terms[term]!.ordinary && !shown(term)))
        findings.add("terms-absent", `Burnt text stands in ${where}.`);
      else if (pieces.find(folded).length)
        findings.add("terms-absent", `A piece of burnt text stands in ${where}.`);
    }
  }
}

function checkBytes(
  { terms, structure, file, codes }: TermInput,
  visible: ReadonlySet<number>,
  findings: Findings,
): void {
  const patterns = new BytePatterns();
  // A term that pages show unmarked stands in their contents by right.
  const known = (i: number): boolean =>
    terms[i]!.ordinary || visible.has(i) || inEveryFile(terms[i]!.folded);
  for (const [i, term] of terms.entries()) {
    if (known(i)) continue;
    for (const form of writtenForms(term.raw)) patterns.add(form, i);
  }
  for (const [bytes, term] of codes) if (!known(term)) patterns.add(bytes, term);
  for (const { where, bytes } of structure.streams)
    if (patterns.found(bytes)) findings.add("terms-absent", `Burnt text stands in ${where}.`);
  if (patterns.found(file))
    findings.add("terms-absent", "Burnt text stands in the bytes of the file.");
}
