// The way of a case from the analyst through the second person to a frozen plan. Every step is an act
// of one person, checked by the pure policy, stored insert-only, told to the trail in one transaction.
import { createHash } from "node:crypto";
import { spansOf } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { obstaclesToSign, type Obstacle } from "../../shared/policy/signoff.ts";
import {
  mayFollow,
  stageOf,
  type SignedDocument,
  type StageState,
  type Step,
  type StepRecord,
} from "../../shared/policy/stage.ts";
import { pictureStanding } from "../../shared/review/pictures.ts";
import type { WorkflowRows } from "../storage/workflow.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseDocuments } from "./case-documents.ts";
import type { CaseLooks } from "./case-looks.ts";
import type { CaseReview } from "./case-review.ts";

export interface WorkflowParts {
  readonly context: CaseContext;
  readonly rows: WorkflowRows;
  readonly documents: CaseDocuments;
  readonly review: CaseReview;
  readonly looks: CaseLooks;
  /** Questions of the motivated intruder that wait for an answer: told with every step. */
  readonly questionsLeft: () => number;
  /** Sentences of the register and the pair check that stop an export. */
  readonly blockers: () => readonly string[];
  /** Sentences where the case and its trail tell different stories, or the trail is broken. */
  readonly contradictions: () => readonly string[];
  /** Everybody ever in the case who goes by the same name as the person at the keyboard. */
  readonly namesakes: () => readonly string[];
}

export class CaseWorkflow {
  readonly #p: WorkflowParts;
  constructor(parts: WorkflowParts) {
    this.#p = parts;
  }

  stage(): StageState {
    return stageOf(this.#p.rows.steps());
  }

  history() {
    return this.#p.rows.steps();
  }

  obstacles(): readonly Obstacle[] {
    const { context, rows, looks } = this.#p;
    const { stage, submittedBy } = this.stage();
    return obstaclesToSign({
      user: { ...context.user, namesakes: this.#p.namesakes() },
      stage,
      submittedBy,
      documents: this.#toPublish().map((d) => looks.document(d.id)),
      openComments: rows.comments().filter((c) => c.resolved_at === null).length,
    });
  }

  /** Whether the signature that stands could have been given, by what the case holds: R1, R2 once more. */
  signedAmiss(): readonly string[] {
    const { context, looks } = this.#p;
    const { signed, submittedBy } = this.stage();
    const signer = signed && context.rows.users.all().find((u) => u.id === signed.by);
    if (!signer) return [];
    const found = obstaclesToSign({
      user: signer,
      stage: "submitted",
      submittedBy,
      documents: this.#toPublish().map((d) => looks.document(d.id, signer.id)),
      openComments: 0,
    });
    return found.some(({ code }) => OF_THE_SIGNER.has(code))
      ? ["The signature that stands is of somebody who decided, or who had not seen all of it."]
      : [];
  }

  /** The analyst hands the case to the second person. */
  submit(): void {
    const { context, review } = this.#p;
    if (context.user.role !== "analyst")
      throw new Refusal("not-allowed", "The analyst hands the case over.");
    const published = this.#toPublish();
    const undecided = published.reduce((n, d) => n + review.state(d.id).counts.undecided, 0);
    if (published.length === 0)
      throw new Refusal("not-allowed", "There is no document to hand over.");
    if (undecided > 0)
      throw new Refusal(
        "not-allowed",
        `${undecided.toLocaleString("en-GB")} suggestions are still undecided.`,
      );
    // The second person cannot decide about a picture: they would be left with no way on.
    const pictures = published.reduce((n, { id }) => {
      const state = review.state(id);
      const all = this.#p.documents.part(id, "pictures");
      return n + all.filter((p) => pictureStanding(p, state) === "waiting").length;
    }, 0);
    if (pictures > 0)
      throw new Refusal(
        "not-allowed",
        `${pictures} ${pictures === 1 ? "picture waits" : "pictures wait"} for a decision.`,
      );
    const [blocker] = this.#p.blockers();
    if (blocker) throw new Refusal("not-allowed", blocker);
    this.#step("submitted", {}, () =>
      context.trail.append({
        kind: "review.submitted",
        data: { documents: published.length, questionsLeft: this.#p.questionsLeft() },
      }),
    );
  }

  /** The second person asks for changes and says why. */
  sendBack(reason: string): void {
    const { context, rows, review } = this.#p;
    if (context.user.role !== "reviewer")
      throw new Refusal("not-allowed", "Only the second reviewer sends a case back.");
    review.terms.guard("reason", reason);
    const comments = rows.comments().filter((c) => c.resolved_at === null).length;
    this.#step("sent-back", { reason }, () =>
      context.trail.append({ kind: "review.sentBack", data: { reason, comments } }),
    );
  }

  /** R1, R2. Freezes the plan of every document. */
  sign(): StageState {
    const { context } = this.#p;
    const [obstacle] = this.obstacles();
    if (obstacle) throw new Refusal("not-allowed", obstacle.message, obstacle.page);
    const [blocker] = this.#p.blockers();
    if (blocker) throw new Refusal("not-allowed", blocker);
    refuseContradictions(this.#p.contradictions());
    const documents = this.plans();
    const plan = hashOf(context.id, documents);
    const signature = context.sign(`candour sign-off 1\n${context.id}\n${plan}`);
    this.#step("signed", { documents: [...documents], plan, signature }, () =>
      context.trail.append({
        kind: "review.signed",
        data: { plan, documents: [...documents], questionsLeft: this.#p.questionsLeft() },
      }),
    );
    return this.stage();
  }

  /** Opens a signed or submitted case for changes again; a signature is void from then on. */
  reopen(reason: string): void {
    const { context, review } = this.#p;
    if (context.user.role === "publisher")
      throw new Refusal("not-allowed", "The analyst or the second reviewer opens a case again.");
    review.terms.guard("reason", reason);
    const { signed } = this.stage();
    this.#step("reopened", { reason }, () =>
      context.trail.append({
        kind: "review.reopened",
        data: { reason, voids: signed?.data.plan ?? null },
      }),
    );
  }

  /** What would be signed now: every document to be published with the hash of its plan. */
  plans(): readonly SignedDocument[] {
    const { documents, review } = this.#p;
    return this.#toPublish().map((d) => {
      const plan = review.plan(d.id);
      const original = documents.nameOf(d.sha256);
      return { document: d.id, original, plan: plan.hash, marks: spansOf(plan.marks).length };
    });
  }

  #toPublish() {
    return this.#p.documents.list().filter((d) => d.role !== "earlier-version");
  }

  #step(step: Step, data: StepRecord["data"], tell: () => void): void {
    const { context, rows } = this.#p;
    const { stage } = this.stage();
    if (!mayFollow(stage, step))
      throw new Refusal("not-allowed", `That cannot be done now: the case is ${inWords[stage]}.`);
    context.db.write(() => {
      rows.addStep({ step, at: context.now(), by: context.user.id, data });
      tell();
    });
    context.remember();
  }
}

const OF_THE_SIGNER: ReadonlySet<string> = new Set([
  "role",
  "submitted",
  "decided",
  "unseen-refusals",
  "unseen-pages",
  "unseen-pictures",
]);

/** Nothing is signed or released on the word of tables that were changed beside the trail (A2). */
export function refuseContradictions([contradiction]: readonly string[]): void {
  if (contradiction === undefined) return;
  throw new Refusal(
    "not-allowed",
    `The case was changed beside its trail, so nothing is signed or released. ${contradiction}`,
  );
}

const inWords = {
  reviewing: "still being reviewed",
  submitted: "with the second person",
  "sent-back": "sent back to the analyst",
  signed: "signed and frozen",
} as const;

function hashOf(caseId: string, documents: readonly SignedDocument[]): string {
  const lines = documents.map((d) => `${d.document} ${d.original} ${d.plan} ${d.marks}`).sort();
  return createHash("sha256")
    .update(`candour plan of a case 1\n${caseId}\n${lines.join("\n")}`)
    .digest("hex");
}
