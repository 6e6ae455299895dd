// `candour burn`: burns the marks of a file, verifies the result from disk, leaves it or nothing.
import { rmSync } from "node:fs";
import type { PlanMark } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { planHashInput } from "../../shared/review/plan.ts";
import { buildCertificate, sha256 } from "../papers/certificate.ts";
import { inputHashes } from "../papers/certificate-inputs.ts";
import { warmVerifier } from "../export/early-verifier.ts";
import { exportVerified, type ExportResult } from "../export/export.ts";
import { badArguments, sourceDateEpoch, type Arguments } from "./arguments.ts";
import { inLines, refusalSentence } from "./told.ts";
import { readInput, readMarks } from "./files.ts";
import { checkOutputs, writeOutput } from "./outputs.ts";
import { wholePlan, withAdded } from "./whole-plan.ts";
import { INSPECT_CLOCK, withWorkers } from "./workers.ts";

export async function burnCommand(args: Arguments): Promise<number> {
  const [file, ...more] = args.rest;
  if (!file || more.length > 0) throw badArguments("burn takes one file.");
  if (!args.marks) throw badArguments("--marks names the file of marks.");
  if (!args.out) throw badArguments("--out names the file to write.");
  const [target, reportPath, certificatePath] = checkOutputs(
    [args.out, args.report, args.certificate] as const,
    { reads: [file, args.marks], force: args.force },
  );
  const epoch = sourceDateEpoch();
  const since = performance.now();
  const { marks } = readMarks(args.marks);
  const original = readInput(file);
  const password = process.env["CANDOUR_PASSWORD"];

  const { plan, ...result } = await withWorkers(2, async ([burner, verifier]) => {
    warmVerifier(verifier!);
    const { facts } = await burner!.run(
      "inspect",
      { bytes: original, password },
      { clock: INSPECT_CLOCK },
    );
    checkPages(marks, facts.pages);
    const plan = await wholePlan(burner!, { bytes: original, password, marks }, facts.pages);
    const burnt = await exportVerified(
      { burner: burner!, verifier: verifier! },
      {
        original,
        password,
        marks: plan.marks,
        mode: args.mode,
        language: args.lang,
        title: args.title,
        epoch,
      },
      target,
      args.force,
      facts.pages,
      { since },
    );
    return { ...burnt, plan, report: withAdded(burnt.report, plan) };
  });
  const written = result.exported ? [target] : [];
  try {
    if (reportPath) writeOutput(reportPath, reportOf(original, plan.marks, result), args.force);
    if (reportPath) written.push(reportPath);
    if (certificatePath && result.exported) {
      const certificate = buildCertificate({
        hashes: inputHashes({ original, marks: plan.marks }),
        marks: plan.marks,
        report: result.report,
        verification: result.verification,
        at: epoch === undefined ? null : new Date(epoch * 1000).toISOString(),
      });
      writeOutput(certificatePath, `${JSON.stringify(certificate, null, 1)}\n`, args.force);
    }
  } catch (error) {
    // All that was asked for, or nothing of it.
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  if (!result.exported) {
    process.stderr.write(`candour: ${refusalSentence(result.verification)}\n`);
    return 1;
  }
  const { report, verification } = result;
  for (const note of inLines(report.notes.map((message) => ({ message }))))
    process.stderr.write(`candour: note: ${note}\n`);
  for (const notice of inLines(verification.notices))
    process.stderr.write(`candour: notice: ${notice}\n`);
  const sealed = result.report.pages.filter((p) => p.kind === "sealed").length;
  const crisp = result.report.pages.length - sealed;
  process.stdout.write(
    `verified: ${result.report.pages.length} pages (${crisp} crisp, ${sealed} sealed), ${plan.marks.length} marks burnt\n`,
  );
  return 0;
}

function checkPages(marks: readonly { readonly page: number }[], pages: number): void {
  const beyond = marks.find((mark) => mark.page > pages);
  if (beyond) {
    throw new Refusal(
      "bad-arguments",
      `A mark names page ${beyond.page}, but the document has ${pages}.`,
      beyond.page,
    );
  }
}

/** It names places and hashes of the original: it stays with whoever holds the original. */
function reportOf(
  original: Uint8Array,
  marks: readonly PlanMark[],
  { report, verification, exported }: ExportResult,
): string {
  const inputs = { original: sha256(original), plan: sha256(planHashInput(marks)) };
  return `${JSON.stringify({ exported, inputs, report, verification }, null, 1)}\n`;
}
