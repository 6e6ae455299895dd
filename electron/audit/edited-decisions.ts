// Whether the decisions and comments of a case are still those that its trail tells of, one by one. The
// trail holds no text of them, but a keyed seal over each: an edited label, place or note is found, and
// so is a comment that says something else. Reads only.
import type { AuditEntry } from "../../shared/audit/kinds.ts";
import type { StoredEvent } from "../../shared/review/events.ts";
import type { TermKey } from "./term-key.ts";

const OTHERS = new Set(["picture.cleared", "page.sealed", "decision.undone", "decision.redone"]);

const isDecision = (kind: string): boolean => kind.startsWith("mark.") || OTHERS.has(kind);

export interface DecidedDocument {
  readonly id: string;
  readonly position: number;
  readonly events: readonly StoredEvent[];
}

/** One sentence a document, naming its first edited decision. Counts are compared elsewhere. */
export function editedDecisions(
  documents: readonly DecidedDocument[],
  entries: Iterable<AuditEntry>,
  key: TermKey,
): readonly string[] {
  if (key.destroyed) return [];
  const told = new Map<string, AuditEntry[]>();
  for (const e of entries)
    if (e.document !== null && isDecision(e.kind))
      told.set(e.document, [...(told.get(e.document) ?? []), e]);
  const found: string[] = [];
  for (const { id, position, events } of documents) {
    const own = told.get(id) ?? [];
    const bad = events.find((one, i) => {
      const seal = own[i]?.data["event"];
      return seal !== undefined && seal !== key.sealOf("decision", one);
    });
    if (bad)
      found.push(`Decision ${bad.seq} of document ${position} is not the one the trail tells of.`);
  }
  return found;
}

/** What is sealed of a comment: the rest is compared word for word. */
export const sealedComment = ({
  id,
  text,
  at,
}: Readonly<Record<"id" | "text" | "at", string>>) => ({
  id,
  text,
  at,
});

/** One sentence where any of them was edited. */
export function editedComments(
  comments: readonly Readonly<Record<"id" | "text" | "at", string>>[],
  entries: Iterable<AuditEntry>,
  key: TermKey,
): readonly string[] {
  if (key.destroyed) return [];
  const told = new Map<unknown, unknown>();
  for (const { kind, data } of entries)
    if (kind === "comment.made" && data["text"] !== undefined)
      told.set(data["comment"], data["text"]);
  const isEdited = comments.some(
    (one) => told.has(one.id) && told.get(one.id) !== key.sealOf("comment", sealedComment(one)),
  );
  return isEdited ? ["A comment is not the one the trail tells of."] : [];
}
