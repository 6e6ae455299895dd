// The release register: what left the case, to whom, in place of what, and what was called back. Only
// an export of the signed plan, under a decision to publish whose notice has run, may be released.
import { z } from "zod";
import { planMarkSchema, type PlanMark } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { allowsPublication } from "../../shared/policy/publication.ts";
import { diffPlans, type PlanDiff } from "../../shared/policy/schedule.ts";
import type { Day } from "../../shared/policy/working-days.ts";
import type { ExportRows, ReleaseRow } from "../storage/exports.ts";
import type { CaseContext } from "./case-context.ts";
import type { CasePublication } from "./case-publication.ts";
import type { CaseTerms } from "./case-terms.ts";
import { refuseContradictions, type CaseWorkflow } from "./case-workflow.ts";

const planSchema = z.object({ marks: z.array(planMarkSchema) });

export interface ReleaseParts {
  readonly context: CaseContext;
  readonly exports: ExportRows;
  readonly workflow: CaseWorkflow;
  readonly publication: CasePublication;
  readonly terms: CaseTerms;
  /** Sentences of the register and the pair check. */
  readonly blockers: () => readonly string[];
  /** Sentences where the case and its trail tell different stories, or the trail is broken. */
  readonly contradictions: () => readonly string[];
}

export class CaseReleases {
  readonly #p: ReleaseParts;
  constructor(parts: ReleaseParts) {
    this.#p = parts;
  }

  list(): readonly ReleaseRow[] {
    return this.#p.exports.releases();
  }

  /** Sentences between an export and its release; empty where it may go out on `today`. */
  obstacles(exportId: string, today: Day): readonly string[] {
    const made = this.#export(exportId);
    const found: string[] = [];
    const signed = this.#p.workflow.stage().signed;
    const document = signed?.data.documents?.find((d) => d.document === made.document);
    if (!document) found.push("No second person has signed what this export was made from.");
    else if (document.plan !== made.plan_hash)
      found.push("This export was not made from the plan that was signed. Please burn it again.");
    const decision = this.#p.publication.decision();
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
    return [...found, ...this.#p.blockers()];
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
    const [obstacle] = this.obstacles(input.export, input.today);
    if (obstacle) throw new Refusal("not-allowed", obstacle);
    refuseContradictions(this.#p.contradictions());
    terms.guard("recipient", input.to);
    terms.guard("note", input.note);
    if (input.supersedes && !this.list().some((r) => r.id === input.supersedes))
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
    context.remember();
    return release;
  }

  recall(id: string, reason: string): void {
    const { context, exports, terms } = this.#p;
    const found = this.list().find((r) => r.id === id);
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
    return diffPlans(marksOfPlan(a.plan), marksOfPlan(b.plan));
  }

  #export(id: string) {
    const found = this.#p.exports.get(id);
    if (!found) throw new Refusal("not-found", "This export is not in the case.");
    return found;
  }
}

/** Marks of a plan as it was stored with its export. */
export function marksOfPlan(plan: unknown): readonly PlanMark[] {
  return planSchema.parse(plan).marks as readonly PlanMark[];
}
