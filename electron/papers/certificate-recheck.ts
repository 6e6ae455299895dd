// Compares an export with its certificate on any machine, without the original: the bytes, the
// structure, the pages, and that three readers still agree about them. What needs the original
// (words, pixels, terms) is told as not checked. Never trusts the certificate's own word for a pass.
import { verifyAlone } from "../verify/alone.ts";
import { certificateSchema, sha256, type Certificate } from "./certificate.ts";

export interface Recheck {
  readonly passed: boolean;
  /** One plain sentence each. */
  readonly findings: readonly string[];
  readonly confirmed: readonly string[];
  /** Names of the certificate's checks that only the original allows to repeat. */
  readonly notRepeated: readonly string[];
}

export async function recheck(bytes: Uint8Array, certificate: unknown): Promise<Recheck> {
  const parsed = certificateSchema.safeParse(certificate);
  if (!parsed.success)
    return {
      passed: false,
      findings: ["The certificate is not one of Candour's, or it was changed."],
      confirmed: [],
      notRepeated: [],
    };
  const { export: claimed, pages, plan, gaps, checks } = parsed.data;
  const findings: string[] = [];
  const confirmed: string[] = [];
  const check = (fine: boolean, yes: string, no: string): void => {
    if (fine) confirmed.push(yes);
    else findings.push(no);
  };
  check(
    sha256(bytes) === claimed.sha256,
    "The file is byte for byte the one that was certified.",
    "The file is not the one that was certified.",
  );
  const alone = await verifyAlone(bytes);
  check(
    alone.pages === claimed.pages && pages.length === claimed.pages,
    `It has the ${claimed.pages} page(s) that were certified.`,
    "It does not have the pages that were certified.",
  );
  const ids = new Set(checks.map((one) => one.id));
  const reasons = Object.values(plan.reasons).reduce((sum, n) => sum + n, 0);
  const boxes = pages.reduce((sum, page) => sum + page.boxes, 0);
  check(
    reasons === plan.marks && boxes === gaps.count && agree(parsed.data),
    "The certificate's counts add up.",
    "The certificate's counts do not add up.",
  );
  check(
    checks.every((one) => one.passed) &&
      [...ALWAYS, ...alone.checks.map((one) => one.id)].every((id) => ids.has(id)),
    "The certificate tells of every check, and of none that failed.",
    "The certificate tells of a check that failed, or leaves one out.",
  );
  for (const finding of alone.findings) findings.push(finding.message);
  for (const one of alone.checks) if (one.passed) confirmed.push(`${one.name}.`);
  const repeated = new Set(alone.checks.map((one) => one.id));
  return {
    passed: findings.length === 0,
    findings,
    confirmed,
    notRepeated: checks.filter((one) => !repeated.has(one.id)).map((one) => one.name),
  };
}

/** Checks of every verification, whatever the document; the export alone repeats some of them. */
const ALWAYS = [
  "terms-absent",
  "words-kept",
  "nothing-added",
  "labels-placed",
  "page-unchanged",
  "burnt-ink-gone",
];

/** Whether the pages are named in order and their bits are those of the gaps. */
function agree({ pages, gaps }: Certificate): boolean {
  const bits = pages.reduce((sum, page) => sum + page.bits, 0);
  return (
    pages.every(({ page }, index) => page === index + 1) &&
    gaps.constant <= gaps.count &&
    (gaps.constant === gaps.count) === (gaps.mostBits === 0) &&
    (gaps.mostBits === 0) === (bits === 0) &&
    gaps.mostBits <= bits + ROUNDED
  );
}

/** Bits are rounded to hundredths, each page by itself. */
const ROUNDED = 0.02;
