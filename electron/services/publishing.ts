// From the decisions of a document to a verified export in the case: freezes the plan, burns and
// verifies in workers, stores the file encrypted, and tells the trail. What fails leaves an entry only.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BurnAnswer } from "../../shared/ipc/publish.ts";
import type { BurnMode } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { OpenCase } from "../cases/open-case.ts";
import { buildCertificate } from "../papers/certificate.ts";
import { inputHashes } from "../papers/certificate-inputs.ts";
import { exportVerified, type ExportProgress, type ExportWorkers } from "../export/export.ts";
import { temporaryFolder } from "../export/temporary-folder.ts";
import { burnSummary, suggestedName } from "./burn-summary.ts";

export interface PublishRequest {
  readonly document: string;
  readonly mode: BurnMode;
  readonly title?: string | undefined;
  readonly language: string;
}

/** Never rejects for a document's fault: the answer tells in words what stopped it. */
export async function publish(
  workers: ExportWorkers,
  open: OpenCase,
  request: PublishRequest,
  progress: ExportProgress,
): Promise<BurnAnswer> {
  const { document } = request;
  open.exports.mayBurn();
  const [blocker] = burnSummary(open, document).blockers;
  if (blocker)
    throw new Refusal("not-allowed", `Nothing was burnt. ${blocker.message}`, blocker.page);
  open.review.terms.guard("title", request.title);
  const row = open.documents.get(document);
  const plan = open.review.plan(document);
  // A Buffer is refused by one of the engines: bytes cross to workers as plain arrays.
  const original = new Uint8Array(await open.documents.bytes(document));
  const folder = temporaryFolder();
  const target = join(folder, "export.pdf");
  try {
    const result = await exportVerified(
      workers,
      {
        original,
        password: row.password ?? undefined,
        marks: plan.marks,
        mode: request.mode,
        sealedPages: plan.sealedPages,
        language: request.language,
        title: request.title,
      },
      target,
      false,
      row.pages,
      progress,
    );
    const { report, verification } = result;
    if (!result.exported) {
      const checks = verification.findings.map((f) => f.check);
      const findings = verification.findings.length;
      open.exports.failed(document, { stage: "verify", code: "not-verified", findings, checks });
      const [first] = verification.findings;
      return {
        exported: false,
        report,
        verification,
        message: `Nothing was exported. ${first?.message ?? "A check did not pass."}`,
        page: first?.page,
      };
    }
    const card = open.exports.add({
      document,
      name: suggestedName(open, document),
      bytes: new Uint8Array(readFileSync(target)),
      plan,
      report,
      verification,
      certificate: ({ at }) =>
        buildCertificate({
          hashes: inputHashes({ original, marks: plan.marks }),
          planName: plan.hash,
          marks: plan.marks,
          report,
          verification,
          at,
          by: open.user.name,
          // Signed, so that whoever holds the certificate is a witness of the trail.
          trail: open.trail.checkpoint(),
        }),
    });
    return { exported: true, export: card, report, verification };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (open.open) open.exports.failed(document, { stage: "burn", code: error.code });
    const message = `Nothing was exported. ${error.message}`;
    return { exported: false, report: null, verification: null, message, page: error.page };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
