// `candour burn`: burns the marks of a file, verifies the result from disk, leaves it or nothing.
import { exportVerified, type ExportResult } from "../export/export.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { badArguments, sourceDateEpoch, type Arguments } from "./arguments.ts";
import { noticeSentences, refusalSentence } from "./told.ts";
import { checkOutput, readInput, readMarks, writeOutput } from "./files.ts";
import { wholePlan, withAdded } from "./whole-plan.ts";
import { INSPECT_CLOCK, withWorkers } from "./workers.ts";

export async function burnCommand(args: Arguments): Promise<number> {
  const [file, ...more] = args.rest;
  if (!file || more.length > 0) throw badArguments("burn takes one file.");
  if (!args.marks) throw badArguments("--marks names the file of marks.");
  if (!args.out) throw badArguments("--out names the file to write.");
  const target = checkOutput(args.out, args.force);
  const reportPath = args.report ? checkOutput(args.report, args.force) : null;
  const certificatePath = args.certificate ? checkOutput(args.certificate, args.force) : null;
  const epoch = sourceDateEpoch();
  const { marks } = readMarks(args.marks);
  const original = readInput(file);
  const password = process.env["CANDOUR_PASSWORD"];

  const { plan, ...result } = await withWorkers(2, async ([burner, verifier]) => {
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
    );
    return { ...burnt, plan, report: withAdded(burnt.report, plan) };
  });
  if (reportPath) writeOutput(reportPath, reportOf(result));
  if (!result.exported) {
    process.stderr.write(`candour: ${refusalSentence(result.verification)}\n`);
    return 1;
  }
  if (certificatePath) {
    const { buildCertificate } = await import("../export/certificate.ts");
    const certificate = buildCertificate({
      marks: plan.marks,
      report: result.report,
      verification: result.verification,
      at: epoch === undefined ? null : new Date(epoch * 1000).toISOString(),
    });
    writeOutput(certificatePath, `${JSON.stringify(certificate, null, 1)}\n`);
  }
  for (const note of result.report.notes) process.stderr.write(`candour: note: ${note}\n`);
  for (const notice of noticeSentences(result.verification))
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

function reportOf(result: ExportResult): string {
  const { report, verification, exported } = result;
  return `${JSON.stringify({ exported, report, verification }, null, 1)}\n`;
}
