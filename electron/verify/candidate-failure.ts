// Failures on the candidate are findings, not refusals: told apart by this wrapper.
import { EngineFailure } from "./engines/failure.ts";

export class CandidateFailure extends Error {}

/** @throws CandidateFailure where an engine fails on the candidate */
export async function onCandidate<T>(use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof EngineFailure) throw new CandidateFailure(error.message);
    throw error;
  }
}
