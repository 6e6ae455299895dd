// Whether the decisions of a case are still those that its trail tells of, one by one. The trail holds
// no text of them, but a keyed seal over each: an edited label, place or note is found. Reads only.
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
      return seal !== undefined && seal !== key.sealOf(one);
    });
    if (bad)
      found.push(`Decision ${bad.seq} of document ${position} is not the one the trail tells of.`);
  }
  return found;
}
