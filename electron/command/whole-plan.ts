// The plan of the headless command: the marks that were given, and those on heads, feet and codes that
// repeat what they burn. Burning and verifying complete a plan alike.
import type { BurnReport } from "../../shared/model/burning.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { PlanToComplete } from "../burn/complete-plan.ts";
import type { WorkerClient } from "../workers/client.ts";
import { PLAN_CLOCK, PLAN_PAGE_CLOCK, READ_CLOCK } from "./workers.ts";

export interface WholePlan {
  readonly marks: readonly PlanMark[];
  /** Those that nobody gave. */
  readonly heads: readonly PlanMark[];
  readonly codes: readonly PlanMark[];
  /** Pages with a code that stays; from 1, in order. */
  readonly codesLeft: readonly number[];
}

/**
 * @param pages of the file, where they are known: the time for it is measured by them
 * @throws Refusal
 */
export async function wholePlan(
  worker: WorkerClient,
  given: PlanToComplete,
  pages?: number,
): Promise<WholePlan> {
  const clock = pages === undefined ? READ_CLOCK : PLAN_CLOCK + pages * PLAN_PAGE_CLOCK;
  const added = await worker.run("completePlan", given, { clock });
  return { ...added, marks: [...given.marks, ...added.heads, ...added.codes] };
}

const MOST_PAGES_NAMED = 12;

/** The report with what was burnt beside the plan, and the codes that stay. */
export function withAdded(report: BurnReport, { heads, codes, codesLeft }: WholePlan): BurnReport {
  const notes = [...report.notes];
  if (heads.length > 0)
    notes.push(
      `Burnt text stood in heads or feet as well and was burnt there too: ${places(heads)}.`,
    );
  if (codes.length > 0)
    notes.push(`QR or bar codes said burnt text and were burnt too: ${places(codes)}.`);
  if (codesLeft.length > 0)
    notes.push(
      `QR or bar codes stay on ${named(codesLeft)}: a telephone reads what no eye sees; look at what they say.`,
    );
  const swept = {
    ...report.swept,
    ...(heads.length > 0 ? { "head or foot": heads.length } : {}),
    ...(codes.length > 0 ? { code: codes.length } : {}),
  };
  return { ...report, swept, notes };
}

function places(marks: readonly PlanMark[]): string {
  const pages = [...new Set(marks.map(({ page }) => page))].toSorted((a, b) => a - b);
  return `${marks.length === 1 ? "1 place" : `${marks.length} places`}, ${named(pages)}`;
}

function named(pages: readonly number[]): string {
  const rest = pages.length - MOST_PAGES_NAMED;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return `page${pages.length === 1 ? "" : "s"} ${pages.slice(0, MOST_PAGES_NAMED).join(", ")}${more}`;
}
