import { z } from "zod";
import { read, write } from "./call.ts";
import { reviewEventSchema, type StoredEvent } from "../review/events.ts";
import type { Suggestion } from "../detect/model.ts";

const document = z.uuid();

/** Where the analyst was: restored on reopening. */
export const viewStateSchema = z.object({
  page: z.int().min(1),
  /** CSS pixels from the top of that page at zoom 1. */
  offset: z.number(),
  /** Null fits the page's width. */
  zoom: z.number().min(0.1).max(8).nullable(),
  selected: z.string().max(80).nullable(),
  filter: z.string().max(40),
});
export type ViewState = z.infer<typeof viewStateSchema>;

export interface ReviewAnswer {
  readonly suggestions: readonly Suggestion[];
  readonly events: readonly StoredEvent[];
  readonly view: ViewState | null;
  /** False while suggestions still stream in ("suggestions" events follow). */
  readonly complete: boolean;
}

export const reviewCalls = {
  "review.load": read<ReviewAnswer>()(z.object({ document })),
  /** Appends decisions in order; answers them as stored. All or none. */
  "review.append": write<readonly StoredEvent[]>()(
    z.object({ document, events: z.array(reviewEventSchema).min(1).max(5_000) }),
  ),
  "review.saveView": write<null>()(z.object({ document, view: viewStateSchema })),
};
