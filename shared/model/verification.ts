// What the verifier takes and gives. `electron/verify/verify.ts` exports `verify: Verify`.
// It shares no code with electron/burn, electron/pdfium or electron/text (V1): it brings its own
// engines and reads the candidate's finished bytes from disk.
import type { Rect } from "../geometry/rect.ts";
import type { PlanMark } from "./plan.ts";
import type { BurnReport } from "./burning.ts";

/** What the export was asked to say of itself. */
export interface AskedFor {
  /** Absent: the original's own. */
  readonly title?: string | undefined;
  readonly language: string;
  /** Seconds since 1970; absent: no date at all. */
  readonly epoch?: number | undefined;
}

export interface VerifyInput {
  readonly original: Uint8Array;
  readonly password?: string;
  /** Path of the finished file; it is read from disk by the verifier itself. */
  readonly candidatePath: string;
  readonly marks: readonly PlanMark[];
  /**
   * The burner's claim of where boxes and re-set lines stand. A hint only: everything that
   * protects a secret must hold without it. Absent in `candour verify`.
   */
  readonly claim?: BurnReport;
  /** First and last of pages that are to be seen as one, where there is no claim that says so. */
  readonly together?: readonly (readonly [number, number])[];
  /** Absent in `candour verify`, which does not know it. */
  readonly asked?: AskedFor;
}

export interface CheckResult {
  /** Stable id, e.g. "terms-absent", "allowed-objects", "boxes-opaque". */
  readonly id: string;
  /** Plain words: "No burnt name is readable in any text, name or property". */
  readonly name: string;
  readonly passed: boolean;
  /** What was counted: "1,204 strings, 96 streams". No secret. */
  readonly detail: string;
}

export interface VerifyFinding {
  readonly check: string;
  readonly page?: number;
  /** One sentence naming the place; never the secret itself. */
  readonly message: string;
  /**
   * Of words that no eye follows and that cannot be proved alone: where each of them stands, points of
   * the page as shown. Without them the page would not have been found wanting for this.
   */
  readonly words?: readonly Rect[];
}

export interface Verification {
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly VerifyFinding[];
  /** Things to tell, not to fail on: the same term still visible where it was not marked... */
  readonly notices: readonly VerifyFinding[];
  readonly pages: number;
  readonly engines: Readonly<Record<string, string>>;
  /** SHA-256 of the candidate as read. */
  readonly sha256: string;
}

export type VerifyProgress = (check: string, done: number, total: number) => void;

/** @throws Refusal where the ORIGINAL cannot be read; a candidate that cannot be read is a finding. */
export type Verify = (input: VerifyInput, progress?: VerifyProgress) => Promise<Verification>;
