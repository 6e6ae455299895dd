// S3: the one gate. A call passes if it comes from our page's main frame, names a call of the
// contract and carries arguments that its schema accepts. It answers with values: a result, or a
// refusal in one sentence. A stack trace or a path never crosses.
import { ZodError } from "zod";
import { CALLS, type CallName } from "../../shared/ipc/contract.ts";
import type { Answer } from "../../shared/ipc/call.ts";
import { Refusal } from "../../shared/model/refusal.ts";

/** One function a call; assembled from electron/ipc/handlers. */
export type Handlers = { readonly [N in CallName]: (request: never) => unknown };

export interface GateOptions {
  /** Told of defects (never of refusals), with the name of the call and no arguments. */
  readonly onDefect: (call: string, error: unknown) => void;
}

function known(name: unknown): name is CallName {
  return typeof name === "string" && Object.hasOwn(CALLS, name);
}

/** Answers one call whose sender was already checked by the shell. */
export async function pass(
  handlers: Handlers,
  options: GateOptions,
  name: unknown,
  request: unknown,
): Promise<Answer<unknown>> {
  if (!known(name)) return { ok: false, code: "bad-arguments", message: "There is no such call." };
  try {
    const parsed = CALLS[name].request.parse(request);
    const handler = handlers[name] as (parsed: unknown) => unknown;
    return { ok: true, value: await handler(parsed) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, code: error.code, message: error.message, page: error.page };
    }
    if (error instanceof ZodError) {
      const where = error.issues[0]?.path.join(".") || "request";
      return {
        ok: false,
        code: "bad-arguments",
        message: `The value of “${where}” cannot be used.`,
      };
    }
    options.onDefect(name, error);
    return {
      ok: false,
      code: "defect",
      message: "Something in Candour went wrong. Nothing was changed. Please try again.",
    };
  }
}
