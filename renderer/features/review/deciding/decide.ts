// The decisions an analyst makes, as events to append. Each act works on the chosen place (or its
// group), says what it did, and moves on to the next undecided place.
import { t } from "i18next";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { suggestionsOf, type ReviewEvent } from "../../../../shared/review/events.ts";
import { useSession } from "../../../app/session.ts";
import { dismiss, say } from "../../../app/notices.ts";
import { acceptance } from "./acceptance.ts";
import { passes } from "./filters.ts";
import { nextUndecided } from "./follow.ts";
import type { Group, Place } from "./places.ts";
import { placesFor, type Scope } from "./label-scope.ts";
import { inSearch, select } from "./select.ts";
import { append, useReview, type Review } from "../store.ts";
import { redoStep, undoStep } from "./undo-steps.ts";
import { useView } from "../view.ts";

const chosen = (review: Review): Place | null => {
  const id = useView.getState().selected;
  return id === null ? null : (review.index.byId.get(id) ?? null);
};

const groupOf = (review: Review, place: Place | null): Group | null =>
  place ? (review.index.groupById.get(place.group) ?? null) : null;

/**
 * Moves to the next undecided place; says how far the review has come. What was searched for is gone
 * through, and not left when all of it is decided.
 */
function moveOn(from: string | null, spoken: string): void {
  const { index, state } = useReview.getState();
  const { filter } = useView.getState();
  const found = inSearch();
  const inFilter = (p: Place): boolean =>
    found(p) && ((filter !== "check" && filter !== "unexplained") || passes(p, filter));
  const next = nextUndecided(index, from, 1, inFilter) ?? nextUndecided(index, from, 1, found);
  const { total, undecided } = state.counts;
  say(t("review.said", { done: total - undecided, total, what: spoken }));
  if (next) select(next.id);
}

async function decide(
  make: (review: Review, place: Place) => { events: ReviewEvent[]; spoken: string } | null,
): Promise<void> {
  let from: string | null = null;
  let spoken = "";
  await append(
    (review) => {
      const place = chosen(review);
      const made = place ? make(review, place) : null;
      if (!place || !made) return [];
      from = place.id;
      spoken = made.spoken;
      return made.events;
    },
    () => moveOn(from, spoken),
  );
}

export const accept = (): Promise<void> =>
  decide((_, place) =>
    place.standing === "drawn" || place.standing === "accepted"
      ? null
      : { events: acceptance([place]), spoken: t("review.saidAccepted") },
  );

/** Places "accept all" takes: the whole group without those already taken or refused on purpose. */
export const acceptable = (group: Group): readonly Place[] =>
  group.places.filter((p) => p.standing === "undecided");

export const acceptAll = (): Promise<void> =>
  decide((review, place) => {
    const places = acceptable(groupOf(review, place)!);
    if (places.length === 0) return null;
    const spoken = t("review.saidAcceptedAll", { count: places.length });
    return { events: acceptance(places), spoken };
  });

/** Undecided places that detectors are sure of; what is to be checked waits for a person. */
export const suggested = (review: Review): readonly Place[] =>
  review.index.places.filter((p) => p.standing === "undecided" && p.tier === "suggested");

/** Takes everything of tier "suggested" in the document at once. */
export async function acceptSuggested(): Promise<void> {
  let count = 0;
  await append(
    (review) => {
      const places = suggested(review);
      count = places.length;
      return acceptance(places);
    },
    () => moveOn(null, t("review.saidAcceptedAll", { count })),
  );
}

export const refuse = (note?: string): Promise<void> =>
  decide((_, place) => {
    if (place.standing === "refused") return null;
    const spoken = t("review.saidRefused");
    if (place.standing === "drawn")
      return { events: [{ type: "removed", mark: place.id }], spoken };
    return { events: [{ type: "refused", suggestions: [place.id], note }], spoken };
  });

/** Places "refuse everywhere" takes: every place of the group that is not refused yet. */
export const refusable = (group: Group): readonly Place[] =>
  group.places.filter((p) => p.standing === "undecided" || p.standing === "accepted");

export const refuseAll = (): Promise<void> =>
  decide((review, place) => {
    const places = refusable(groupOf(review, place)!);
    if (places.length === 0) return null;
    return {
      events: [{ type: "refused", suggestions: places.map((p) => p.id) }],
      spoken: t("review.saidRefusedAll", { count: places.length }),
    };
  });

export interface Labelling {
  readonly label: string | null;
  readonly reason: ReasonCode;
  readonly scope: Scope;
}

/** Gives a label; undecided places among them are accepted with it, because a label is a yes. */
export const relabel = ({ label, reason, scope }: Labelling): Promise<void> =>
  decide((review, place) => {
    const group = groupOf(review, place)!;
    const places = placesFor(group, place, scope);
    const taken = places.filter((p) => p.standing === "accepted" || p.standing === "drawn");
    const fresh = places.filter((p) => p.standing === "undecided" || p.standing === "refused");
    const events: ReviewEvent[] = [];
    if (fresh.length > 0)
      events.push({ type: "accepted", suggestions: fresh.map((p) => p.id), label, reason });
    if (taken.length > 0)
      events.push({ type: "labelled", targets: taken.map((p) => p.id), label, reason });
    return { events, spoken: t("review.saidLabelled", { count: places.length }) };
  });

/** The page in view is sealed whatever the burner thinks, or no longer. */
export async function sealPage(): Promise<void> {
  const { page } = useView.getState();
  let sealed = false;
  await append(({ state }) => {
    sealed = !state.sealedPages.has(page);
    return [{ type: "page-sealed", page, sealed }];
  });
  say(t(sealed ? "review.saidSealed" : "review.saidUnsealed", { page }));
}

/** Says why a refused place stays readable; the refusal stands as it was. */
export async function giveReason(place: Place, note: string): Promise<void> {
  await append(() => [{ type: "refused", suggestions: [place.id], note }]);
}

/** The second reviewer decides in the analyst's place, with a reason that stands in the trail. */
export async function overrule(place: Place, note: string): Promise<void> {
  const decision = place.standing === "refused" ? "accepted" : "refused";
  const { label, reason } = place;
  await append(() => [
    { type: "overruled", suggestions: [place.id], decision, label, reason, note },
  ]);
  say(t("signoff.overruled"));
}

/** Undo and redo return to the item they changed. */
async function step(type: "undone" | "redone"): Promise<void> {
  let of = 0;
  const stored = await append(({ events, acts }) => {
    const by = useSession.getState().open?.user.id ?? "";
    const seqs = type === "undone" ? undoStep(events, acts, by) : redoStep(events, acts, by);
    of = seqs.at(-1) ?? 0;
    return seqs.map((seq) => ({ type, of: seq }));
  });
  if (stored.length === 0) {
    say(t(type === "undone" ? "review.nothingToUndo" : "review.nothingToRedo"));
    return;
  }
  // What was said of it is so no more.
  dismiss();
  const { events, index } = useReview.getState();
  const event = events.find((e) => e.seq === of)?.event;
  const id = event ? subjectOf(event) : null;
  if (id && index.byId.has(id)) select(id);
  say(t(type === "undone" ? "review.saidUndone" : "review.saidRedone"));
}

function subjectOf(event: ReviewEvent): string | null {
  const [first] = suggestionsOf(event);
  if (first !== undefined) return first;
  if ("targets" in event) return event.targets[0] ?? null;
  if ("target" in event) return event.target;
  if ("mark" in event) return event.mark;
  return null;
}

export const undo = (): Promise<void> => step("undone");
export const redo = (): Promise<void> => step("redone");
