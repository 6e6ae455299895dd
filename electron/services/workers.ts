// The worker processes of the window: one for reading, one for detecting, one for pictures of pages,
// one each for burning and verifying, so that a hostile file in one never takes another with it, and
// no file waits out its clock while a long one is looked through.
import { WorkerClient } from "../workers/client.ts";
import type { StartWorker } from "../workers/protocol.ts";

/** Resident bytes a worker may hold. */
const MEMORY = 1_600 * 2 ** 20;

export interface Workers {
  readonly reader: WorkerClient;
  readonly detector: WorkerClient;
  readonly viewer: WorkerClient;
  readonly burner: WorkerClient;
  readonly verifier: WorkerClient;
}

export function makeWorkers(start: StartWorker): Workers {
  const client = (): WorkerClient => new WorkerClient({ start, memory: MEMORY });
  return {
    reader: client(),
    detector: client(),
    viewer: client(),
    burner: client(),
    verifier: client(),
  };
}

export function closeWorkers(workers: Workers): void {
  for (const worker of Object.values(workers) as WorkerClient[]) worker.close();
}

/** Milliseconds: a first look; reading and detecting; drawing one page. */
export const CLOCK = {
  inspect: 30_000,
  read: 900_000,
  /** Added for each page: a scan is read from its picture. */
  scannedPage: 10_000,
  /** Longest time that a single page may take. */
  stall: 60_000,
  picture: 30_000,
  /** Burning one page to look at. */
  draft: 40_000,
} as const;
