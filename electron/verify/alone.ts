// What can be verified of an export without its original: that three readers open it alike and
// that it is made of nothing but what an export may hold. Throws nothing.
import type { CheckResult, VerifyFinding } from "../../shared/model/verification.ts";
import { counted } from "./counted.ts";
import { EngineFailure } from "./engines/failure.ts";
import { PdfiumEngine } from "./engines/pdfium.ts";
import { PdfjsDocument } from "./engines/pdfjs.ts";
import { Findings } from "./findings.ts";
import { readRawFile } from "./raw/file.ts";
import { inspectStructure } from "./structure/structure.ts";

export interface Alone {
  /** 0 where the readers do not agree. */
  readonly pages: number;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly VerifyFinding[];
}

export async function verifyAlone(bytes: Uint8Array): Promise<Alone> {
  const findings = new Findings();
  const structure = inspectStructure(bytes, readRawFile(bytes), findings);
  const counts = [structure.pages.length];
  try {
    const engine = await PdfiumEngine.start();
    const pdfium = engine.open(bytes);
    counts.push(pdfium.pages);
    pdfium.close();
    const pdfjs = await PdfjsDocument.open(bytes);
    counts.push(pdfjs.pages);
    await pdfjs.close();
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    findings.add("engines-agree", `${error.engine} cannot open the file.`);
  }
  const agreed = counts.length === 3 && counts.every((count) => count === counts[0]);
  findings.open("engines-agree", counted(structure.pages.length, "page"));
  if (counts.length === 3 && !agreed)
    findings.add("engines-agree", "Readers do not agree how many pages the file has.");
  return {
    pages: agreed ? counts[0]! : 0,
    checks: findings.results(),
    findings: findings.findings(),
  };
}
