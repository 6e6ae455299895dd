// What the handlers of documents, exports and the application need beside an open case. The shell
// fills it; tests fill it without a window. Paths exist here and never in an answer (S2).
import type { Events, EventName } from "../../shared/ipc/contract.ts";
import type { AppInfo } from "../../shared/ipc/app.ts";
import type { CaseSession } from "../cases/session.ts";
import type { PendingFiles } from "./pending-files.ts";
import type { Workers } from "./workers.ts";

export interface WindowContext {
  readonly info: AppInfo;
  readonly session: CaseSession;
  readonly workers: Workers;
  readonly pending: PendingFiles;
  /** What the command line asked for; emptied as it is taken. */
  readonly waiting: { sample: boolean; files: readonly string[] };
  readonly settings: {
    read(): Record<string, unknown>;
    write(value: Record<string, unknown>): void;
  };
  /** PDF files chosen in the system's dialog. */
  chooseFiles(): Promise<readonly string[]>;
  /** A folder's file to write an export to, or null. */
  chooseTarget(name: string): Promise<string | null>;
  tell<N extends EventName>(name: N, value: Events[N]): void;
  /** A defect in background work: its place is logged, never its message. */
  onDefect(where: string, error: unknown): void;
}
