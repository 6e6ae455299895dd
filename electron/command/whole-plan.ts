// The plan of the headless command: the marks that were given, and those on heads and feet that
// repeat what they burn. Burning and verifying complete a plan alike.
import type { BurnReport } from "../../shared/model/burning.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { PlanToComplete } from "../burn/complete-plan.ts";
import type { WorkerClient } from "../workers/client.ts";
import { READ_CLOCK } from "./workers.ts";

export interface WholePlan {
  readonly marks: readonly PlanMark[];
  /** How many of them nobody gave. */
  readonly added: number;
  /** From 1, in order. */
  readonly pages: readonly number[];
}

/** @throws Refusal */
export async function wholePlan(worker: WorkerClient, given: PlanToComplete): Promise<WholePlan> {
  const added = await worker.run("completePlan", given, { clock: READ_CLOCK });
  const pages = [...new Set(added.map(({ page }) => page))].toSorted((a, b) => a - b);
  return { marks: [...given.marks, ...added], added: added.length, pages };
}

const MOST_PAGES_NAMED = 12;

/** The report with what was burnt beside the plan. */
export function withHeads(report: BurnReport, { added, pages }: WholePlan): BurnReport {
  if (added === 0) return report;
  const rest = pages.length - MOST_PAGES_NAMED;
  const named = `${pages.slice(0, MOST_PAGES_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const places = added === 1 ? "1 place" : `${added} places`;
  const note = `Burnt text stood in heads or feet as well and was burnt there too: ${places}, page${pages.length === 1 ? "" : "s"} ${named}.`;
  return {
    ...report,
    swept: { ...report.swept, "head or foot": added },
    notes: [...report.notes, note],
  };
}
