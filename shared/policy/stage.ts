// Where a case stands, as the projection of its steps. Pure. Signing freezes; reopening voids the
// signature and says why; nothing is ever taken back from the list of steps.
import { z } from "zod";

export const STEPS = ["submitted", "sent-back", "signed", "reopened"] as const;
export type Step = (typeof STEPS)[number];

const hex256 = z.string().regex(/^[0-9a-f]{64}$/u);
const signedDocumentSchema = z.object({
  document: z.string(),
  /** SHA-256 of the original. */
  original: hex256,
  /** SHA-256 of the plan's canonical text. */
  plan: hex256,
  marks: z.int().min(0),
});
export type SignedDocument = z.infer<typeof signedDocumentSchema>;

export const stepDataSchema = z.object({
  /** Why it was sent back or reopened. */
  reason: z.string().optional(),
  /** What was signed. */
  documents: z.array(signedDocumentSchema).optional(),
  plan: hex256.optional(),
  /** The signer's Ed25519 signature over the plan, for the certificate. */
  signature: z.string().optional(),
});

export interface StepRecord {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly step: Step;
  readonly data: z.infer<typeof stepDataSchema>;
}

export type Stage = "reviewing" | "submitted" | "sent-back" | "signed";

export interface StageState {
  readonly stage: Stage;
  /** The signature that stands. */
  readonly signed: StepRecord | null;
  /** Who handed the case to the second person last. */
  readonly submittedBy: string | null;
  /** Last reason given on sending back or reopening. */
  readonly reason: string | null;
}

export function stageOf(steps: readonly StepRecord[]): StageState {
  let state: StageState = { stage: "reviewing", signed: null, submittedBy: null, reason: null };
  for (const s of steps) {
    if (s.step === "submitted")
      state = { stage: "submitted", signed: null, submittedBy: s.by, reason: null };
    else if (s.step === "sent-back")
      state = { ...state, stage: "sent-back", reason: s.data.reason ?? null };
    else if (s.step === "signed") state = { ...state, stage: "signed", signed: s, reason: null };
    else
      state = {
        stage: "reviewing",
        signed: null,
        submittedBy: null,
        reason: s.data.reason ?? null,
      };
  }
  return state;
}

/** How a plan of a document stands: signed now, signed once and reopened since, or never signed. */
export type Standing = "signed" | "reopened" | "draft";

/** @param plan hash of the plan */
export function standingOf(steps: readonly StepRecord[], document: string, plan: string): Standing {
  const holds = ({ data }: StepRecord) =>
    data.documents?.some((d) => d.document === document && d.plan === plan) === true;
  const { signed } = stageOf(steps);
  if (signed && holds(signed)) return "signed";
  return steps.some((s) => s.step === "signed" && holds(s)) ? "reopened" : "draft";
}

/** Steps that may follow a stage. */
export function mayFollow(stage: Stage, step: Step): boolean {
  if (step === "submitted") return stage === "reviewing" || stage === "sent-back";
  if (step === "sent-back" || step === "signed") return stage === "submitted";
  return stage === "signed" || stage === "submitted";
}
