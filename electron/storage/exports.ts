// Verified exports, insert-only, and the register of their releases, which can only be recalled.
import { z } from "zod";
import type { CaseDatabase } from "./connection.ts";
import { json, row, rows } from "./rows.ts";

const base = {
  id: z.string(),
  document: z.string(),
  name: z.string(),
  at: z.string(),
  by: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  crisp_pages: z.int(),
  sealed_pages: z.int(),
  plan_hash: z.string(),
  file: z.string(),
};
const schema = z.object(base);
const fullSchema = z.object({
  ...base,
  plan: json(z.unknown()),
  report: json(z.unknown()),
  verification: json(z.unknown()),
  certificate: json(z.unknown()),
});
export type ExportRow = z.infer<typeof schema>;
export type FullExportRow = z.infer<typeof fullSchema>;

const releaseSchema = z.object({
  id: z.string(),
  export: z.string(),
  at: z.string(),
  by: z.string(),
  recipient: z.string(),
  supersedes: z.string().nullable(),
  note: z.string().nullable(),
  recalled_at: z.string().nullable(),
  recall_reason: z.string().nullable(),
});
export type ReleaseRow = z.infer<typeof releaseSchema>;

export class ExportRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  /** Without plan, report and certificate. Oldest first. */
  all(): readonly ExportRow[] {
    const columns = Object.keys(base).join(", ");
    return rows(schema, this.#db.all(`SELECT ${columns} FROM exports ORDER BY at, rowid`));
  }

  get(id: string): FullExportRow | undefined {
    const found = this.#db.get("SELECT * FROM exports WHERE id = ?", id);
    return found === undefined ? undefined : row(fullSchema, found);
  }

  add(e: FullExportRow): void {
    this.#db.run(
      "INSERT INTO exports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.id,
      e.document,
      e.name,
      e.at,
      e.by,
      e.sha256,
      e.bytes,
      e.pages,
      e.crisp_pages,
      e.sealed_pages,
      e.plan_hash,
      JSON.stringify(e.plan),
      JSON.stringify(e.report),
      JSON.stringify(e.verification),
      JSON.stringify(e.certificate),
      e.file,
    );
  }

  releases(): readonly ReleaseRow[] {
    return rows(releaseSchema, this.#db.all("SELECT * FROM releases ORDER BY at, rowid"));
  }

  addRelease(r: ReleaseRow): void {
    this.#db.run(
      "INSERT INTO releases (id, export, at, by, recipient, supersedes, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
      r.id,
      r.export,
      r.at,
      r.by,
      r.recipient,
      r.supersedes,
      r.note,
    );
  }

  recall(id: string, at: string, reason: string): void {
    this.#db.run(
      "UPDATE releases SET recalled_at = ?, recall_reason = ? WHERE id = ?",
      at,
      reason,
      id,
    );
  }
}
