// Suggestions of an open case. Running detection again renews what was found, keeps ids by place, keeps
// everything anybody ever decided about, and is silent about what lies inside a place already refused.
import type { Finding, Suggestion } from "../../shared/detect/model.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { DocumentId, SuggestionId } from "../../shared/model/ids.ts";
import type { ReviewState } from "../../shared/review/state.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseReview } from "./case-review.ts";

export type Found = Finding & { readonly rects: readonly Rect[] };

export class CaseSuggestions {
  readonly #c: CaseContext;
  readonly #review: CaseReview;
  constructor(context: CaseContext, review: CaseReview) {
    this.#c = context;
    this.#review = review;
  }

  list(document: string): readonly Suggestion[] {
    return this.#review.suggestions(document);
  }

  /**
   * A whole run's findings: replaces what was found before. Answers all suggestions of the document.
   * @param first nothing but some pages was looked through before: all it found is told as found now
   */
  replace(
    document: string,
    found: readonly Found[],
    { first = false }: { readonly first?: boolean } = {},
  ): readonly Suggestion[] {
    return this.#put(document, found, first ? "first" : "whole");
  }

  /** Some pages' findings while a run goes on. Answers those that are new or renewed. */
  add(document: string, found: readonly Found[]): readonly Suggestion[] {
    return this.#put(document, found, "part");
  }

  #put(
    document: string,
    found: readonly Found[],
    run: "part" | "whole" | "first",
  ): readonly Suggestion[] {
    const { db, rows, trail, newId } = this.#c;
    // Removed from the case while it was looked through.
    if (!rows.documents.get(document)) return [];
    const before = new Map(this.list(document).map((s) => [place(s), s]));
    const decided = this.#review.everNamed(document);
    const hush = refusedPlaces(this.list(document), this.#review.state(document));
    const tally = { added: 0, kept: 0, gone: 0, silent: 0 };
    const categories: Record<string, number> = {};
    const detectors: Record<string, string> = {};
    const stored: Suggestion[] = [];

    db.write(() => {
      for (const f of onePerPlace(found)) {
        const known = before.get(place(f));
        if (!known && hush(f)) {
          tally.silent++;
          continue;
        }
        const id = known?.id ?? (newId() as SuggestionId);
        const suggestion = { ...f, id, documentId: document as DocumentId };
        rows.suggestions.put(suggestion);
        stored.push(suggestion);
        before.delete(place(f));
        tally[known && run !== "first" ? "kept" : "added"]++;
        categories[f.category] = (categories[f.category] ?? 0) + 1;
        detectors[f.detector.slice(0, 80)] = f.version.slice(0, 40);
      }
      if (run === "part") return;
      for (const s of before.values())
        if (!decided.has(s.id)) {
          rows.suggestions.remove(s.id);
          tally.gone++;
        } else tally.kept++;
      // A run that found the same again is no transition.
      if (tally.added + tally.gone === 0 && tally.kept > 0) return;
      trail.append({
        kind: "suggestions.found",
        document,
        data: { ...tally, categories, detectors },
      });
    });
    this.#review.forget(document);
    return run === "part" ? stored : this.list(document);
  }
}

const place = (s: { page: number; start: number; end: number }) => `${s.page}:${s.start}:${s.end}`;

/** Two findings of one place: the more certain one speaks for it. */
function onePerPlace(found: readonly Found[]): Iterable<Found> {
  const best = new Map<string, Found>();
  for (const f of found) {
    const other = best.get(place(f));
    if (!other || rank(f) > rank(other)) best.set(place(f), f);
  }
  return best.values();
}

const rank = (f: Found) => (f.tier === "suggested" ? 1 : 0) + f.score;

/** True for a finding inside a place that a person looked at and left readable. */
function refusedPlaces(
  suggestions: readonly Suggestion[],
  state: ReviewState,
): (f: Found) => boolean {
  const byPage = new Map<number, Suggestion[]>();
  for (const s of suggestions)
    if (state.verdicts.get(s.id)?.state === "refused")
      byPage.set(s.page, [...(byPage.get(s.page) ?? []), s]);
  return (f) => (byPage.get(f.page) ?? []).some((s) => s.start <= f.start && f.end <= s.end);
}
