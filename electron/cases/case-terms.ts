// The guard before everything people type into a case: labels, notes, reasons, comments. It refuses
// words that hold a detail of the case, showing the detail to the person who typed it (A3).
import { TermIndex, type TermSource } from "../../shared/audit/terms.ts";
import type { Category, Suggestion } from "../../shared/detect/model.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { ReviewState } from "../../shared/review/state.ts";

/** Classes whose words are too common to forbid ("11 months", "sister"). */
const COMMON = new Set<Category>(["age", "demographic", "quantity", "misc", "explicit", "date"]);

export interface TermInput {
  readonly suggestions: readonly Suggestion[];
  readonly state: ReviewState;
  /** Texts under drawn marks. */
  readonly drawn: readonly string[];
}

export class CaseTerms {
  readonly #documents: () => readonly TermInput[];
  readonly #names: () => readonly string[];
  #index: TermIndex | undefined;

  /** @param names of people in the register and texts of the deny list */
  constructor(documents: () => readonly TermInput[], names: () => readonly string[]) {
    this.#documents = documents;
    this.#names = names;
  }

  /** Something was found, decided or registered: the index is made anew when next needed. */
  changed(): void {
    this.#index = undefined;
  }

  /** A decision that can only add terms: cheaper than making the index anew. */
  learn(suggestions: Iterable<Suggestion>, drawn: Iterable<string>): void {
    if (!this.#index) return;
    for (const s of suggestions) if (tells(s)) this.#index.add(sourceOf(s));
    for (const text of drawn) this.#index.add({ text, name: false });
  }

  /** @throws Refusal not-allowed that shows the detail. */
  guard(what: string, typed: string | null | undefined): void {
    if (!typed || typed.trim() === "") return;
    const term = this.index().find(typed);
    if (term !== undefined)
      throw new Refusal(
        "not-allowed",
        `The ${what}${what === "label" ? ` “${typed}”` : ""} holds “${term}”, a detail of this case. Please say it without; nothing was saved.`,
      );
  }

  index(): TermIndex {
    return (this.#index ??= new TermIndex(this.#sources()));
  }

  *#sources(): Generator<TermSource> {
    for (const name of this.#names()) yield { text: name, name: true };
    for (const { suggestions, state, drawn } of this.#documents()) {
      for (const text of drawn) yield { text, name: false };
      for (const s of suggestions) if (secret(s, state)) yield sourceOf(s);
    }
  }
}

function secret(s: Suggestion, state: ReviewState): boolean {
  const standing = state.verdicts.get(s.id)?.state ?? "undecided";
  if (standing === "refused") return false;
  if (!tells(s)) return false;
  return (
    standing === "accepted" ||
    s.category === "date" ||
    (s.tier === "suggested" && s.identifier === "direct")
  );
}

/** False for words too common to forbid; a whole date ("9 March 2009") is none of them. */
function tells(s: Suggestion): boolean {
  if (!COMMON.has(s.category)) return true;
  return s.category === "date" && /\d.*\p{L}{3}.*\d{4}|\d\D\d+\D\d/u.test(s.text);
}

function sourceOf(s: Suggestion): TermSource {
  return { text: s.text, name: s.category === "person" };
}
