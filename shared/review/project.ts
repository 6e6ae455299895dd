// The projection: suggestions and events in, today's review out. Pure and total; an event that names
// something unknown changes nothing, because a re-run may have replaced what it named.
// Decisions stay by suggestion id, so running detection again never brings a refused one back.
import type { Suggestion } from "../detect/model.ts";
import type { Rect } from "../geometry/rect.ts";
import type { ReasonCode } from "../policy/reasons.ts";
import { suggestionsOf, type ReviewEvent, type StoredEvent } from "./events.ts";
import type { Counts, Left, Mark, ReviewState, Verdict } from "./state.ts";
import { stacksOf } from "./undo.ts";

type Draft = { -readonly [K in keyof Mark]: Mark[K] };
const UNDECIDED: Verdict = { state: "undecided", seq: 0, by: null, note: null };

/** @param events in order of seq. */
export function project(
  suggestions: readonly Suggestion[],
  events: readonly StoredEvent[],
): ReviewState {
  const { undo, redo } = stacksOf(events);
  const standing = new Set(undo);
  const byId = new Map(suggestions.map((s) => [s.id as string, s]));
  const board = new Board(byId);
  const touched = new Map<string, number>();
  const pageTouched = new Map<number, number>();
  const bySeq = new Map<number, ReviewEvent>();
  const pageOfMark = new Map<string, number>();

  for (const stored of events) {
    const { event, seq } = stored;
    bySeq.set(seq, event);
    if (event.type === "drawn") pageOfMark.set(event.mark, event.page);
    const acted = event.type === "undone" || event.type === "redone" ? bySeq.get(event.of) : event;
    if (acted) touch(acted, seq, touched, pageTouched, byId, pageOfMark);
    if (standing.has(seq)) board.apply(stored);
  }

  const marks = board.marks();
  const verdicts = new Map<string, Verdict>();
  for (const s of suggestions) verdicts.set(s.id, board.verdicts.get(s.id) ?? UNDECIDED);
  return {
    verdicts,
    marks,
    left: board.left,
    sealedPages: new Set([...board.sealed.keys()].sort((a, b) => a - b)),
    pictures: board.pictures,
    counts: countsOf(suggestions, verdicts, marks),
    deciders: decidersOf(verdicts, marks, board),
    touched,
    pageTouched,
    undo,
    redo,
  };
}

/** The state under construction; lives for one projection only. */
class Board {
  readonly verdicts = new Map<string, Verdict>();
  readonly pictures = new Map<string, { kept: boolean; by: string }>();
  readonly sealed = new Map<number, string>();
  readonly unsealed = new Map<number, string>();
  readonly left: Left[] = [];
  readonly #marks = new Map<string, Draft>();
  readonly #suggestions: ReadonlyMap<string, Suggestion>;

  constructor(suggestions: ReadonlyMap<string, Suggestion>) {
    this.#suggestions = suggestions;
  }

  apply({ seq, by, event }: StoredEvent): void {
    switch (event.type) {
      case "accepted":
        for (const id of event.suggestions) this.#accept(id, event.label, event.reason, seq, by);
        break;
      case "accepted-together":
        for (const { suggestions, label, reason } of event.parts)
          for (const id of suggestions) this.#accept(id, label, reason, seq, by);
        break;
      case "refused":
        for (const id of event.suggestions) this.#refuse(id, event.note ?? null, seq, by);
        break;
      case "overruled":
        for (const id of event.suggestions)
          if (event.decision === "accepted")
            this.#accept(id, event.label, event.reason, seq, by, event.note);
          else this.#refuse(id, event.note, seq, by);
        break;
      case "drawn":
        this.#marks.set(event.mark, {
          id: event.mark,
          origin: "drawn",
          page: event.page,
          rects: event.rects,
          span: event.span ?? null,
          label: event.label,
          reason: event.reason,
          adjusted: false,
          seq,
          by: [by],
        });
        break;
      case "adjusted": {
        const mark = this.#marks.get(event.target);
        if (!mark) break;
        mark.page = event.page;
        mark.rects = event.rects;
        mark.adjusted = true;
        mark.by = withPerson(mark.by, by);
        break;
      }
      case "labelled":
        for (const target of event.targets) {
          const mark = this.#marks.get(target);
          if (!mark) continue;
          mark.label = event.label;
          mark.reason = event.reason ?? mark.reason;
          mark.by = withPerson(mark.by, by);
        }
        break;
      case "removed":
        if (this.#marks.get(event.mark)?.origin === "drawn") this.#marks.delete(event.mark);
        break;
      case "left":
        for (const place of event.places) this.left.push({ ...place, by, note: event.note });
        break;
      case "picture-cleared":
        this.pictures.set(event.picture, { kept: event.kept, by });
        break;
      case "page-sealed":
        (event.sealed ? this.sealed : this.unsealed).set(event.page, by);
        (event.sealed ? this.unsealed : this.sealed).delete(event.page);
        break;
      default:
        break;
    }
  }

  #accept(
    id: string,
    label: string | null,
    reason: ReasonCode,
    seq: number,
    by: string,
    note: string | null = null,
  ): void {
    const s = this.#suggestions.get(id);
    if (!s) return;
    this.verdicts.set(id, { state: "accepted", seq, by, note });
    const before = this.#marks.get(id);
    // Taking a place again (another label, another person) keeps the box a person had moved.
    const moved = before?.adjusted ? before : undefined;
    this.#marks.set(id, {
      id,
      origin: "suggestion",
      page: moved?.page ?? s.page,
      rects: moved?.rects ?? s.rects,
      span: { page: s.page, start: s.start, end: s.end },
      label,
      reason,
      adjusted: moved !== undefined,
      seq,
      by: moved ? withPerson(moved.by, by) : [by],
    });
  }

  #refuse(id: string, note: string | null, seq: number, by: string): void {
    if (!this.#suggestions.has(id)) return;
    this.verdicts.set(id, { state: "refused", seq, by, note });
    this.#marks.delete(id);
  }

  marks(): readonly Mark[] {
    return [...this.#marks.values()].sort(inReadingOrder);
  }
}

function withPerson(people: readonly string[], by: string): readonly string[] {
  return people.includes(by) ? people : [...people, by];
}

/** Page, then top edge downwards, then left edge; ids only to make the order total. */
function inReadingOrder(a: Mark, b: Mark): number {
  const ra: Rect = a.rects[0] ?? [0, 0, 0, 0];
  const rb: Rect = b.rects[0] ?? [0, 0, 0, 0];
  return a.page - b.page || rb[3] - ra[3] || ra[0] - rb[0] || (a.id < b.id ? -1 : 1);
}

function touch(
  event: ReviewEvent,
  seq: number,
  touched: Map<string, number>,
  pageTouched: Map<number, number>,
  byId: ReadonlyMap<string, Suggestion>,
  pageOfMark: Map<string, number>,
): void {
  const mark = (id: string) => {
    touched.set(id, seq);
    const page = byId.get(id)?.page ?? pageOfMark.get(id);
    if (page !== undefined) pageTouched.set(page, seq);
  };
  suggestionsOf(event).forEach(mark);
  if ("targets" in event) event.targets.forEach(mark);
  else if ("target" in event) mark(event.target);
  else if ("mark" in event) mark(event.mark);
  else if (event.type === "left") for (const { page } of event.places) pageTouched.set(page, seq);
  else if (event.type === "picture-cleared") touched.set(event.picture, seq);
  if ("page" in event) pageTouched.set(event.page, seq);
}

function countsOf(
  suggestions: readonly Suggestion[],
  verdicts: ReadonlyMap<string, Verdict>,
  marks: readonly Mark[],
): Counts {
  const counts = { undecided: 0, accepted: 0, refused: 0 };
  let undecidedCheck = 0;
  for (const s of suggestions) {
    const { state } = verdicts.get(s.id)!;
    counts[state]++;
    if (state === "undecided" && s.tier === "check") undecidedCheck++;
  }
  return {
    ...counts,
    total: suggestions.length,
    drawn: marks.filter((m) => m.origin === "drawn").length,
    undecidedCheck,
    undecidedSuggested: counts.undecided - undecidedCheck,
  };
}

function decidersOf(
  verdicts: ReadonlyMap<string, Verdict>,
  marks: readonly Mark[],
  board: Board,
): ReadonlySet<string> {
  const people = new Set<string>();
  for (const v of verdicts.values()) if (v.by) people.add(v.by);
  for (const m of marks) for (const by of m.by) people.add(by);
  for (const p of board.left) people.add(p.by);
  for (const p of board.pictures.values()) people.add(p.by);
  for (const by of board.sealed.values()) people.add(by);
  for (const by of board.unsealed.values()) people.add(by);
  return people;
}
