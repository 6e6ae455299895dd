// From a plan to a finished file: burn → temporary file → fsync → verify from disk → rename.
// Second promise: no file without a pass. A finding deletes the file and says where (V2).
// Burning and verifying run in two worker processes, so that one engine's trouble is not the other's.
import { existsSync, linkSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BurnInput, BurnReport, BurnedPage } from "../../shared/model/burning.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { Verification } from "../../shared/model/verification.ts";
import type { WorkerClient } from "../workers/client.ts";
import { inPrivateFolder, syncFolder, writeDurably } from "./private-folder.ts";

export interface ExportWorkers {
  readonly burner: WorkerClient;
  readonly verifier: WorkerClient;
}

export interface ExportProgress {
  readonly onPage?: (progress: { done: number; total: number; page: BurnedPage }) => void;
  readonly onCheck?: (progress: { check: string; done: number; total: number }) => void;
}

export interface ExportResult {
  /** False: verification found something; no file was left. */
  readonly exported: boolean;
  readonly report: BurnReport;
  readonly verification: Verification;
  readonly bytes: number;
}

/** Milliseconds: base and per-page allowance; and how long one page may take. */
const CLOCK = { base: 60_000, page: 8_000, stall: 40_000 };

function limitsFor(pages: number): { clock: number; stall: number } {
  return { clock: CLOCK.base + pages * CLOCK.page, stall: CLOCK.stall };
}

/**
 * @param target absolute path of the export; its folder must exist
 * @param overwrite replace what stands there; otherwise a Refusal "exists"
 * @throws Refusal where the burner or the disk says no; nothing is left then either
 */
export async function exportVerified(
  workers: ExportWorkers,
  input: BurnInput,
  target: string,
  overwrite: boolean,
  pages: number,
  progress: ExportProgress = {},
): Promise<ExportResult> {
  if (!overwrite && existsSync(target)) throw exists();
  return inPrivateFolder(target, async (folder) => {
    const limits = limitsFor(pages);
    const burnt = await workers.burner.run("burn", input, limits, progress.onPage);
    const temporary = join(folder, "export.pdf");
    writeDurably(temporary, burnt.bytes);
    const verification = await workers.verifier.run(
      "verify",
      {
        original: input.original,
        ...(input.password === undefined ? {} : { password: input.password }),
        candidatePath: temporary,
        marks: input.marks,
        claim: burnt.report,
      },
      limits,
      progress.onCheck,
    );
    if (verification.passed) publish(temporary, target, overwrite);
    return {
      exported: verification.passed,
      report: burnt.report,
      verification,
      bytes: burnt.bytes.length,
    };
  });
}

function publish(temporary: string, target: string, overwrite: boolean): void {
  if (overwrite) renameSync(temporary, target);
  else {
    try {
      // A link fails where a file has appeared meanwhile; a rename would replace it.
      linkSync(temporary, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw exists();
      if (existsSync(target)) throw exists();
      renameSync(temporary, target);
    }
  }
  syncFolder(dirname(target));
}

function exists(): Refusal {
  return new Refusal("exists", "There is a file of that name already; it was not replaced.");
}
