import { z } from "zod";
import { read, write } from "./call.ts";
import { BURN_MODES } from "../model/plan.ts";
import type { Instant } from "../model/ids.ts";
import type { BurnReport } from "../model/burning.ts";
import type { Verification } from "../model/verification.ts";
import type { Standing } from "../policy/stage.ts";

const document = z.uuid();

export interface SummarySentence {
  /** Holds no secret. */
  readonly message: string;
  readonly page?: number;
  /** Words to look for there: for the screen only. */
  readonly find?: string;
  /** It is about pictures that are to be looked at. */
  readonly pictures?: boolean;
  /** It is settled among the people of the case. */
  readonly people?: boolean;
}

/** What will happen, shown before anything is burnt. */
export interface BurnSummary {
  readonly marks: number;
  readonly undecided: number;
  readonly pagesWithMarks: number;
  readonly byReason: readonly {
    readonly reason: string;
    readonly name: string;
    readonly count: number;
  }[];
  /** Sentences that stop the burn, each with the place to go to. */
  readonly blockers: readonly SummarySentence[];
  /** Sentences to know before going on (same name still readable elsewhere...). */
  readonly warnings: readonly SummarySentence[];
  readonly suggestedName: string;
}

export interface ExportCard {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly at: Instant;
  readonly by: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly crispPages: number;
  readonly sealedPages: number;
  /** Of the plan that it was made from: only while that stands signed can it be released. */
  readonly standing: Standing;
}

export type BurnAnswer =
  | {
      readonly exported: true;
      readonly export: ExportCard;
      readonly report: BurnReport;
      readonly verification: Verification;
    }
  | {
      readonly exported: false;
      readonly report: BurnReport | null;
      readonly verification: Verification | null;
      readonly message: string;
      readonly page?: number;
    };

// Page pictures of an export: app://candour/export/<export>/<page>?w=<pixels wide>

export const publishCalls = {
  "publish.summary": read<BurnSummary>()(z.object({ document })),
  /** Burns, verifies from disk and keeps the export in the case. Progress comes as "burn" events; resolves at the end. */
  "publish.burn": write<BurnAnswer>()(
    z.object({
      document,
      mode: z.enum(BURN_MODES),
      title: z.string().max(200).optional(),
      language: z.string().max(20),
    }),
  ),
  "publish.cancel": write<null>()(z.object({})),
  "publish.exports": read<readonly ExportCard[]>()(z.object({})),
  /**
   * Copies export and certificate to a place chosen in the system's dialog; with a reader's key also
   * the key as a sheet of its own and, where asked for, the export with the key appended.
   */
  "publish.saveCopy": write<{ readonly saved: boolean; readonly name: string | null }>()(
    z.object({
      export: z.uuid(),
      readersKey: z
        .object({
          published: z.string().trim().min(1).max(200),
          contact: z.string().trim().max(300).nullable(),
          append: z.boolean(),
        })
        .optional(),
    }),
  ),
  "publish.certificate": read<Record<string, unknown>>()(z.object({ export: z.uuid() })),
};
