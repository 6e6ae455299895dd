// Gathers what the checks count, find and notice, in a fixed order, so that the same files give
// the same verification. Messages are plain sentences without a secret; each check keeps a
// bounded number of them and counts the rest.
import type { Rect } from "../../shared/geometry/rect.ts";
import { CHECKS, type CheckId } from "../../shared/model/checks.ts";
import type { CheckResult, VerifyFinding } from "../../shared/model/verification.ts";

const MOST_MESSAGES = 25;

interface Check {
  readonly name: string;
  readonly findings: VerifyFinding[];
  readonly said: Set<string>;
  total: number;
  detail: string;
}

/** A finding, a notice or that a check was run, on its way from where it was made. */
export interface Noted {
  readonly kind: "finding" | "notice" | "run";
  readonly check: CheckId;
  /** Of a check that was run, what it looked at. */
  readonly message: string;
  readonly page: number | undefined;
  readonly words?: readonly Rect[] | undefined;
}

export class Findings {
  private readonly checks = new Map<CheckId, Check>();
  private readonly noticed: VerifyFinding[] = [];

  /** A check that is not opened was not run, and does not appear in the result. */
  open(id: CheckId, detail = ""): void {
    const check = this.check(id);
    if (detail) check.detail = detail;
  }

  /** @param words where each of them stands that would be better left out */
  add(id: CheckId, message: string, page?: number, words?: readonly Rect[]): void {
    const check = this.check(id);
    const key = `${page ?? 0} ${message}`;
    if (check.said.has(key)) return;
    check.said.add(key);
    check.total++;
    if (check.findings.length < MOST_MESSAGES)
      check.findings.push({
        check: id,
        ...(page === undefined ? {} : { page }),
        message,
        ...(words === undefined ? {} : { words }),
      });
  }

  notice(id: CheckId, message: string, page?: number): void {
    if (this.noticed.length >= 200) return;
    if (this.noticed.some((n) => n.page === page && n.message === message)) return;
    this.noticed.push(page === undefined ? { check: id, message } : { check: id, page, message });
  }

  /** Takes over what was found elsewhere, as if it had been found here and now. */
  takeOver(found: readonly Noted[]): void {
    for (const { kind, check, message, page, words } of found)
      if (kind === "finding") this.add(check, message, page, words);
      else if (kind === "run") this.open(check, message);
      else this.notice(check, message, page);
  }

  private check(id: CheckId): Check {
    let check = this.checks.get(id);
    if (!check) {
      check = { name: CHECKS[id], findings: [], said: new Set(), total: 0, detail: "" };
      this.checks.set(id, check);
    }
    return check;
  }

  get failed(): boolean {
    return [...this.checks.values()].some((check) => check.total > 0);
  }

  results(): CheckResult[] {
    return this.ordered().map(([id, check]) => ({
      id,
      name: check.name,
      passed: check.total === 0,
      detail: check.detail,
    }));
  }

  findings(): VerifyFinding[] {
    return this.ordered().flatMap(([id, check]) => {
      const rest = check.total - check.findings.length;
      return rest > 0
        ? [...check.findings, { check: id, message: `And ${rest} more of this kind.` }]
        : check.findings;
    });
  }

  notices(): VerifyFinding[] {
    return this.noticed;
  }

  private ordered(): [CheckId, Check][] {
    return (Object.keys(CHECKS) as CheckId[]).flatMap((id) => {
      const check = this.checks.get(id);
      return check ? [[id, check] as [CheckId, Check]] : [];
    });
  }
}

/** Keeps what is found for somebody else to take over, in its order. */
export class NotedFindings extends Findings {
  readonly noted: Noted[] = [];

  override open(check: CheckId, detail = ""): void {
    this.note({ kind: "run", check, message: detail, page: undefined });
  }

  override add(check: CheckId, message: string, page?: number, words?: readonly Rect[]): void {
    this.note({ kind: "finding", check, message, page, words });
  }

  override notice(check: CheckId, message: string, page?: number): void {
    this.note({ kind: "notice", check, message, page });
  }

  private readonly known = new Set<string>();

  private note(found: Noted): void {
    const key = `${found.kind} ${found.check} ${found.page ?? 0} ${found.message}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.noted.push(found);
  }
}
