// The one contract between the window and the side with power. Preload, gate, renderer client and
// test host are derived from it; a call exists here or nowhere. One file per domain beside this one.
import type { z } from "zod";
import type { Suggestion } from "../detect/model.ts";
import type { BurnedPage } from "../model/burning.ts";
import type { DocumentCard } from "./cases.ts";
import type { Answer } from "./call.ts";
import { appCalls } from "./app.ts";
import { casesCalls } from "./cases.ts";
import { documentsCalls } from "./documents.ts";
import { reviewCalls } from "./review.ts";
import { publishCalls } from "./publish.ts";
import { trailCalls } from "./trail.ts";
import { jigsawCalls } from "./jigsaw.ts";
import { peopleCalls } from "./people.ts";
import { workflowCalls } from "./workflow.ts";

export const CALLS = {
  ...appCalls,
  ...casesCalls,
  ...documentsCalls,
  ...reviewCalls,
  ...publishCalls,
  ...trailCalls,
  ...peopleCalls,
  ...jigsawCalls,
  ...workflowCalls,
};

export type Calls = typeof CALLS;
export type CallName = keyof Calls;
export type RequestOf<N extends CallName> = z.infer<Calls[N]["request"]>;
export type ResponseOf<N extends CallName> =
  NonNullable<Calls[N]["answer"]> | ExtractNull<Calls[N]["answer"]>;
type ExtractNull<T> = null extends T ? null : never;

/** Told by the main side without being asked. */
export interface Events {
  /** Reading a document goes on: text, then suggestions as they are found. */
  "document.progress": {
    readonly document: DocumentCard;
    readonly done: number;
    readonly total: number;
    readonly stage: "text" | "suggestions";
  };
  "suggestions.added": {
    readonly document: string;
    readonly suggestions: readonly Suggestion[];
    readonly complete: boolean;
  };
  /** Without a page: so many pages have been read. */
  "burn.page": {
    readonly document: string;
    readonly done: number;
    readonly total: number;
    readonly page?: BurnedPage | undefined;
  };
  "verify.check": {
    readonly document: string;
    readonly check: string;
    readonly done: number;
    readonly total: number;
  };
  "case.locked": { readonly why: "idle" | "lid" | "asked" };
  /** Files opened from the command line or by the system. */
  "document.opened": { readonly document: string };
}
export type EventName = keyof Events;

/** The only object the preload exposes, as `window.candour`. */
export interface CandourApi {
  call<N extends CallName>(name: N, request: RequestOf<N>): Promise<Answer<ResponseOf<N>>>;
  /** @returns a function that stops listening. */
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void;
}
