// Every call of the contract with its handler; a call without one does not compile.
import type { CallName, RequestOf } from "../../../shared/ipc/contract.ts";
import { callContext, type AppContext } from "../context.ts";
import type { Handlers } from "../gate.ts";
import type { WindowContext } from "../../services/window-context.ts";
import { appHandlers } from "./app.ts";
import { casesHandlers } from "./cases.ts";
import { documentsHandlers } from "./documents.ts";
import { jigsawHandlers } from "./jigsaw.ts";
import { peopleHandlers } from "./people.ts";
import { publishHandlers } from "./publish.ts";
import { reviewHandlers } from "./review.ts";
import { trailHandlers } from "./trail.ts";
import { workflowHandlers } from "./workflow.ts";

const OF_CASE = {
  ...casesHandlers,
  ...reviewHandlers,
  ...trailHandlers,
  ...peopleHandlers,
  ...jigsawHandlers,
  ...workflowHandlers,
};
const OF_WINDOW = { ...appHandlers, ...documentsHandlers, ...publishHandlers };

type Bound = { readonly [N in CallName]: (request: RequestOf<N>) => unknown };

function bind<C>(context: C, handlers: object): object {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (request: unknown) =>
        (handler as (context: C, request: unknown) => unknown)(context, request),
    ]),
  );
}

export function allHandlers(app: AppContext, window: WindowContext): Handlers {
  const every: { readonly [N in CallName]: unknown } = { ...OF_CASE, ...OF_WINDOW };
  void every;
  return { ...bind(callContext(app), OF_CASE), ...bind(window, OF_WINDOW) } as Bound;
}
