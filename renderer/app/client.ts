// The only door to the side with power: `window.candour`. It owns turning an answer into a value
// or a Refused; it must never hold state, and nothing else in the window may touch the global.
import type {
  CallName,
  CandourApi,
  EventName,
  Events,
  RequestOf,
  ResponseOf,
} from "../../shared/ipc/contract.ts";
import type { Answer } from "../../shared/ipc/call.ts";

/** An expected refusal with one plain sentence, ready to be shown. */
export class Refused extends Error {
  readonly code: string;
  readonly page: number | undefined;

  constructor(code: string, message: string, page?: number) {
    super(message);
    this.name = "Refused";
    this.code = code;
    this.page = page;
  }
}

function api(): CandourApi {
  if (!window.candour) throw new Refused("defect", "Candour's window was opened without Candour.");
  return window.candour;
}

export function call<N extends CallName>(
  name: N,
  request: RequestOf<N>,
): Promise<Answer<ResponseOf<N>>> {
  return api().call(name, request);
}

/** The value of a call; a refusal is thrown so that a caller cannot forget it. */
export async function ask<N extends CallName>(
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const answer = await call(name, request);
  if (answer.ok) return answer.value;
  throw new Refused(answer.code, answer.message, answer.page);
}

export function listen<N extends EventName>(
  name: N,
  listener: (event: Events[N]) => void,
): () => void {
  return api().on(name, listener);
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  return "Something went wrong inside Candour. Nothing was changed.";
}
