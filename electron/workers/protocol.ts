// What crosses between the calling side and a worker process: simple values only, checked on arrival
// by their "kind". A worker parses hostile files; nothing it says is trusted as a path or as code.
import type { RefusalCode } from "../../shared/model/refusal.ts";

export type ToWorker = {
  readonly kind: "run";
  readonly id: number;
  readonly job: string;
  readonly input: unknown;
};

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly id: number; readonly value: unknown }
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | {
      readonly kind: "refused";
      readonly id: number;
      readonly code: RefusalCode;
      readonly message: string;
      readonly page?: number;
    }
  | { readonly kind: "defect"; readonly id: number; readonly message: string };

/** A process that can be killed. Made by electron/shell (utility process) or by the command (child process). */
export interface WorkerProcess {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** `killed` is true where the process ended by a signal or an abort it did not choose. */
  onExit(listener: (killed: boolean) => void): void;
  kill(): void;
}

/** Starts one worker process with a memory limit in bytes, kept by a watchdog inside it. */
export type StartWorker = (memoryLimit: number) => WorkerProcess;
