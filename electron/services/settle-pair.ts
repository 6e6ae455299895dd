// Settling one term of the pair check in one act, over all documents of the case: its readable places
// are removed like the burnt ones, or they stay readable for a reason (another Grace, the word and not
// the name). Decisions are made as if a person had gone from place to place: each is an event.
import type { PairFinding } from "../../shared/policy/pair-check.ts";
import { termKey } from "../../shared/policy/pair-check.ts";
import { reasonFor } from "../../shared/policy/reason-for.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { ReviewEvent } from "../../shared/review/events.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { OpenCase } from "../cases/open-case.ts";

export interface Settlement {
  readonly term: string;
  readonly how: "remove" | "leave";
  /** Why the places stay; without secrets. */
  readonly note: string | null;
}

/** @throws Refusal not-found where nothing of the kind blocks; not-allowed by the role or the plan. */
export function settlePair(open: OpenCase, { term, how, note }: Settlement): number {
  if (open.user.role !== "analyst")
    throw new Refusal("not-allowed", "The analyst decides about places of the text.");
  const found = open.checks
    .pairs({ term, limit: 20_000 })
    .filter((f) => f.blocks && (how === "leave" || removable(open, f)));
  if (found.length === 0)
    throw new Refusal("not-found", "Nothing of this is left to settle: the documents changed.");
  if (how === "leave" && (note === null || note.trim().length < 3))
    throw new Refusal("bad-arguments", "Please say why these places may stay readable.");
  for (const [document, places] of byDocument(found)) {
    const events: readonly ReviewEvent[] =
      how === "leave"
        ? [{ type: "left", places: places.map(spanOf), note: note! }]
        : removals(open, document, places, term);
    open.review.append(document, events);
  }
  return found.length;
}

/**
 * One label for one person, over all documents: every marked place of theirs gets it, and so does
 * their card in the register. @returns how many places were relabelled
 */
export function settleLabel(open: OpenCase, key: string, label: string): number {
  if (open.user.role !== "analyst")
    throw new Refusal("not-allowed", "The analyst decides about labels.");
  const finding = open.checks.register().find((f) => f.choose?.key === key);
  if (!finding?.choose?.labels.includes(label))
    throw new Refusal("not-found", "Nothing of this is left to settle: the documents changed.");
  let count = 0;
  const places = open.checks.marksOfPerson(key);
  for (const { id } of open.documents.list()) {
    const { marks } = open.review.state(id);
    const own = new Set(places.flatMap((p) => (p.document === id ? [p.suggestion] : [])));
    const targets = marks.filter((m) => own.has(m.id) && m.label !== label).map((m) => m.id);
    if (targets.length === 0) continue;
    open.review.append(id, [{ type: "labelled", targets, label }]);
    count += targets.length;
  }
  const person = open.people.list().find((p) => p.id === key);
  if (person && person.label !== label) open.people.save({ ...person, label });
  return count;
}

/** What was published before cannot be taken back by marking it. */
function removable(open: OpenCase, f: PairFinding): boolean {
  return f.page > 0 && open.documents.get(f.document).role !== "earlier-version";
}

const spanOf = ({ page, start, end }: PairFinding) => ({ page, start, end });

function byDocument(found: readonly PairFinding[]): ReadonlyMap<string, PairFinding[]> {
  const documents = new Map<string, PairFinding[]>();
  for (const f of found) documents.set(f.document, [...(documents.get(f.document) ?? []), f]);
  return documents;
}

function removals(
  open: OpenCase,
  document: string,
  places: readonly PairFinding[],
  term: string,
): readonly ReviewEvent[] {
  const { label, reason } = burntAs(open, term);
  const known = new Map(
    open.review.suggestions(document).map((s) => [`${s.page}:${s.start}:${s.end}`, s.id as string]),
  );
  const taken: string[] = [];
  const drawn: ReviewEvent[] = [];
  for (const place of places) {
    const { page, start, end } = place;
    const suggestion = known.get(`${page}:${start}:${end}`);
    if (suggestion) {
      taken.push(suggestion);
      continue;
    }
    const quads = open.documents.pageText(document, page)?.quads ?? new Float32Array(0);
    const rects = rectsOfSpan(quads, start, end);
    if (rects.length === 0) continue;
    drawn.push({
      type: "drawn",
      mark: globalThis.crypto.randomUUID(),
      page,
      rects: rects.map((r): [number, number, number, number] => [r[0], r[1], r[2], r[3]]),
      span: { page, start, end },
      label,
      reason,
    });
  }
  const accepted: readonly ReviewEvent[] =
    taken.length > 0 ? [{ type: "accepted", suggestions: taken, label, reason }] : [];
  return [...accepted, ...drawn];
}

/** Label and reason under which the term is burnt already. */
function burntAs(open: OpenCase, term: string) {
  const wanted = termKey(term);
  for (const { id } of open.documents.list()) {
    const { marks } = open.review.state(id);
    const named = new Set(
      open.review
        .suggestions(id)
        .filter((s) => termKey(s.text) === wanted)
        .map((s) => s.id as string),
    );
    const mark = marks.find((m) => named.has(m.id));
    if (mark) return { label: mark.label, reason: mark.reason };
  }
  return { label: null, reason: reasonFor("person") };
}
