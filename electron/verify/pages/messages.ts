// What crosses between the two threads of a verification: a run of pages one way, what was found on
// them the other. Texts of the second engine that are seldom asked for are asked for by page.
import type { RefusalCode } from "../../../shared/model/refusal.ts";
import type { VerifyInput } from "../../../shared/model/verification.ts";
import type { PageTermText } from "../checks/terms/page-terms.ts";
import type { Noted } from "../findings.ts";
import type { Folded } from "../reading/fold.ts";
import type { ReadPage, Retraced, Run } from "./page-reader.ts";

/** What is known before there is an export. */
export type Source = Pick<VerifyInput, "original" | "password">;

export interface Candidate extends Pick<VerifyInput, "marks" | "claim" | "together"> {
  /** The bytes that were read from disk, once. */
  readonly candidate: Uint8Array;
}

/** All that a thread needs to read pages by itself. */
export type TeamInput = Source & Candidate;

export interface HelperData {
  readonly engine: WebAssembly.Module;
}

/** A page without the one thing of it that cannot cross. */
export interface SentPage extends Omit<ReadPage, "terms"> {
  readonly terms: Omit<PageTermText, "secondOriginal">;
}

export type ToHelper =
  /** `ahead`: it reads its own half of the original while it waits for the export. */
  | { readonly kind: "source"; readonly source: Source; readonly ahead: boolean }
  | { readonly kind: "candidate"; readonly candidate: Candidate }
  | { readonly kind: "read"; readonly run: Run; readonly retraced: Retraced }
  | { readonly kind: "second"; readonly page: number };

export type FromHelper =
  | { readonly kind: "ready" }
  | { readonly kind: "begun" }
  | {
      readonly kind: "read";
      readonly pages: readonly SentPage[];
      readonly unmarked: ReadonlySet<string>;
      readonly readAgain: number;
      readonly noted: readonly Noted[];
    }
  | { readonly kind: "second"; readonly text: Folded }
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly message: string;
      readonly page: number | undefined;
    };
