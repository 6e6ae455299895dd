// Handlers that need more than an open case: the same shape as electron/ipc/context.ts, with the
// window's context first.
import type { CallName, RequestOf, ResponseOf } from "../../shared/ipc/contract.ts";
import type { WindowContext } from "../services/window-context.ts";

export type WindowHandlers<N extends CallName> = {
  readonly [K in N]: (
    context: WindowContext,
    request: RequestOf<K>,
  ) => ResponseOf<K> | Promise<ResponseOf<K>>;
};
