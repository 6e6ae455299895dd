// The invented case in memory: documents, decisions, who is at the keyboard. `?as=reviewer` and
// `?stage=submitted|signed` put the development page into the second person's place.
import type { CaseCard, CaseState, DocumentCard, Role } from "../../shared/ipc/cases.ts";
import type { EventName, Events } from "../../shared/ipc/contract.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import { suggestionsOf as decidedBy, type StoredEvent } from "../../shared/review/events.ts";
import { suggestionsOf } from "./sample-suggestions.ts";

export const flags = new URLSearchParams(window.location.search);

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const id = (end: string): string => `0b0e1f5e-0000-4000-8000-${end.padStart(12, "0")}`;

export const DOCUMENTS = [
  {
    id: id("1"),
    name: "Overview report.pdf",
    title: "Overview report",
    pages: flags.has("crowd") ? 300 : 48,
  },
  { id: id("2"), name: "Executive summary.pdf", title: "Executive summary", pages: 8 },
];

export const USERS: { id: string; name: string; role: Role }[] = [
  { id: id("aa"), name: "Amira Shah", role: "analyst" },
  { id: id("ab"), name: "Colin Frost", role: "reviewer" },
  { id: id("ac"), name: "Bea Lindqvist", role: "publisher" },
];
export const USER = USERS.find((u) => u.role === flags.get("as")) ?? USERS[0]!;

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
export const CASES: CaseCard[] = [
  {
    id: id("c1"),
    name: "Review of Child A",
    users: USERS,
    changedAt: ago(3_600_000),
    sample: false,
  },
  {
    id: id("c2"),
    name: "Review of the Marlow Road siblings",
    users: [USERS[0]!],
    changedAt: ago(6 * 86_400_000),
    sample: false,
  },
  {
    id: id("c3"),
    name: "Learning review, autumn",
    users: [USERS[0]!],
    changedAt: ago(40 * 86_400_000),
    sample: false,
    trouble: "This case was made with a newer version of Candour. Install that version to open it.",
  },
];

export const events = new Map<string, StoredEvent[]>();
export const views = new Map<string, unknown>();
export const open: { state: CaseState | null } = { state: null };

const listeners = new Map<string, Set<(event: never) => void>>();
export function emit<N extends EventName>(name: N, event: Events[N]): void {
  for (const listener of listeners.get(name) ?? []) listener(event as never);
}
export function listen(name: string, listener: (event: never) => void): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set);
  set.add(listener);
  return () => set.delete(listener);
}

export const documentOf = (document: string) =>
  DOCUMENTS.find((d) => d.id === document) ?? DOCUMENTS[0]!;

const found = new Map<string, ReturnType<typeof suggestionsOf>>();
export function suggestions(document: string) {
  const d = documentOf(document);
  const known = found.get(document) ?? suggestionsOf(document, d.pages, d.title);
  found.set(document, known);
  return known;
}

export function append(document: string, added: StoredEvent["event"][]): StoredEvent[] {
  const list = events.get(document) ?? [];
  const stored = added.map((event, i) => ({
    seq: list.length + i + 1,
    at: new Date().toISOString(),
    by: USER.name,
    event,
  }));
  events.set(document, [...list, ...stored]);
  return stored;
}

/** A case that was handed over has everything decided. */
function decideAll(document: string): void {
  const all = suggestions(document);
  const refused = all.filter((_, i) => i % 9 === 4);
  const accepted = all.filter((_, i) => i % 9 !== 4);
  for (const s of new Map(accepted.map((a) => [a.group, a])).values())
    append(document, [
      {
        type: "accepted",
        suggestions: accepted.filter((a) => a.group === s.group).map((a) => a.id),
        label: s.label ?? null,
        reason: s.category === "person" ? "family-name" : "other",
      },
    ]);
  append(document, [{ type: "refused", suggestions: refused.map((r) => r.id) }]);
}

export function card(document: string): DocumentCard {
  const d = documentOf(document);
  const decided = new Map<string, string>();
  for (const { event } of events.get(document) ?? [])
    if (event.type === "accepted" || event.type === "accepted-together" || event.type === "refused")
      for (const s of decidedBy(event))
        decided.set(s, event.type === "refused" ? "refused" : "accepted");
  const accepted = [...decided.values()].filter((v) => v === "accepted").length;
  return {
    id: document,
    name: d.name,
    pages: d.pages,
    importedAt: ago(7_200_000),
    undecided: suggestions(document).length - decided.size,
    accepted,
    refused: decided.size - accepted,
    role: "other",
    status: "ready",
  };
}

export function openCase(name: string, empty: boolean): CaseState {
  if (flags.has("stage")) for (const d of DOCUMENTS) if (!events.has(d.id)) decideAll(d.id);
  open.state = {
    id: CASES[0]!.id,
    name,
    user: USER,
    users: USERS,
    documents: empty ? [] : DOCUMENTS.map((d) => card(d.id)),
    frozen: flags.get("stage") === "signed",
  };
  return open.state;
}

export const geometryOf = (pages: number): PageGeometry[] =>
  Array.from({ length: pages }, (_, i) => ({
    page: i + 1,
    mediaBox: [0, 0, 595, 842],
    cropBox: [0, 0, 595, 842],
    rotation: 0,
    userUnit: 1,
  }));
