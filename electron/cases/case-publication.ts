// What becomes of a reviewed case: comments on the way, the decision on publication, how long the case is kept. Typed words are guarded before they are stored.
import { sealedComment } from "../audit/edited-decisions.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import {
  deniesMarks,
  publicationDates,
  publicationDecisionSchema,
  type PublicationDates,
  type PublicationDecision,
} from "../../shared/policy/publication.ts";
import { isDay, type Day } from "../../shared/policy/working-days.ts";
import { z } from "zod";
import type { CommentRow, DecisionRow, WorkflowRows } from "../storage/workflow.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseReview } from "./case-review.ts";
import type { CaseTerms } from "./case-terms.ts";

const KEEP = "keep-until";

export interface NewComment {
  readonly document: string;
  readonly target: string | null;
  readonly page: number | null;
  readonly text: string;
}

export interface PublicationParts {
  readonly context: CaseContext;
  readonly rows: WorkflowRows;
  readonly terms: CaseTerms;
  readonly review: Pick<CaseReview, "isPlace" | "state">;
}

export class CasePublication {
  readonly #p: PublicationParts;
  constructor(parts: PublicationParts) {
    this.#p = parts;
  }

  comments(): readonly CommentRow[] {
    return this.#p.rows.comments();
  }

  comment(c: NewComment): void {
    const { context, rows, terms } = this.#p;
    terms.guard("comment", c.text);
    const document = context.rows.documents.get(c.document);
    if (!document) throw new Refusal("not-found", "This document is not in the case.");
    // Both are told to the trail: neither may be made up.
    if (c.page !== null && c.page > document.pages)
      throw new Refusal("bad-arguments", `The document has no page ${c.page}.`);
    if (c.target !== null && !this.#p.review.isPlace(c.document, c.target))
      throw new Refusal("not-found", "The place of this comment is not in the document.");
    const [id, at] = [context.newId(), context.now()];
    const text = context.termKey.sealOf("comment", sealedComment({ id, text: c.text, at }));
    context.db.write(() => {
      rows.addComment({ ...c, id, at, by: context.user.id });
      context.trail.append({
        kind: "comment.made",
        document: c.document,
        page: c.page,
        data: { comment: id, target: c.target, ...(text && { text }) },
      });
    });
  }

  resolve(id: string): void {
    const { context, rows } = this.#p;
    const found = this.comments().find((c) => c.id === id);
    if (!found) throw new Refusal("not-found", "There is no such comment.");
    if (found.resolved_at !== null) return;
    context.db.write(() => {
      rows.resolveComment(id, context.now(), context.user.id);
      context.trail.append({
        kind: "comment.resolved",
        document: found.document,
        page: found.page,
        data: { comment: id },
      });
    });
  }

  decisions(): readonly DecisionRow[] {
    return this.#p.rows.decisions();
  }

  /** The decision that stands, with its dates. */
  decision(): (DecisionRow & { readonly dates: PublicationDates }) | null {
    const last = this.decisions().at(-1);
    return last ? { ...last, dates: publicationDates(last.decision) } : null;
  }

  decide(input: PublicationDecision): void {
    const { context, rows, terms } = this.#p;
    if (context.user.role !== "publisher")
      throw new Refusal("not-allowed", "The publisher records the decision on publication.");
    const parsed = publicationDecisionSchema.safeParse(input);
    if (!parsed.success)
      throw new Refusal(
        "bad-arguments",
        parsed.error.issues[0]?.message ?? "The decision is incomplete.",
      );
    const d = parsed.data;
    const marks = context.rows.documents
      .all()
      .filter(({ role }) => role !== "earlier-version")
      .reduce((n, { id }) => n + this.#p.review.state(id).marks.length, 0);
    if (deniesMarks(d.kind, marks))
      throw new Refusal(
        "not-allowed",
        "Places are removed in this case: it is published in full, redacted.",
      );
    terms.guard("ground", d.ground);
    terms.guard("evidence", d.evidence);
    terms.guard("name of who decided", d.decidedBy);
    context.db.write(() => {
      rows.addDecision(context.now(), context.user.id, d);
      context.trail.append({
        kind: "publication.decided",
        data: {
          decision: d.kind,
          ground: d.ground,
          evidence: d.evidence,
          decidedBy: d.decidedBy,
          publishOn: d.publishOn,
          reviewOn: d.reviewOn,
          noticeGivenOn: d.noticeGivenOn,
        },
      });
    });
  }

  /** Day until which the case is kept; null where none is set. */
  keepUntil(): Day | null {
    return this.#p.context.rows.settings.get(KEEP, z.string()) ?? null;
  }

  setKeepUntil(until: Day): void {
    if (!isDay(until)) throw new Refusal("bad-arguments", "This is not a day.");
    const { context } = this.#p;
    context.db.write(() => {
      context.rows.settings.set(KEEP, until);
      context.trail.append({ kind: "retention.set", data: { until } });
    });
  }

  /** Destroys the key by which entries about one term can be compared; the file is written anew. */
  destroyTermKey(reason: string): void {
    const { context, terms } = this.#p;
    terms.guard("reason", reason);
    context.db.write(() => {
      context.termKey.destroy();
      context.trail.append({ kind: "terms.destroyed", data: { reason } });
    });
    context.db.vacuum();
  }
}
