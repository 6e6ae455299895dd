// What each person has really had on the screen, and what they still have to look at (R2). Looks are
// kept beside the last decision of their time, so that a later change asks for another look.
import { Refusal } from "../../shared/model/refusal.ts";
import { pageRanges } from "../../shared/audit/page-ranges.ts";
import { toSee, type Seen, type SignDocument, type ToSee } from "../../shared/policy/signoff.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseDocuments } from "./case-documents.ts";
import type { CaseReview } from "./case-review.ts";

/** More pages than a screen can show at once were not looked at. */
const AT_ONCE = 8;

export interface Look {
  readonly pages: readonly number[];
  readonly suggestions: readonly string[];
  readonly pictures: readonly string[];
}

export class CaseLooks {
  readonly #c: CaseContext;
  readonly #documents: CaseDocuments;
  readonly #review: CaseReview;

  constructor(context: CaseContext, documents: CaseDocuments, review: CaseReview) {
    this.#c = context;
    this.#documents = documents;
    this.#review = review;
  }

  /** What was really on the screen of the person at the keyboard. */
  see(document: string, look: Look): void {
    const review = this.#review;
    const documents = this.#documents;
    const d = documents.get(document);
    const pages = new Set(look.pages);
    if (pages.size > AT_ONCE || look.pages.some((p) => p > d.pages))
      throw new Refusal("bad-arguments", "So many pages cannot have been on the screen at once.");
    const pageOf = new Map(review.suggestions(document).map((s) => [s.id as string, s.page]));
    const pictureOn = new Map(documents.part(document, "pictures").map((p) => [p.id, p.page]));
    const shown = (item: string, on: ReadonlyMap<string, number>) => {
      const page = on.get(item);
      return page !== undefined && pages.has(page);
    };
    if (
      !look.suggestions.every((id) => shown(id, pageOf)) ||
      !look.pictures.every((id) => shown(id, pictureOn))
    )
      throw new Refusal("bad-arguments", "A place can only be seen together with its page.");
    const asOf = review.events(document).at(-1)?.seq ?? 0;
    const { db, user, now, rows, trail } = this.#c;
    db.write(() => {
      const at = now();
      for (const page of pages) rows.review.see(document, user.id, "page", String(page), asOf, at);
      for (const id of look.suggestions)
        rows.review.see(document, user.id, "suggestion", id, asOf, at);
      for (const id of look.pictures) rows.review.see(document, user.id, "picture", id, asOf, at);
      trail.append({
        kind: "review.seen",
        document,
        page: pages.size === 1 ? [...pages][0]! : null,
        data: {
          pages: pageRanges(pages),
          places: look.suggestions.length,
          pictures: look.pictures.length,
        },
      });
    });
  }

  /** What this person still has to look at; changed since their last look first. */
  toSee(document: string): readonly ToSee[] {
    return toSee(this.document(document));
  }

  /** A document as the policy of signing takes it, with what a person has seen: the one at the keyboard. */
  document(id: string, user: string = this.#c.user.id): SignDocument {
    const review = this.#review;
    const documents = this.#documents;
    const d = documents.get(id);
    return {
      id,
      name: d.name,
      pages: d.pages,
      ready: d.status === "ready",
      suggestions: review.suggestions(id),
      state: review.state(id),
      pictures: documents.part(id, "pictures"),
      seen: seenOf(this.#c, id, user),
    };
  }
}

function seenOf(context: CaseContext, document: string, user: string): Seen {
  const seen = {
    suggestions: new Map<string, number>(),
    pages: new Map<number, number>(),
    pictures: new Map<string, number>(),
  };
  for (const row of context.rows.review.seen(document)) {
    if (row.user !== user) continue;
    if (row.kind === "page") seen.pages.set(Number(row.item), row.as_of);
    else seen[row.kind === "suggestion" ? "suggestions" : "pictures"].set(row.item, row.as_of);
  }
  return seen;
}
