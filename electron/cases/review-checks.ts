// What a decision must fulfil before it is stored. The projection ignores nonsense; the store refuses
// it, so that the trail never tells of something that did not happen.
import { Refusal } from "../../shared/model/refusal.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import { suggestionsOf, type ReviewEvent, type StoredEvent } from "../../shared/review/events.ts";
import type { ReviewState } from "../../shared/review/state.ts";
import { stacksOf } from "../../shared/review/undo.ts";
import type { CaseUser } from "./case-context.ts";
import type { CaseTerms } from "./case-terms.ts";
import { checkStated, type Stated } from "./stated-places.ts";

export interface CheckInput {
  readonly held: {
    readonly byId: ReadonlyMap<string, Suggestion>;
    readonly events: readonly StoredEvent[];
  };
  readonly state: () => ReviewState;
  readonly stated: Stated;
  readonly user: CaseUser;
  readonly terms: CaseTerms;
}

/** @throws Refusal bad-arguments or not-allowed; nothing is stored then. */
export function checkEvents(events: readonly ReviewEvent[], input: CheckInput): void {
  const { held, stated, user, terms } = input;
  if (user.role === "publisher")
    throw new Refusal("not-allowed", "The publisher takes no decisions about single places.");
  const drawn = new Set<string>();
  for (const { event } of held.events) if (event.type === "drawn") drawn.add(event.mark);
  // Grows with the batch, so that one append may draw a mark and label it.
  const all: StoredEvent[] = [];
  const moves = events.some((e) => e.type === "undone" || e.type === "redone");
  if (moves) all.push(...held.events);
  let seq = held.events.at(-1)?.seq ?? 0;

  for (const event of events) {
    checkStated(event, stated);
    known(suggestionsOf(event), (id) => held.byId.has(id));
    if ("targets" in event) known(event.targets, (id) => held.byId.has(id) || drawn.has(id));
    if ("target" in event) known([event.target], (id) => held.byId.has(id) || drawn.has(id));
    if (event.type === "removed") known([event.mark], (id) => drawn.has(id));
    if (event.type === "drawn") {
      if (drawn.has(event.mark) || held.byId.has(event.mark))
        throw new Refusal("bad-arguments", "A mark of this name was drawn before.");
      drawn.add(event.mark);
    }
    if (event.type === "overruled" && user.role !== "reviewer")
      throw new Refusal("not-allowed", "Only the second reviewer can overrule a decision.");
    if (ACCEPTS_OR_REFUSES.has(event.type)) ownOrOpen(suggestionsOf(event), user, input.state);
    if (event.type === "undone" || event.type === "redone")
      ownOnly(event.of, user, moves ? all : held.events);
    if ("label" in event) terms.guard("label", event.label);
    if (event.type === "accepted-together")
      for (const label of new Set(event.parts.map((p) => p.label))) terms.guard("label", label);
    if ("note" in event) terms.guard("reason", event.note);
    if (moves) {
      if (event.type === "undone" && !stacksOf(all).undo.includes(event.of))
        throw new Refusal("bad-arguments", "There is no such decision to undo.");
      if (event.type === "redone" && !stacksOf(all).redo.includes(event.of))
        throw new Refusal("bad-arguments", "There is no such decision to redo.");
      all.push({ seq: ++seq, at: "", by: user.id, event });
    }
  }
}

const ACCEPTS_OR_REFUSES = new Set(["accepted", "accepted-together", "refused"]);

/** The second person does not decide another's place anew in silence: that is overruling, with a reason. */
function ownOrOpen(ids: readonly string[], user: CaseUser, state: () => ReviewState): void {
  if (user.role !== "reviewer") return;
  const { verdicts } = state();
  for (const id of ids) {
    const by = verdicts.get(id)?.by;
    if (by && by !== user.id)
      throw new Refusal(
        "not-allowed",
        "Another person decided this place. It can be overruled, with a reason.",
      );
  }
}

/** Nobody takes back another's decision with a key press. */
function ownOnly(seq: number, user: CaseUser, events: readonly StoredEvent[]): void {
  const by = events.find((e) => e.seq === seq)?.by;
  if (by !== undefined && by !== user.id)
    throw new Refusal(
      "not-allowed",
      "This decision is another person's. It can be decided anew, but not undone by you.",
    );
}

function known(ids: readonly string[], test: (id: string) => boolean): void {
  if (!ids.every(test))
    throw new Refusal(
      "not-found",
      "A place of this decision is no longer there; the list was renewed meanwhile.",
    );
}
