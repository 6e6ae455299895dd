// What a worker can be asked to do. Names, inputs and outputs are typed once here; both sides use them.
// Every job is a pure function of its input, but three keep something in between: "open" a document for
// pictures, "burn" the pages of an export until it has passed, "prepareVerify" an opened original.
import type { BurnInput, BurnOutput, BurnedPage } from "../../shared/model/burning.ts";
import type { DetectDocument, DetectOptions, Finding } from "../../shared/detect/model.ts";
import type { PageText } from "../../shared/model/page.ts";
import type { Verification, VerifyInput } from "../../shared/model/verification.ts";
import type { PlanCompletion, PlanToComplete } from "../burn/complete-plan.ts";
import type { Recheck } from "../papers/certificate-recheck.ts";
import type { Inspection } from "../documents/inspect.ts";
import type { Draft } from "../documents/pictures.ts";
import type { TextAnswer } from "../text/document-text.ts";

export interface Opened {
  readonly bytes: Uint8Array;
  readonly password?: string;
}

export interface BitmapAnswer {
  /** "image/bmp": Chromium reads it at once, and it costs nothing to write. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** `page` absent: so many pages have been read. */
export interface BurnStep {
  readonly done: number;
  readonly total: number;
  readonly page?: BurnedPage | undefined;
}

export interface Jobs {
  inspect: { input: Opened; output: Inspection; progress: never };
  /** Whole document's text, pages streamed as progress in order. */
  text: { input: Opened & { name: string }; output: TextAnswer; progress: PageText };
  /** Keeps the document open under a key for "picture"; replaces what was open under it. */
  open: { input: Opened & { key: string }; output: null; progress: never };
  picture: {
    input: { key: string; page: number; widthPx: number };
    output: BitmapAnswer | null;
    progress: never;
  };
  /** A page of a document kept open, as the marks would burn it. */
  draft: { input: Draft; output: BitmapAnswer | null; progress: never };
  suggest: {
    input: { documents: readonly DetectDocument[]; options: DetectOptions };
    output: readonly (readonly [string, readonly Finding[]])[];
    progress: never;
  };
  /** The marks to add because a page's head, foot or code repeats what is burnt. */
  completePlan: { input: PlanToComplete; output: PlanCompletion; progress: never };
  /** Pages are kept under the name of the export, so that only doubtful ones are burnt again. */
  burn: {
    input: BurnInput & { readonly name: string };
    output: BurnOutput;
    progress: BurnStep;
  };
  /** Forgets the pages of the last export. */
  forgetPages: { input: null; output: null; progress: never };
  /** An export against its certificate, without the original. */
  recheck: {
    input: { bytes: Uint8Array; certificate: unknown };
    output: Recheck;
    progress: never;
  };
  /** An export's copy with the reader's key appended, against the export. @throws Refusal not-verified */
  checkAppended: {
    input: { exported: Uint8Array; copy: Uint8Array };
    output: null;
    progress: never;
  };
  /** Loads the verifier before there is anything to verify. */
  warmVerify: { input: { readonly pages: number }; output: null; progress: never };
  /** Opens an original that will be verified against; it is kept for the next "verify" of it. */
  prepareVerify: {
    input: Pick<VerifyInput, "original" | "password">;
    output: null;
    progress: never;
  };
  /** Forgets what was prepared and not taken. */
  forgetPrepared: { input: null; output: null; progress: never };
  verify: {
    input: VerifyInput;
    output: Verification;
    progress: { check: string; done: number; total: number };
  };
}

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Jobs[N]["input"];
export type JobOutput<N extends JobName> = Jobs[N]["output"];
export type JobProgress<N extends JobName> = Jobs[N]["progress"];

export type JobTable = {
  readonly [N in JobName]: (
    input: JobInput<N>,
    progress: (value: JobProgress<N>) => void,
  ) => Promise<JobOutput<N>>;
};
