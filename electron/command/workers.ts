// Worker clients of the headless command: the same limits as in the window.
import { WorkerClient } from "../workers/client.ts";
import { startChildProcess } from "../workers/child-process.ts";

/** Resident bytes a worker may hold; overridden for measurements by CANDOUR_MEMORY_MB. */
function memoryLimit(): number {
  const megabytes = Number(process.env["CANDOUR_MEMORY_MB"]);
  return (megabytes >= 128 ? megabytes : 1_600) * 2 ** 20;
}

function newWorker(): WorkerClient {
  return new WorkerClient({ start: startChildProcess, memory: memoryLimit() });
}

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let stoppedBy: NodeJS.Signals | undefined;

/** The signal that stopped the run: whoever sent it learns that it worked. */
export const stopSignal = (): NodeJS.Signals | undefined => stoppedBy;

/** Runs with workers that are gone afterwards, whatever happens; a signal ends the work and tidies up. */
export async function withWorkers<T>(
  count: number,
  use: (workers: readonly WorkerClient[]) => Promise<T>,
): Promise<T> {
  const workers = Array.from({ length: count }, newWorker);
  const stop = (signal: NodeJS.Signals): void => {
    stoppedBy = signal;
    for (const worker of workers)
      worker.close("It was stopped before it finished. Nothing was written.");
  };
  for (const signal of STOPS) process.on(signal, stop);
  try {
    return await use(workers);
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
    for (const worker of workers) worker.close();
  }
}

/** Milliseconds for a first look at a file. */
export const INSPECT_CLOCK = 15_000;
export const READ_CLOCK = 600_000;
/** The same to complete a plan: for the file, and for each of its pages. */
export const PLAN_CLOCK = 15_000;
export const PLAN_PAGE_CLOCK = 1_000;
