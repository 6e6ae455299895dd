// What a burn would do, told before it is done: counts, what stands in the way, what to know.
// Reads decisions and text; writes nothing. Sentences carry no secret.
import type { BurnSummary, SummarySentence as Sentence } from "../../shared/ipc/publish.ts";
import { REASONS, reasonOf } from "../../shared/policy/reasons.ts";
import { pictureStanding } from "../../shared/review/pictures.ts";
import type { OpenCase } from "../cases/open-case.ts";
import { visibleElsewhere } from "./visible-elsewhere.ts";

/** Readers see this name; terms of the case never enter it, and what nobody signed is called a draft. */
export function suggestedName(open: OpenCase, document: string): string {
  const { role } = open.documents.get(document);
  const names: Readonly<Record<string, string>> = {
    "overview-report": "overview-report",
    "executive-summary": "executive-summary",
    "action-plan": "action-plan",
    "earlier-version": "earlier-version",
  };
  const position = open.documents.list().findIndex((d) => d.id === document) + 1;
  const standing = open.stage().stage === "signed" ? "published" : "draft";
  return `review-${names[role] ?? `document-${position}`}-${standing}.pdf`;
}

export function burnSummary(open: OpenCase, document: string): BurnSummary {
  const row = open.documents.get(document);
  const state = open.review.state(document);
  const plan = open.review.plan(document);
  const counts = new Map<string, number>();
  for (const mark of state.marks) {
    const { code } = reasonOf(mark.reason);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    marks: state.marks.length,
    undecided: state.counts.undecided,
    pagesWithMarks: new Set(plan.marks.map((m) => m.page)).size,
    byReason: REASONS.flatMap(({ code, name }) => {
      const count = counts.get(code);
      return count === undefined ? [] : [{ reason: code, name, count }];
    }),
    blockers: blockers(open, document, row.status),
    warnings: warnings(open, document),
    suggestedName: suggestedName(open, document),
  };
}

function blockers(open: OpenCase, document: string, status: string): Sentence[] {
  if (status === "reading") return [{ message: "The document is still being read." }];
  if (status === "failed") return [{ message: "The document could not be read to its end." }];
  const { counts, verdicts } = open.review.state(document);
  const sentences: Sentence[] = [];
  if (counts.undecidedSuggested > 0) {
    const first = open.suggestions
      .list(document)
      .find(
        (s) => s.tier === "suggested" && (verdicts.get(s.id)?.state ?? "undecided") === "undecided",
      );
    const places =
      counts.undecidedSuggested === 1
        ? "1 suggestion waits"
        : `${counts.undecidedSuggested.toLocaleString("en-GB")} suggestions wait`;
    sentences.push({ message: `${places} for a decision.`, page: first?.page });
  }
  return sentences;
}

function warnings(open: OpenCase, document: string): Sentence[] {
  const { counts, verdicts, marks } = open.review.state(document);
  const sentences: Sentence[] = [];
  if (marks.length === 0)
    sentences.push({
      message:
        "Nothing is marked: every word that can be seen stays readable. What cannot be seen goes all the same: hidden text, comments, attachments and the file’s own properties.",
    });
  if (counts.undecidedCheck > 0) {
    const first = open.suggestions
      .list(document)
      .find(
        (s) => s.tier === "check" && (verdicts.get(s.id)?.state ?? "undecided") === "undecided",
      );
    sentences.push({
      message:
        counts.undecidedCheck === 1
          ? "1 place to check was not looked at; it stays readable."
          : `${counts.undecidedCheck.toLocaleString("en-GB")} places to check were not looked at; they stay readable.`,
      page: first?.page,
    });
  }
  const pictures = open.documents.part(document, "pictures");
  const state = open.review.state(document);
  const waiting = pictures.filter((p) => pictureStanding(p, state) === "waiting");
  if (waiting.length > 0) {
    sentences.push({
      message: `${waiting.length === 1 ? "1 picture was" : `${waiting.length} pictures were`} not looked at.`,
      page: waiting[0]!.page,
      pictures: true,
    });
  }
  for (const message of open.checks.overlooked()) sentences.push({ message, people: true });
  for (const place of visibleElsewhere(open, document)) {
    const times = place.count === 1 ? "once more" : `${place.count} more times`;
    sentences.push({
      message: `“${place.term}” is burnt as “${place.label}” and stays readable ${times}, first on page ${place.page}.`,
      page: place.page,
      find: place.term,
    });
  }
  return sentences;
}
