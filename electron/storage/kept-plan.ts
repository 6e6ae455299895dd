// The plan that stands beside an export must be the one that the export goes by: corrections and readers'
// keys are made from it, and the trail tells only its name (A2).
import { createHash } from "node:crypto";
import { planHashInput } from "../../shared/review/plan.ts";
import type { NameKey } from "./name-key.ts";

type Plan = {
  readonly marks: Parameters<typeof planHashInput>[0];
  readonly sealedPages: readonly number[];
};

/** @returns the name of the plan that is kept; null where it is another, or none */
export function keptPlan(
  { plan, plan_hash: name }: Readonly<Record<string, unknown>>,
  names: NameKey,
): unknown {
  try {
    const { marks, sealedPages } = JSON.parse(String(plan)) as Plan;
    const hash = createHash("sha256").update(planHashInput(marks, sealedPages)).digest("hex");
    return names.nameOf("plan", hash) === name ? name : null;
  } catch {
    return null;
  }
}
