// What the verifier does before there is an export: it loads its code while somebody else is at work, and
// opens the original while that is burnt. All of it only saves time: what fails is told by the verification.
import type { BurnInput } from "../../shared/model/burning.ts";
import type { JobLimits, WorkerClient } from "../workers/client.ts";

/** Milliseconds. */
export const PREPARING = { clock: 36_000 };

/**
 * Loads the verifier; it learns of no document by it.
 * @param pages of the document to come, where they are known
 */
export function warmVerifier(verifier: WorkerClient, pages = 1): void {
  verifier.run("warmVerify", { pages }, PREPARING).catch(() => {});
}

/** The verifier opens the original; asked for twice it does nothing. */
export function prepareVerification(
  verifier: WorkerClient,
  { original, password }: Pick<BurnInput, "original" | "password">,
  limits: JobLimits,
): void {
  verifier.run("prepareVerify", { original, password }, limits).catch(() => {});
}

/** What was prepared for a verification that never came. A file that holds it up holds up nobody else. */
export function forgetOriginal(verifier: WorkerClient): void {
  if (verifier.started) verifier.run("forgetPrepared", null, PREPARING).catch(() => {});
}
