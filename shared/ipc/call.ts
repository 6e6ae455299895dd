// How one call of the contract is written down. Requests are parsed at the gate by their zod schema;
// answers are typed values made by the side with power, so a type is enough for them.
import type { z } from "zod";
import type { RefusalCode } from "../model/refusal.ts";

export interface Call<Req extends z.ZodType, Res> {
  readonly request: Req;
  /** A "write" needs an open, unlocked case and leaves an entry in the trail. */
  readonly kind: "read" | "write";
  /** Type only; never present at run time. */
  readonly answer?: Res;
}

export function read<Res>() {
  return <Req extends z.ZodType>(request: Req): Call<Req, Res> => ({ request, kind: "read" });
}

export function write<Res>() {
  return <Req extends z.ZodType>(request: Req): Call<Req, Res> => ({ request, kind: "write" });
}

/** What every call answers: a value, or a refusal with one plain sentence. Never a stack. */
export type Answer<Res> =
  | { readonly ok: true; readonly value: Res }
  | {
      readonly ok: false;
      readonly code: RefusalCode | "defect";
      readonly message: string;
      readonly page?: number;
    };
