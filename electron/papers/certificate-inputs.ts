// What a certificate calls the original and the plan, and whether those at hand are the ones it means.
// The original goes by its SHA-256. The plan goes by an HMAC under a key made of the original's bytes:
// a place is as wide as the name under it, so that a plain hash could be found by trying names. Whoever
// holds original and marks can make both again; nobody else can try anything.
import { counted } from "../verify/counted.ts";
import { createHash, createHmac } from "node:crypto";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { planHashInput } from "../../shared/review/plan.ts";
import { certificateSchema, sha256 } from "./certificate.ts";

export interface CertificateInputs {
  readonly original: Uint8Array;
  readonly marks: readonly PlanMark[];
}

/** 64 hex digits each. */
export interface InputHashes {
  readonly original: string;
  readonly plan: string;
}

export function inputHashes({ original, marks }: CertificateInputs): InputHashes {
  const key = createHash("sha256").update("candour plan key 1\n").update(original).digest();
  return {
    original: sha256(original),
    plan: createHmac("sha256", key).update(planHashInput(marks)).digest("hex"),
  };
}

const CHECK = "certificate-fits";

/** The verification with one check more: whether the certificate is that of this export, original and plan. */
export function withCertificate(
  verification: Verification,
  certificate: unknown,
  inputs: CertificateInputs,
): Verification {
  const wrong = faults(verification, certificate, inputs);
  const passed = wrong.length === 0;
  const check = {
    id: CHECK,
    name: "The certificate is that of this export, original and plan",
    passed,
    detail: passed ? "3 hashes" : counted(wrong.length, "finding"),
  };
  return {
    ...verification,
    passed: verification.passed && passed,
    checks: [...verification.checks, check],
    findings: [...verification.findings, ...wrong.map((message) => ({ check: CHECK, message }))],
  };
}

function faults(
  verification: Verification,
  certificate: unknown,
  inputs: CertificateInputs,
): readonly string[] {
  const parsed = certificateSchema.safeParse(certificate);
  if (!parsed.success) return ["The certificate is not one of Candour's, or it was changed."];
  const { export: exported, original, plan } = parsed.data;
  const hashes = inputHashes(inputs);
  return [
    exported.sha256 === verification.sha256 || "The certificate is that of another export.",
    original.sha256 === hashes.original || "The certificate was made of another original.",
    plan.sha256 === hashes.plan || "The certificate was made with other marks.",
  ].filter((fault) => fault !== true);
}
