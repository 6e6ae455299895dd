// The frozen list of what is burnt. MARKS.json is its interchange form; the app derives it
// from accepted decisions. The hash of its canonical JSON names it in the certificate.
import { z } from "zod";
import type { Rect } from "../geometry/rect.ts";

const finite = z.number().refine(Number.isFinite, "must be a finite number");

export const planMarkSchema = z.object({
  /** Counts from 1. */
  page: z.int().min(1).max(10_000),
  /** PDF points, un-rotated user space of the page; any two opposite corners. */
  rect: z.tuple([finite, finite, finite, finite]),
  /** Burnt into the gap; without it the default label of the reason, or a plain box of constant width. */
  label: z.string().trim().max(80).optional(),
  /** A code of shared/policy/reasons; unknown codes count as "other". */
  reason: z.string().max(40).optional(),
  /**
   * Marks with one group are pieces of one span that a line break cut:
   * the first piece in reading order carries the label, the others close up.
   */
  group: z.string().max(80).optional(),
});

/** A field that nobody reads is refused: somebody meant it to do something. */
export const marksFileSchema = z.strictObject({
  marks: z.array(planMarkSchema.strict()).max(200_000),
});

export type PlanMark = Omit<z.infer<typeof planMarkSchema>, "rect"> & { readonly rect: Rect };
export type MarksFile = { readonly marks: readonly PlanMark[] };

/** One mark a span: a name is cut in two where it is long enough to meet the line's end. */
export function spansOf(marks: readonly PlanMark[]): readonly PlanMark[] {
  const groups = new Set<string>();
  return marks.filter(({ group }) => {
    if (group === undefined) return true;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
}

export const BURN_MODES = ["auto", "crisp", "sealed"] as const;
export type BurnMode = (typeof BURN_MODES)[number];
