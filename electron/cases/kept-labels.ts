// Proposals of an open case with the labels that were already given, by decisions and by the register.
import type { Finding, Suggestion } from "../../shared/detect/model.ts";
import type { Span } from "../../shared/model/page.ts";
import { keepGivenLabels, type CaseFindings } from "../../shared/policy/given-labels.ts";
import type { OpenCase } from "./open-case.ts";

/** The same findings; labels follow what is decided now, also what was decided while they were looked for. */
export const withKeptLabels = (open: OpenCase, found: CaseFindings): CaseFindings =>
  keepGivenLabels(found, labelsGiven(open), open.people.list());

/** Suggestions of one document; what was decided in the others since the last pass counts as well. */
export function proposalsOf(open: OpenCase, document: string): readonly Suggestion[] {
  const all = open.documents.list().map(({ id }) => [id, open.suggestions.list(id)] as const);
  const kept = withKeptLabels(open, all);
  return kept.find(([id]) => id === document)![1] as readonly Suggestion[];
}

function labelsGiven(open: OpenCase): (document: string, finding: Finding) => string | null {
  const given = new Map<string, string>();
  const key = (document: string, { page, start, end }: Span): string =>
    `${document} ${page} ${start} ${end}`;
  for (const { id } of open.documents.list())
    for (const { origin, span, label } of open.review.state(id).marks)
      if (origin === "suggestion" && span && label) given.set(key(id, span), label);
  return (document, finding) => given.get(key(document, finding)) ?? null;
}
