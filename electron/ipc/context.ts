// What a handler is given: the application's services and the case that is open. Handlers are plain
// functions of a parsed request; the gate alone knows windows and channels.
import type { CallName, RequestOf, ResponseOf } from "../../shared/ipc/contract.ts";
import type { CaseSession } from "../cases/session.ts";
import type { CaseStore } from "../cases/case-store.ts";
import type { OpenCase } from "../cases/open-case.ts";

/** The system's dialogs, as far as handlers need them: a path, or null where the person closed it. */
export interface Dialogs {
  save(title: string, name: string, extension: string): Promise<string | null>;
  open(title: string, extension: string): Promise<string | null>;
}

export interface AppContext {
  readonly cases: CaseStore;
  readonly session: CaseSession;
  /** Absent without a window. */
  readonly dialogs?: Dialogs;
  /** Fills the sample case with its documents; absent where no reader is at hand (tests). */
  readonly fillSample?: (open: OpenCase) => Promise<void>;
  /** Goes on with what was still being read when the case was closed; absent likewise. */
  readonly resume?: (open: OpenCase) => void;
  /** The register or a list changed: the documents are looked through again; absent likewise. */
  readonly lookAgain?: (open: OpenCase) => void;
}

export interface CallContext {
  readonly app: AppContext;
  /** @throws Refusal locked where no case is open. */
  current(): OpenCase;
}

export type Handler<N extends CallName> = (
  context: CallContext,
  request: RequestOf<N>,
) => ResponseOf<N> | Promise<ResponseOf<N>>;

/** The handlers of some calls, e.g. `Handlers<"trail.list" | "trail.check">`. */
export type Handlers<N extends CallName> = { readonly [K in N]: Handler<K> };

export function callContext(app: AppContext): CallContext {
  return { app, current: () => app.session.current() };
}
