// Decisions are append-only events; today's state is a projection (shared/review/project.ts).
// Undo appends "undone" naming the seq it takes back; redo appends "redone".
import { z } from "zod";
import { REASON_CODES } from "../policy/reasons.ts";

const id = z.string().min(1).max(80);
const rect = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const label = z.string().trim().max(80);
const reason = z.enum(REASON_CODES);

/** A decision about places found or drawn in one document. Texts are never part of an event: spans are. */
export const reviewEventSchema = z.discriminatedUnion("type", [
  /** Takes suggestions: each becomes a mark. `label` null burns the reason's default. */
  z.object({
    type: z.literal("accepted"),
    suggestions: z.array(id).min(1),
    label: label.nullable(),
    reason,
  }),
  /** Takes many suggestions in one act, each part under its own label: undone, and told, as one. */
  z.object({
    type: z.literal("accepted-together"),
    parts: z
      .array(z.object({ suggestions: z.array(id).min(1), label: label.nullable(), reason }))
      .min(1)
      .max(5_000),
  }),
  /** Leaves suggestions readable. `note` says why, in words without secrets. */
  z.object({
    type: z.literal("refused"),
    suggestions: z.array(id).min(1),
    note: z.string().max(500).optional(),
  }),
  /** A box drawn by hand or a selection of text; `span` where it covers text. */
  z.object({
    type: z.literal("drawn"),
    mark: id,
    page: z.int().min(1),
    rects: z.array(rect).min(1).max(200),
    span: z.object({ page: z.int().min(1), start: z.int().min(0), end: z.int().min(0) }).optional(),
    label: label.nullable(),
    reason,
  }),
  /** Moves or resizes what an accepted suggestion or a drawn mark covers. */
  z.object({
    type: z.literal("adjusted"),
    target: id,
    page: z.int().min(1),
    rects: z.array(rect).min(1).max(200),
  }),
  /** Changes label or reason of accepted suggestions or drawn marks. */
  z.object({
    type: z.literal("labelled"),
    targets: z.array(id).min(1),
    label: label.nullable(),
    reason: reason.optional(),
  }),
  /** Takes a drawn mark away. */
  z.object({ type: z.literal("removed"), mark: id, note: z.string().max(500).optional() }),
  /**
   * The second person decides otherwise and says why, in words without secrets. It is a decision:
   * whoever overrules cannot sign while it stands as theirs (R1).
   */
  z.object({
    type: z.literal("overruled"),
    suggestions: z.array(id).min(1),
    decision: z.enum(["accepted", "refused"]),
    label: label.nullable(),
    reason,
    note: z.string().trim().min(3).max(500),
  }),
  /**
   * Places of the text where something burnt elsewhere stays readable: another Grace, the word and not
   * the name. `page` 0 is no page: bookmarks and properties of a version that was published before.
   */
  z.object({
    type: z.literal("left"),
    places: z
      .array(z.object({ page: z.int().min(0), start: z.int().min(0), end: z.int().min(0) }))
      .min(1)
      .max(5_000),
    note: z.string().trim().min(3).max(500),
  }),
  /** A picture was looked at: kept as it is, or burnt (then a "drawn" event accompanies it). */
  z.object({ type: z.literal("picture-cleared"), picture: id, kept: z.boolean() }),
  /** A page is to be sealed whatever the burner thinks, or no longer. */
  z.object({ type: z.literal("page-sealed"), page: z.int().min(1), sealed: z.boolean() }),
  z.object({ type: z.literal("undone"), of: z.int().min(1) }),
  z.object({ type: z.literal("redone"), of: z.int().min(1) }),
]);

export type ReviewEvent = z.infer<typeof reviewEventSchema>;

/** Ids of the suggestions that an event decides about; none for one about marks, pages or pictures. */
export function suggestionsOf(event: ReviewEvent): readonly string[] {
  if (event.type === "accepted-together") return event.parts.flatMap((part) => part.suggestions);
  return "suggestions" in event ? event.suggestions : [];
}

/** As stored: numbered without gaps within a document, who and when added by the main side. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly event: ReviewEvent;
}
