// The decision on publication: five kinds, what each of them needs, and the dates that Working Together
// asks for. Pure. A review is published in full unless a compelling child-welfare ground is recorded.
import { z } from "zod";
import { addWorkingDays, isDay, type Day } from "./working-days.ts";

export const PUBLICATION_KINDS = [
  "publish-in-full",
  "publish-redacted",
  "deposit-anonymously",
  "publish-learning-only",
  "withhold-or-delay",
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Working days between sending the report to the national panel and publishing it. */
export const NOTICE_WORKING_DAYS = 7;
/** Published reviews stay publicly available for at least this long. */
export const AVAILABLE_YEARS = 1;

const day = z.string().refine(isDay, "must be a day, as 2026-03-31");
const words = z.string().trim().min(3).max(2_000);

const needsGround = (kind: PublicationKind) =>
  kind === "deposit-anonymously" ||
  kind === "publish-learning-only" ||
  kind === "withhold-or-delay";

export const publicationDecisionSchema = z
  .object({
    kind: z.enum(PUBLICATION_KINDS),
    /** The compelling child-welfare ground. */
    ground: words.nullable(),
    evidence: words.nullable(),
    /** The person or board who decided; need not be a user of the case. */
    decidedBy: z.string().trim().min(2).max(200),
    decidedOn: day,
    publishOn: day.nullable(),
    noticeGivenOn: day.nullable(),
    /** When a decision not to publish in full is looked at again. */
    reviewOn: day.nullable(),
  })
  .superRefine((d, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (needsGround(d.kind)) {
      if (!d.ground) missing("ground", "Name the compelling child-welfare ground.");
      if (!d.evidence) missing("evidence", "Say what evidence the ground rests on.");
      if (!d.reviewOn) missing("reviewOn", "Set a day on which the decision is looked at again.");
      else if (d.reviewOn <= d.decidedOn)
        missing("reviewOn", "The day of the next look must come after the decision.");
    } else if (d.publishOn && isDay(d.publishOn) && d.publishOn < d.decidedOn)
      missing("publishOn", "The day of publication cannot come before the decision.");
  });
export type PublicationDecision = z.infer<typeof publicationDecisionSchema>;

export interface PublicationDates {
  /** First day of publication that keeps the notice; null while no notice was given. */
  readonly earliest: Day | null;
  /** Last day to give notice for the planned day; null without one. */
  readonly noticeBy: Day | null;
  /** Through this day the review stays publicly available. */
  readonly availableUntil: Day | null;
  /** False where the planned day comes before the notice has run. */
  readonly noticeKept: boolean;
}

/** Computed with the bank holidays of England. */
export function publicationDates(
  d: Pick<PublicationDecision, "publishOn" | "noticeGivenOn">,
): PublicationDates {
  const earliest = d.noticeGivenOn ? addWorkingDays(d.noticeGivenOn, NOTICE_WORKING_DAYS) : null;
  return {
    earliest,
    noticeBy: d.publishOn ? addWorkingDays(d.publishOn, -NOTICE_WORKING_DAYS) : null,
    availableUntil: d.publishOn ? yearsAfter(d.publishOn, AVAILABLE_YEARS) : null,
    noticeKept: d.publishOn === null || (earliest !== null && d.publishOn >= earliest),
  };
}

function yearsAfter(from: Day, years: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  // 29 February a year on is 28 February, not 1 March.
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}

/** "In full" says that nothing was removed: it cannot be said of a plan that burns something. */
export const deniesMarks = (kind: PublicationKind, marks: number): boolean =>
  kind === "publish-in-full" && marks > 0;

/** True for the kinds under which a file may leave for the public. */
export function allowsPublication(kind: PublicationKind): boolean {
  return kind !== "withhold-or-delay";
}
