// `candour verify`: judges any candidate against an original and the marks; never changes either.
import { Refusal } from "../../shared/model/refusal.ts";
import { resolve } from "node:path";
import { badArguments, type Arguments } from "./arguments.ts";
import { readInput, readMarks } from "./files.ts";
import { checkOutputs, writeOutput } from "./outputs.ts";
import { withCertificate } from "../papers/certificate-inputs.ts";
import { wholePlan } from "./whole-plan.ts";
import { warmVerifier } from "../export/early-verifier.ts";
import { READ_CLOCK, withWorkers } from "./workers.ts";

/** Without the original: the export against its certificate, as far as that can be seen. */
async function recheckCommand(args: Arguments, certificatePath: string): Promise<number> {
  const [exportPath, ...more] = args.rest;
  if (!exportPath || more.length > 0)
    throw badArguments(
      "verify --certificate takes the export alone, or original, export and --marks.",
    );
  const certificate = readCertificate(certificatePath);
  const bytes = readInput(exportPath);
  const [target] = checkOutputs([args.json] as const, {
    reads: [exportPath, certificatePath],
    force: args.force,
  });
  const answer = await withWorkers(1, ([worker]) =>
    worker!.run("recheck", { bytes, certificate }, { clock: READ_CLOCK }),
  );
  if (target) writeOutput(target, `${JSON.stringify(answer, null, 1)}\n`, args.force);
  for (const line of answer.confirmed) process.stdout.write(`pass  ${line}\n`);
  for (const line of answer.notRepeated)
    process.stdout.write(`not repeated without the original: ${line}\n`);
  for (const line of answer.findings) process.stderr.write(`candour: ${line}\n`);
  return answer.passed ? 0 : 1;
}

function readCertificate(path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readInput(path)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("bad-arguments", "The certificate is not JSON.");
  }
}

export async function verifyCommand(args: Arguments): Promise<number> {
  if (args.certificate !== undefined && !args.marks) return recheckCommand(args, args.certificate);
  const [originalPath, candidatePath, ...more] = args.rest;
  if (!originalPath || !candidatePath || more.length > 0) {
    throw badArguments("verify takes the original and the candidate.");
  }
  if (!args.marks) throw badArguments("--marks names the file of marks.");
  const [target] = checkOutputs([args.json] as const, {
    reads: [
      originalPath,
      candidatePath,
      args.marks,
      ...(args.certificate ? [args.certificate] : []),
    ],
    force: args.force,
  });
  const { marks } = readMarks(args.marks);
  const certificate = args.certificate && readCertificate(args.certificate);
  const original = readInput(originalPath);
  readInput(candidatePath);
  const password = process.env["CANDOUR_PASSWORD"];
  const verification = await withWorkers(2, async ([reader, verifier]) => {
    warmVerifier(verifier!);
    const plan = await wholePlan(reader!, { bytes: original, password, marks });
    const found = await verifier!.run(
      "verify",
      { original, password, candidatePath: resolve(candidatePath), marks: plan.marks },
      { clock: READ_CLOCK },
    );
    if (certificate === undefined) return found;
    return withCertificate(found, certificate, { original, marks: plan.marks });
  });
  if (target) writeOutput(target, `${JSON.stringify(verification, null, 1)}\n`, args.force);
  for (const check of verification.checks) {
    process.stdout.write(`${check.passed ? "pass" : "FAIL"}  ${check.name}: ${check.detail}\n`);
  }
  for (const finding of verification.findings) {
    const where = finding.page === undefined ? "" : `page ${finding.page}: `;
    process.stderr.write(`candour: ${where}${finding.message}\n`);
  }
  return verification.passed ? 0 : 1;
}
