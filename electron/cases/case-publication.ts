// What becomes of a reviewed case: comments on the way, the decision on publication, releases and
// recalls, how long the case is kept. Typed words are guarded before they are stored.
import { Refusal } from "../../shared/model/refusal.ts";
import { planMarkSchema, type PlanMark } from "../../shared/model/plan.ts";
import {
  allowsPublication,
  publicationDates,
  publicationDecisionSchema,
  type PublicationDates,
  type PublicationDecision,
} from "../../shared/policy/publication.ts";
import { diffPlans, type PlanDiff } from "../../shared/policy/schedule.ts";
import { isDay, type Day } from "../../shared/policy/working-days.ts";
import { z } from "zod";
import type { ExportRows, ReleaseRow } from "../storage/exports.ts";
import type { CommentRow, DecisionRow, WorkflowRows } from "../storage/workflow.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseTerms } from "./case-terms.ts";
import type { CaseWorkflow } from "./case-workflow.ts";

const KEEP = "keep-until";
const planSchema = z.object({ marks: z.array(planMarkSchema) });

export interface NewComment {
  readonly document: string;
  readonly target: string | null;
  readonly page: number | null;
  readonly text: string;
}

export interface PublicationParts {
  readonly context: CaseContext;
  readonly rows: WorkflowRows;
  readonly exports: ExportRows;
  readonly workflow: CaseWorkflow;
  readonly terms: CaseTerms;
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
    if (!context.rows.documents.get(c.document))
      throw new Refusal("not-found", "This document is not in the case.");
    const id = context.newId();
    context.db.write(() => {
      rows.addComment({ ...c, id, at: context.now(), by: context.user.id });
      context.trail.append({
        kind: "comment.made",
        document: c.document,
        page: c.page,
        data: { comment: id, target: c.target },
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
    terms.guard("ground", d.ground);
    terms.guard("evidence", d.evidence);
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

  releases(): readonly ReleaseRow[] {
    return this.#p.exports.releases();
  }

  /** Sentences between an export and its release; empty where it may go out on `today`. */
  obstaclesToRelease(exportId: string, today: Day): readonly string[] {
    const made = this.#export(exportId);
    const found: string[] = [];
    const signed = this.#p.workflow.stage().signed;
    const document = signed?.data.documents?.find((d) => d.document === made.document);
    if (!document) found.push("No second person has signed what this export was made from.");
    else if (document.plan !== made.plan_hash)
      found.push("This export was not made from the plan that was signed. Please burn it again.");
    const decision = this.decision();
    if (!decision) found.push("No decision on publication is recorded.");
    else if (!allowsPublication(decision.decision.kind))
      found.push("The decision that stands is to withhold or delay.");
    else {
      const { publishOn } = decision.decision;
      const { earliest } = decision.dates;
      if (!earliest) found.push("No day is recorded on which notice of publication was given.");
      else if (today < earliest)
        found.push(`The notice of seven working days has not run yet: not before ${earliest}.`);
      if (publishOn && today < publishOn) found.push(`Publication is planned for ${publishOn}.`);
    }
    return found;
  }

  release(input: {
    readonly export: string;
    readonly to: string;
    readonly note: string | null;
    readonly supersedes: string | null;
    readonly today: Day;
  }): ReleaseRow {
    const { context, exports, terms } = this.#p;
    if (context.user.role !== "publisher")
      throw new Refusal("not-allowed", "The publisher releases an export.");
    const [obstacle] = this.obstaclesToRelease(input.export, input.today);
    if (obstacle) throw new Refusal("not-allowed", obstacle);
    terms.guard("recipient", input.to);
    terms.guard("note", input.note);
    if (input.supersedes && !this.releases().some((r) => r.id === input.supersedes))
      throw new Refusal("not-found", "The release to be replaced is not in the register.");
    const made = this.#export(input.export);
    const release: ReleaseRow = {
      id: context.newId(),
      export: input.export,
      at: context.now(),
      by: context.user.id,
      recipient: input.to,
      supersedes: input.supersedes,
      note: input.note,
      recalled_at: null,
      recall_reason: null,
    };
    context.db.write(() => {
      exports.addRelease(release);
      context.trail.append({
        kind: "release.recorded",
        document: made.document,
        data: {
          release: release.id,
          export: input.export,
          sha256: made.sha256,
          to: input.to,
          supersedes: input.supersedes,
          note: input.note,
        },
      });
    });
    return release;
  }

  recall(id: string, reason: string): void {
    const { context, exports, terms } = this.#p;
    const found = this.releases().find((r) => r.id === id);
    if (!found) throw new Refusal("not-found", "This release is not in the register.");
    if (found.recalled_at !== null) throw new Refusal("not-allowed", "It was recalled before.");
    terms.guard("reason", reason);
    context.db.write(() => {
      exports.recall(id, context.now(), reason);
      context.trail.append({
        kind: "release.recalled",
        document: this.#export(found.export).document,
        data: { release: id, reason },
      });
    });
  }

  /** What a later export burns otherwise than an earlier one of the same document. */
  diff(before: string, after: string): PlanDiff {
    const [a, b] = [this.#export(before), this.#export(after)];
    if (a.document !== b.document)
      throw new Refusal("bad-arguments", "These exports are of two different documents.");
    return diffPlans(marksOf(a.plan), marksOf(b.plan));
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

  #export(id: string) {
    const found = this.#p.exports.get(id);
    if (!found) throw new Refusal("not-found", "This export is not in the case.");
    return found;
  }
}

function marksOf(plan: unknown): readonly PlanMark[] {
  return planSchema.parse(plan).marks as readonly PlanMark[];
}
