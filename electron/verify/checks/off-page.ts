// Words of an export that are not on its pages: bookmarks and page labels must be the original's own,
// but for the labels of marks that stand in brackets where a burnt text stood; title, language and
// date must be what was asked for, where that is known. A search for burnt terms alone would let a
// bookmark say anything else.
import type { PlanMark } from "../../../shared/model/plan.ts";
import type { AskedFor } from "../../../shared/model/verification.ts";
import type { PdfjsDocument } from "../engines/pdfjs.ts";
import { labelOf } from "../marks.ts";
import type { Findings } from "../findings.ts";

const CHECK = "nothing-added";
const NAMELESS = "[redacted]";
/** Title of a document that has none. */
const UNTITLED = "Redacted document";

export interface OffPage {
  readonly original: PdfjsDocument;
  readonly candidate: PdfjsDocument;
  readonly marks: readonly PlanMark[];
  readonly asked?: AskedFor | undefined;
}

export async function checkOffPage(input: OffPage, findings: Findings): Promise<void> {
  const { original, candidate, marks, asked } = input;
  const labels = labelsOf(marks);
  const [own, shown] = [await original.navigation(), await candidate.navigation()];
  const told = (said: string, of: string | undefined): boolean =>
    of !== undefined && saysNoMore(said, of, labels);

  const alike = own.titles.length === shown.titles.length;
  const strange = shown.titles.some((title, i) =>
    alike ? !told(title, own.titles[i]) : !own.titles.some((other) => told(title, other)),
  );
  if (strange) findings.add(CHECK, "A bookmark says something that the original's does not.");
  // Without labels pages are counted.
  if (shown.labels?.some((label, i) => !told(label, own.labels?.[i] ?? String(i + 1))))
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
