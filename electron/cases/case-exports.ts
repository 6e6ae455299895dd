// Verified exports of a case: encrypted beside the originals, with plan, report and certificate. Only
// a passed verification may come here; a failed one leaves an entry and nothing else (V2).
import type { ExportCard } from "../../shared/ipc/publish.ts";
import type { BurnReport } from "../../shared/model/burning.ts";
import { spansOf } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { Verification } from "../../shared/model/verification.ts";
import type { Standing } from "../../shared/policy/stage.ts";
import { certificateHash } from "../storage/case-tables.ts";
import type { ExportRow, ExportRows, FullExportRow } from "../storage/exports.ts";
import type { CaseContext } from "./case-context.ts";
import type { FrozenPlan } from "./case-review.ts";
import { mayBurn } from "./who-holds.ts";

export interface NewExport {
  readonly document: string;
  /** Suggested file name: a term of the case in it is refused. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly plan: FrozenPlan;
  readonly report: BurnReport;
  readonly verification: Verification;
  /** Built once the export's id and time are known; it may quote the checkpoint of that moment. */
  readonly certificate: (made: { readonly id: string; readonly at: string }) => unknown;
}

export class CaseExports {
  readonly #c: CaseContext;
  readonly #rows: ExportRows;
  readonly #standing: (document: string, plan: string) => Standing;
  readonly #nameOf: (user: string) => string;

  /** @param standing how a plan of a document stands, by its hash */
  constructor(
    context: CaseContext,
    rows: ExportRows,
    standing: (document: string, plan: string) => Standing,
    nameOf: (user: string) => string,
  ) {
    this.#c = context;
    this.#rows = rows;
    this.#standing = standing;
    this.#nameOf = nameOf;
  }

  list(): readonly ExportCard[] {
    return this.#rows.all().map((e) => this.#card(e));
  }

  get(id: string): FullExportRow {
    const found = this.#rows.get(id);
    if (!found) throw new Refusal("not-found", "This export is not in the case.");
    return found;
  }

  /** @throws Refusal not-allowed where this person may burn nothing now */
  mayBurn(): void {
    mayBurn(this.#c);
  }

  add(made: NewExport): ExportCard {
    const { db, vault, now, newId, trail, user } = this.#c;
    const { verification, report, plan } = made;
    if (!verification.passed)
      throw new Refusal("not-verified", "Nothing is exported that did not pass every check.");
    if (!this.#c.rows.documents.get(made.document))
      throw new Refusal("not-found", "The document was removed from the case meanwhile.");
    const stored = vault.put("exports", made.bytes);
    if (verification.sha256 !== stored.sha256) {
      if (stored.fresh) vault.remove("exports", stored.file);
      throw new Refusal("not-verified", "The file that was checked is not the file to be kept.");
    }
    const [id, at] = [newId(), now()];
    const crisp = report.pages.filter((p) => p.kind === "crisp").length;
    const row: FullExportRow = {
      id,
      document: made.document,
      name: made.name,
      at,
      by: user.id,
      sha256: stored.sha256,
      bytes: made.bytes.length,
      pages: report.pages.length,
      crisp_pages: crisp,
      sealed_pages: report.pages.length - crisp,
      plan_hash: plan.hash,
      plan: { marks: plan.marks, sealedPages: plan.sealedPages },
      report,
      verification,
      certificate: made.certificate({ id, at }),
      file: stored.file,
    };
    try {
      db.write(() => {
        this.#rows.add(row);
        trail.append({
          kind: "export.verified",
          document: made.document,
          data: {
            export: id,
            sha256: stored.sha256,
            bytes: row.bytes,
            pages: row.pages,
            crisp,
            sealed: row.sealed_pages,
            marks: spansOf(plan.marks).length,
            plan: plan.hash,
            checks: verification.checks.length,
            signed: this.#standing(made.document, plan.hash) === "signed",
            certificate: certificateHash(row.certificate),
          },
        });
      });
    } catch (error) {
      if (stored.fresh) vault.remove("exports", stored.file);
      throw error;
    }
    this.#c.remember();
    return this.#card(row);
  }

  /** An export that was refused: an entry, and nothing else is left. */
  failed(
    document: string,
    failure: {
      readonly stage: "burn" | "verify" | "write";
      readonly code: string;
      readonly findings?: number;
      readonly checks?: readonly string[];
    },
  ): void {
    this.#c.trail.append({
      kind: "export.failed",
      document,
      data: {
        stage: failure.stage,
        code: failure.code,
        findings: failure.findings ?? 0,
        checks: [...new Set(failure.checks)],
      },
    });
  }

  /** A copy left the case by a person's wish. */
  copied(id: string): void {
    const { document } = this.get(id);
    this.#c.trail.append({ kind: "export.copied", document, data: { export: id } });
    this.#c.remember();
  }

  async bytes(id: string): Promise<Uint8Array> {
    const e = this.get(id);
    return this.#c.vault.get("exports", e.file, e.sha256);
  }

  certificate(id: string): unknown {
    return this.get(id).certificate;
  }

  #card(e: ExportRow): ExportCard {
    return {
      id: e.id,
      document: e.document,
      name: e.name,
      at: e.at,
      by: this.#nameOf(e.by),
      sha256: e.sha256,
      bytes: e.bytes,
      pages: e.pages,
      crispPages: e.crisp_pages,
      sealedPages: e.sealed_pages,
      standing: this.#standing(e.document, e.plan_hash),
    };
  }
}
