// What leads about in an export and is not on its pages: bookmarks and page labels must be the original's
// own, all of them, but for the labels of marks that stand in brackets where a burnt text stood; they lead
// to the original's pages, or to one on which its text stands now. Title, language and date must be what
// was asked for, where that is known. A search for burnt terms alone would let a bookmark say anything else.
import type { PlanMark } from "../../../shared/model/plan.ts";
import type { AskedFor } from "../../../shared/model/verification.ts";
import type { PdfjsDocument } from "../engines/pdfjs.ts";
import { labelOf } from "../marks.ts";
import type { Findings } from "../findings.ts";
import type { Runs } from "../together/runs.ts";

const CHECK = "nothing-added";
const NAMELESS = "[redacted]";
/** Title of a document that has none. */
const UNTITLED = "Redacted document";

export interface OffPage {
  readonly original: PdfjsDocument;
  readonly candidate: PdfjsDocument;
  readonly marks: readonly PlanMark[];
  readonly asked?: AskedFor | undefined;
  readonly runs: Runs;
}

export async function checkOffPage(input: OffPage, findings: Findings): Promise<void> {
  const { original, candidate, marks, asked, runs } = input;
  const labels = labelsOf(marks);
  const [own, shown] = [await original.navigation(), await candidate.navigation()];
  const told = (said: string, of: string | undefined): boolean =>
    of !== undefined && saysNoMore(said, of, labels);

  if (own.titles.length !== shown.titles.length)
    findings.add(CHECK, "The bookmarks are more or fewer than the original's.");
  else if (shown.titles.some((title, i) => !told(title, own.titles[i])))
    findings.add(CHECK, "A bookmark says something that the original's does not.");
  else if (shown.leads.some((to, i) => !leadsAs(to, own.leads[i], runs)))
    findings.add(CHECK, "A bookmark leads to another page than the original's.");
  // Without labels pages are counted.
  const counted = Array.from({ length: candidate.pages }, (_, i) => String(i + 1));
  const labelled = shown.labels ?? counted;
  if (labelled.some((label, i) => !told(label, own.labels?.[i] || counted[i])))
    findings.add(CHECK, "A page label is not the original's.");

  if (!asked) return;
  const title = asked.title ?? own.title ?? "";
  if (!told(shown.title ?? "", title) && (shown.title !== UNTITLED || asked.title))
    findings.add(CHECK, "The title is neither the original's nor the one that was asked for.");
  if (shown.language !== asked.language)
    findings.add(CHECK, "The language is not the one that was asked for.");
  if ((shown.date ?? null) !== (asked.epoch === undefined ? null : dateOf(asked.epoch)))
    findings.add(CHECK, "The date of the file is not the one that was asked for.");
}

/**
 * Whether what leads to one page of the export may stand for what led to another of the original; readers
 * do not all know every kind of destination (null).
 */
export function leadsAs(now: number | null, then: number | null | undefined, runs: Runs): boolean {
  if (now === then || now === null || then === null || then === undefined) return true;
  const within = ([first, last]: [number, number]): boolean =>
    [now, then].every((page) => page >= first && page <= last);
  return [...runs].some(within);
}

/** What may stand in brackets where a burnt text stood: the marks' own labels, or those of their reasons. */
export function labelsOf(marks: readonly PlanMark[]): readonly string[] {
  return [...new Set(marks.map(labelOf).map((label) => (label ? `[${label}]` : NAMELESS)))];
}

/** True where `said` is `own` with nothing changed but stretches that became one of the labels. */
export function saysNoMore(said: string, own: string, labels: readonly string[]): boolean {
  const [text, other] = [plain(said), plain(own)];
  if (text === other) return true;
  const pieces = labels.reduce(
    (parts, label) => parts.flatMap((part) => part.split(plain(label))),
    [text],
  );
  if (pieces.length < 2) return false;
  const [first, ...rest] = pieces.map((piece) => piece.trim());
  const last = rest.pop()!;
  if (!other.startsWith(first!)) return false;
  let at = first!.length;
  for (const piece of rest) {
    const found = other.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return other.length - last.length >= at && other.endsWith(last);
}

/** Readers differ in blanks and in what is no character. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\uFFFD]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

function dateOf(epoch: number): string {
  const iso = new Date(Math.trunc(epoch) * 1000).toISOString().slice(0, 19);
  return `D:${iso.replace(/[-:T]/gu, "")}Z`;
}
