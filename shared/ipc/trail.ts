import { z } from "zod";
import { read, write } from "./call.ts";
import type { Instant } from "../model/ids.ts";

/** One entry of the trail as people read it. No secret is in it by construction. */
export interface TrailEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  /** e.g. "document.imported", "mark.accepted", "export.verified". */
  readonly kind: string;
  /** One plain sentence: "Accepted 14 places as Mother (name of a parent) on pages 3–12". */
  readonly sentence: string;
  /** What the sentence sums up, a line each: the labels of one act over many places. */
  readonly details: readonly string[];
  readonly document: string | null;
  readonly page: number | null;
  readonly hash: string;
}

export interface TrailCheck {
  readonly whole: boolean;
  readonly entries: number;
  readonly head: string;
  /** What is and is not proven, in plain words; names the first bad entry if not whole. */
  readonly message: string;
}

export const trailCalls = {
  "trail.list": read<{ readonly entries: readonly TrailEntry[]; readonly total: number }>()(
    z.object({
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(500),
      kind: z.string().max(40).optional(),
      page: z.int().min(1).optional(),
      by: z.string().max(120).optional(),
      document: z.uuid().optional(),
    }),
  ),
  /** Everything that ever happened to one suggestion or drawn mark, oldest first. */
  "trail.life": read<readonly TrailEntry[]>()(
    z.object({ document: z.uuid(), target: z.string().min(1).max(80) }),
  ),
  /**
   * Saves at a place chosen in the system's dialog. "csv" and "pages" (an HTML page to print) are for
   * people, "trail" is what `candour audit verify` checks, "schedule" is the redaction schedule.
   */
  "trail.export": write<{ readonly saved: boolean; readonly name: string | null }>()(
    z.object({
      format: z.enum(["pdf", "csv", "pages", "trail", "schedule-pdf", "schedule", "schedule-json"]),
    }),
  ),
  "trail.check": read<TrailCheck>()(z.object({})),
};
