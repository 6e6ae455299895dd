// A refusal is an expected outcome with one clear sentence for a person: exit code 1 or 2,
// an error value over IPC. Anything else that is thrown is a defect.

const REFUSAL_CODES = [
  "not-a-pdf",
  "empty",
  "truncated",
  "damaged",
  "password-needed",
  "password-wrong",
  "too-many-pages",
  "page-too-large",
  "file-too-large",
  "too-slow",
  "too-much-memory",
  "engine-crash",
  "engines-disagree",
  "undecodable",
  "bad-arguments",
  "exists",
  "not-found",
  "not-verified",
  "not-allowed",
  "locked",
  "wrong-passphrase",
  "case-damaged",
  "case-version",
  "disk-full",
  "read-only",
  "cancelled",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Page it concerns, counted from 1. */
  readonly page: number | undefined;

  /** @param message one plain sentence; never a secret, never a stack. */
  constructor(code: RefusalCode, message: string, page?: number) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.page = page;
  }
}
