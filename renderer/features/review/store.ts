// The one review that is open: suggestions, events as stored, and what is derived from them. It
// owns loading and appending; decisions themselves are made in decide.ts. Nothing is shown as
// decided before the side with power has stored it.
import { create } from "zustand";
import type { Suggestion } from "../../../shared/detect/model.ts";
import type { PageGeometry, Picture } from "../../../shared/model/page.ts";
import type { ReviewEvent, StoredEvent } from "../../../shared/review/events.ts";
import { project } from "../../../shared/review/project.ts";
import type { ReviewState } from "../../../shared/review/state.ts";
import type { ViewState } from "../../../shared/ipc/review.ts";
import { ask, listen } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { refreshCase } from "../../app/session.ts";
import type { Acts } from "./deciding/undo-steps.ts";
import { indexOf, type Index } from "./deciding/places.ts";

export type NamedPicture = Picture & { readonly id: string };

export interface Review {
  readonly document: string | null;
  readonly pages: readonly PageGeometry[];
  readonly suggestions: readonly Suggestion[];
  readonly events: readonly StoredEvent[];
  /** Which decisions of this session were taken in one act. */
  readonly acts: Acts;
  readonly pictures: readonly NamedPicture[];
  readonly state: ReviewState;
  readonly index: Index;
  /** Where the analyst was when the review was last left. */
  readonly startView: ViewState | null;
  readonly complete: boolean;
  readonly phase: "loading" | "ready" | "failed";
  readonly savedAt: string | null;
}

const NOTHING = project([], []);
const EMPTY: Review = {
  document: null,
  pages: [],
  suggestions: [],
  events: [],
  acts: new Map(),
  pictures: [],
  state: NOTHING,
  index: indexOf([], NOTHING),
  startView: null,
  complete: false,
  phase: "loading",
  savedAt: null,
};

export const useReview = create<Review>(() => EMPTY);
const set = useReview.setState;
const get = useReview.getState;

function derived(
  suggestions: readonly Suggestion[],
  events: readonly StoredEvent[],
): Pick<Review, "suggestions" | "events" | "state" | "index" | "savedAt"> {
  const state = project(suggestions, events);
  return {
    suggestions,
    events,
    state,
    index: indexOf(suggestions, state),
    savedAt: events.at(-1)?.at ?? null,
  };
}

/** All that is known of a document now. */
async function load(document: string) {
  const [answer, pages, pictures] = await Promise.all([
    ask("review.load", { document }),
    ask("documents.geometry", { document }),
    ask("documents.pictures", { document }),
  ]);
  return { answer, shown: { ...derived(answer.suggestions, answer.events), pages, pictures } };
}

/** @param beforeShown told the saved view before anything of the review is drawn */
export async function openReview(
  document: string,
  beforeShown: (saved: ViewState | null) => void,
): Promise<void> {
  set({ ...EMPTY, document });
  try {
    const { answer, shown } = await load(document);
    if (get().document !== document) return;
    beforeShown(answer.view);
    set({
      ...shown,
      startView: answer.view,
      complete: answer.complete,
      phase: "ready",
    });
  } catch (error) {
    if (get().document === document) set({ phase: "failed" });
    throw error;
  }
}

export function closeReview(): void {
  set(EMPTY);
  void refreshCase();
}

/** Suggestions that arrive while pages are still being read; a finished run may replace earlier ones. */
export function listenForSuggestions(onAdded: () => void): () => void {
  return listen("suggestions.added", ({ document, suggestions, complete }) => {
    const review = get();
    if (review.document !== document || review.phase !== "ready") return;
    if (complete) {
      attempt(() => reload(document, onAdded));
      return;
    }
    // What is known of a person may change with every page that is read.
    const told = new Map(suggestions.map((s) => [s.id, s]));
    const renewed = review.suggestions.map((s) => told.get(s.id) ?? s);
    const known = new Set(review.suggestions.map((s) => s.id));
    const fresh = suggestions.filter((s) => !known.has(s.id));
    set(derived([...renewed, ...fresh], review.events));
    onAdded();
  });
}

async function reload(document: string, onAdded: () => void): Promise<void> {
  const { shown } = await load(document);
  if (get().document !== document) return;
  set({ ...shown, complete: true });
  onAdded();
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes decisions one after another: `make` sees the review with everything before it stored,
 * so that quick keys never decide the same place twice. An empty answer appends nothing.
 * `after` is called in the same breath as the change is shown, so that both are drawn once.
 */
export function append(
  make: (review: Review) => readonly ReviewEvent[],
  after?: () => void,
): Promise<readonly StoredEvent[]> {
  const next = queue.then(async () => {
    const before = get();
    const { document } = before;
    if (!document || before.phase !== "ready") return [];
    const events = make(before);
    if (events.length === 0) return [];
    const stored = await ask("review.append", { document, events: [...events] });
    const now = get();
    if (now.document === document) {
      const acts = new Map(now.acts);
      for (const { seq } of stored) acts.set(seq, stored[0]!.seq);
      set({ ...derived(now.suggestions, [...now.events, ...stored]), acts });
      after?.();
    }
    return stored;
  });
  queue = next.catch(() => undefined);
  return next;
}
