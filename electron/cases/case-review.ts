// Decisions of an open case: checked, stored and told to the trail in one transaction, or none of it.
// Today's state is projected from them and kept in memory only until the next change.
import type { NewEntry } from "../../shared/audit/kinds.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { Span } from "../../shared/model/page.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import type { ViewState } from "../../shared/ipc/review.ts";
import { suggestionsOf, type ReviewEvent, type StoredEvent } from "../../shared/review/events.ts";
import type { ReviewState } from "../../shared/review/state.ts";
import { planHashInput, planOf } from "../../shared/review/plan.ts";
import { project } from "../../shared/review/project.ts";
import { createHash } from "node:crypto";
import type { CaseContext } from "./case-context.ts";
import { CaseTerms } from "./case-terms.ts";
import { checkEvents } from "./review-checks.ts";
import { entryOf } from "./review-entries.ts";
import { asEvents } from "./stated-places.ts";
import { frozen } from "./who-holds.ts";

interface Held {
  readonly suggestions: readonly Suggestion[];
  readonly byId: ReadonlyMap<string, Suggestion>;
  events: StoredEvent[];
  state: ReviewState | undefined;
}

export interface FrozenPlan {
  readonly marks: readonly PlanMark[];
  readonly sealedPages: readonly number[];
  /** Keyed name of the plan, from the SHA-256 of its canonical text. */
  readonly hash: string;
}

export class CaseReview {
  readonly #c: CaseContext;
  readonly #held = new Map<string, Held>();
  readonly terms: CaseTerms;

  /** @param names of the register and deny list, for the guard over typed words */
  constructor(context: CaseContext, names: () => readonly string[]) {
    this.#c = context;
    this.terms = new CaseTerms(
      () =>
        context.rows.documents.all().map((d) => ({
          suggestions: this.suggestions(d.id),
          state: this.state(d.id),
          drawn: this.#drawnTexts(d.id),
        })),
      names,
    );
  }

  suggestions(document: string): readonly Suggestion[] {
    return this.#hold(document).suggestions;
  }

  events(document: string): readonly StoredEvent[] {
    return this.#hold(document).events;
  }

  state(document: string): ReviewState {
    const held = this.#hold(document);
    return (held.state ??= project(held.suggestions, held.events));
  }

  plan(document: string): FrozenPlan {
    const state = this.state(document);
    const marks = planOf(state);
    const sealedPages = [...state.sealedPages];
    const hash = createHash("sha256").update(planHashInput(marks, sealedPages)).digest("hex");
    return { marks, sealedPages, hash: this.#c.nameKey.nameOf("plan", hash) };
  }

  /** Appends decisions in order; all or none. */
  append(document: string, asked: readonly ReviewEvent[]): readonly StoredEvent[] {
    const events = asEvents(asked);
    const { db, rows, trail, now, user, termKey } = this.#c;
    const row = rows.documents.get(document);
    if (!row) throw new Refusal("not-found", "This document is not in the case.");
    if (this.#c.frozen()) throw frozen();
    const held = this.#hold(document);
    checkEvents(events, {
      held,
      state: () => this.state(document),
      stated: {
        pages: row.pages,
        lengthOf: (page) => rows.documents.pageText(document, page)?.text.length ?? 0,
        pictures: () => new Set(rows.documents.part(document, "pictures").map((p) => p.id)),
      },
      user,
      terms: this.terms,
    });
    const stored: StoredEvent[] = [];
    const all = [...held.events];
    // One act has one instant: it is undone, and told, as one.
    const at = now();
    db.write(() => {
      let seq = rows.review.last(document);
      for (const event of events) {
        const one = { seq: ++seq, at, by: user.id, event };
        rows.review.append(document, one);
        stored.push(one);
        all.push(one);
        const entry = entryOf(document, one, {
          byId: held.byId,
          events: all,
          namesOf: (texts) => termKey.namesOf(texts),
          textOf: (span) => this.#textOf(document, span),
        });
        const sealed = termKey.sealOf("decision", one);
        trail.append({
          ...entry,
          data: { ...entry.data, ...(sealed && { event: sealed }) },
        } as NewEntry);
      }
    });
    held.events = all;
    held.state = undefined;
    this.#teach(document, held, events);
    return stored;
  }

  view(document: string): ViewState | null {
    return this.#c.rows.review.view(document, this.#c.user.id);
  }

  /** Where the person is in the document: kept at each pause, so no entry. */
  saveView(document: string, view: ViewState): void {
    this.#c.db.write(() => this.#c.rows.review.saveView(document, this.#c.user.id, view));
  }

  /** A suggestion, or a mark that was ever drawn. */
  isPlace(document: string, id: string): boolean {
    const { byId, events } = this.#hold(document);
    return byId.has(id) || events.some(({ event: e }) => e.type === "drawn" && e.mark === id);
  }

  /** Ids of suggestions that any decision ever named: they outlive a re-run. */
  everNamed(document: string): ReadonlySet<string> {
    const named = new Set<string>();
    for (const { event } of this.events(document)) {
      for (const id of suggestionsOf(event)) named.add(id);
      if ("targets" in event) for (const id of event.targets) named.add(id);
      else if ("target" in event) named.add(event.target);
    }
    return named;
  }

  /** Drops what is held in memory; the database is read again. */
  forget(document?: string): void {
    if (document === undefined) this.#held.clear();
    else this.#held.delete(document);
    this.terms.changed();
  }

  #hold(document: string): Held {
    let held = this.#held.get(document);
    if (!held) {
      const suggestions = this.#c.rows.suggestions.all(document);
      held = {
        suggestions,
        byId: new Map(suggestions.map((s) => [s.id as string, s])),
        events: [...this.#c.rows.review.events(document)],
        state: undefined,
      };
      this.#held.set(document, held);
    }
    return held;
  }

  /** Keeps the guard over typed words up to date with what was just decided. */
  #teach(document: string, held: Held, events: readonly ReviewEvent[]): void {
    for (const event of events) {
      if (event.type === "accepted" || event.type === "accepted-together")
        this.terms.learn(
          suggestionsOf(event).flatMap((id) => held.byId.get(id) ?? []),
          [],
        );
      else if (event.type === "drawn" && event.span)
        this.terms.learn([], [this.#textOf(document, event.span)]);
      else if (!["labelled", "adjusted", "page-sealed", "picture-cleared"].includes(event.type))
        this.terms.changed();
    }
  }

  #textOf(document: string, span: Span): string {
    const text = this.#c.rows.documents.pageText(document, span.page)?.text ?? "";
    return text.slice(span.start, span.end);
  }

  #drawnTexts(document: string): readonly string[] {
    const texts: string[] = [];
    for (const m of this.state(document).marks)
      if (m.origin === "drawn" && m.span) {
        const text = this.#textOf(document, m.span);
        if (text) texts.push(text);
      }
    return texts;
  }
}
