// From a plan to a finished file: burn → temporary file → fsync → verify from disk → rename.
// Second promise: no file without a pass. A finding deletes the file and says where (V2).
// Burning and verifying run in two worker processes, so that one engine's trouble is not the other's.
// While one burns, the other opens the original; of the export it sees nothing but the file on disk.
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BurnInput, BurnReport } from "../../shared/model/burning.ts";
import type { Verification } from "../../shared/model/verification.ts";
import type { WorkerClient } from "../workers/client.ts";
import type { BurnStep } from "../workers/jobs.ts";
import { diskRefusal } from "./disk.ts";
import { forgetOriginal, PREPARING, prepareVerification, warmVerifier } from "./early-verifier.ts";
import { limitsFor, SHORT_IN_ALL } from "./limits.ts";
import { exists, inPrivateFolder, place, writeDurably } from "./private-folder.ts";
import { saferPlan } from "./safer-plan.ts";

export interface ExportWorkers {
  readonly burner: WorkerClient;
  readonly verifier: WorkerClient;
}

export interface ExportProgress {
  readonly onPage?: (progress: BurnStep) => void;
  /** When the caller began with the document (`performance.now()`); absent: now. */
  readonly since?: number;
  readonly onCheck?: (progress: { check: string; done: number; total: number }) => void;
}

export interface ExportResult {
  /** False: verification found something; no file was left. */
  readonly exported: boolean;
  readonly report: BurnReport;
  readonly verification: Verification;
  readonly bytes: number;
}

/** Burning anew with doubtful pages sealed, at most so often in all. */
const ROUNDS = 7;
/** With less left than this no other way is tried: what was found stops the export. */
const LAST_ROUND = 2_000;
/** With less time left than for so many rounds like the last, only the last resort is tried. */
const ROUNDS_LEFT = 2;
/**
 * From so many pages on the verifier prepares while the burner works, once the burner has come through the first:
 * an original that asks for too much memory asks only one process for it.
 */
const PREPARED_FROM = 20;

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
  warmVerifier(workers.verifier, pages);
  return inPrivateFolder(target, async (folder) => {
    try {
      const { plan, attempt } = await tryOut(workers, input, folder, pages, progress);
      const { verification, temporary, bytes } = attempt;
      const report = withReasons(attempt.report, input, plan);
      if (verification.passed) place(temporary, target, overwrite);
      return { exported: verification.passed, report, verification, bytes };
    } finally {
      forgetOriginal(workers.verifier);
      await forgetPages(workers);
    }
  }).catch((error: unknown) => {
    throw diskRefusal(error, target);
  });
}

/** Burns and verifies; pages that do not pass are burnt again another way, the others are kept. */
async function tryOut(
  workers: ExportWorkers,
  input: BurnInput,
  folder: string,
  pages: number,
  progress: ExportProgress,
): Promise<{ readonly plan: BurnInput; readonly attempt: Attempt }> {
  const name = randomUUID();
  const until = (progress.since ?? performance.now()) + SHORT_IN_ALL;
  const once = (plan: BurnInput, round: number): Promise<Attempt> =>
    burnAndVerify(workers, { ...plan, name }, join(folder, `${round}.pdf`), pages, until, progress);
  let plan = input;
  let began = performance.now();
  let attempt = await once(plan, 1);
  for (let round = 2; round <= ROUNDS && !attempt.verification.passed; round++) {
    const left = limitsFor(pages, until).most ?? Infinity;
    if (left < LAST_ROUND) break;
    const rounds = left / (performance.now() - began);
    began = performance.now();
    const next = saferPlan(plan, attempt, rounds < ROUNDS_LEFT);
    if (next === null) break;
    plan = next;
    attempt = await once(plan, round);
  }
  return { plan, attempt };
}

/** What the burner keeps for the next round includes what stood under the marks. */
async function forgetPages({ burner }: ExportWorkers): Promise<void> {
  if (!burner.started) return;
  await burner.run("forgetPages", null, PREPARING).catch(() => null);
}

interface Attempt {
  readonly report: BurnReport;
  readonly verification: Verification;
  readonly temporary: string;
  readonly bytes: number;
}

async function burnAndVerify(
  workers: ExportWorkers,
  input: BurnInput & { readonly name: string },
  temporary: string,
  pages: number,
  until: number,
  progress: ExportProgress,
): Promise<Attempt> {
  let toPrepare = pages >= PREPARED_FROM;
  const burnt = await workers.burner.run("burn", input, limitsFor(pages, until), (step) => {
    if (toPrepare) prepareVerification(workers.verifier, input, limitsFor(pages, until));
    toPrepare = false;
    progress.onPage?.(step);
  });
  writeDurably(temporary, burnt.bytes);
  const verification = await workers.verifier.run(
    "verify",
    {
      original: input.original,
      ...(input.password === undefined ? {} : { password: input.password }),
      candidatePath: temporary,
      marks: input.marks,
      claim: burnt.report,
      asked: { title: input.title, language: input.language, epoch: input.epoch },
    },
    limitsFor(pages, until),
    progress.onCheck,
  );
  return { report: burnt.report, verification, temporary, bytes: burnt.bytes.length };
}

function withReasons(report: BurnReport, asked: BurnInput, done: BurnInput): BurnReport {
  const before = new Set(asked.sealedPages);
  const doubtful = new Set((done.sealedPages ?? []).filter((page) => !before.has(page)));
  const pictures = new Set(done.picturePages);
  const boxed = new Set(done.boxedPages);
  const pages = report.pages.map((p) => {
    if (pictures.has(p.page)) return { ...p, reason: "Its own text did not pass every check" };
    if (boxed.has(p.page)) return { ...p, reason: "Its lines with boxes did not pass every check" };
    if (!doubtful.has(p.page)) return p;
    return { ...p, reason: "As text it did not pass every check" };
  });
  return { ...report, pages };
}
