// Rows of the trail. Insert and read; there is no update and no delete, here or in the database (A1).
import { z } from "zod";
import type { AuditEntry, AuditKind } from "../../shared/audit/kinds.ts";
import { besideTrail } from "./beside-trail.ts";
import type { CaseDatabase, Value } from "./connection.ts";
import { json, row, rows } from "./rows.ts";

const schema = z
  .object({
    seq: z.int(),
    at: z.string(),
    by: z.string(),
    tool: z.string(),
    kind: z.string().transform((kind) => kind as AuditKind),
    document: z.string().nullable(),
    page: z.int().nullable(),
    data: json(z.record(z.string(), z.unknown())),
    previous: z.string(),
    hash: z.string(),
    signature: z.string(),
  })
  .transform((entry): AuditEntry => entry);

export interface EntryFilter {
  readonly before?: number;
  readonly limit: number;
  readonly kind?: string;
  readonly document?: string;
  readonly page?: number;
  readonly by?: string;
}

export class AuditRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  head(): { readonly seq: number; readonly hash: string } | undefined {
    const found = this.#db.get("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    return found === undefined
      ? undefined
      : row(z.object({ seq: z.int(), hash: z.string() }), found);
  }

  insert(e: AuditEntry, data: string): void {
    this.#db.run(
      "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.seq,
      e.at,
      e.by,
      e.tool,
      e.kind,
      e.document,
      e.page,
      data,
      e.previous,
      e.hash,
      e.signature,
    );
  }

  /** From the first on, in slices, so that a long trail never fills the memory. */
  *each(from = 1): Generator<AuditEntry> {
    for (let next = from; ;) {
      const slice = rows(
        schema,
        this.#db.all("SELECT * FROM audit WHERE seq >= ? ORDER BY seq LIMIT 500", next),
      );
      yield* slice;
      if (slice.length < 500) return;
      next = slice.at(-1)!.seq + 1;
    }
  }

  /** Newest first. `kind` may be a family: "mark" takes "mark.accepted" and the like. */
  page(filter: EntryFilter): { entries: readonly AuditEntry[]; total: number } {
    const where: string[] = [];
    const values: Value[] = [];
    if (filter.kind !== undefined) {
      where.push("(kind = ? OR substr(kind, 1, length(?) + 1) = ? || '.')");
      values.push(filter.kind, filter.kind, filter.kind);
    }
    for (const column of ["document", "page", "by"] as const)
      if (filter[column] !== undefined) {
        where.push(`${column} = ?`);
        values.push(filter[column]);
      }
    const matching = where.length > 0 ? `WHERE ${where.join(" AND ")}` : "";
    const { total } = row(
      z.object({ total: z.int() }),
      this.#db.get(`SELECT count(*) AS total FROM audit ${matching}`, ...values),
    );
    const upTo = filter.before ?? Number.MAX_SAFE_INTEGER;
    const entries = rows(
      schema,
      this.#db.all(
        `SELECT * FROM audit ${matching === "" ? "WHERE" : `${matching} AND`} seq < ? ORDER BY seq DESC LIMIT ?`,
        ...values,
        upTo,
        filter.limit,
      ),
    );
    return { entries, total };
  }

  /** Entries of a document that name one suggestion, mark, picture or comment by id, oldest first. */
  about(document: string, target: string): readonly AuditEntry[] {
    return rows(
      schema,
      this.#db.all(
        `WITH wanted (document, target) AS (VALUES (?, ?))
         SELECT audit.* FROM audit, wanted WHERE audit.document = wanted.document AND (
           json_extract(data, '$.mark') = target OR json_extract(data, '$.target') = target
           OR json_extract(data, '$.picture') = target
           OR EXISTS (SELECT 1 FROM json_each(data, '$.items') WHERE value = target))
         ORDER BY seq`,
        document,
        target,
      ),
    );
  }

  /** Where the tables of the case tell another story than its trail: each a sentence without a secret. */
  contradictions(): readonly string[] {
    const decisions = rows(
      z.object({ position: z.int(), decisions: z.int(), entries: z.int() }),
      this.#db.all(`SELECT position,
          (SELECT count(*) FROM review_events WHERE document = documents.id) AS decisions,
          (SELECT count(*) FROM audit WHERE document = documents.id AND (
             substr(kind, 1, 5) = 'mark.' OR kind IN
             ('picture.cleared', 'page.sealed', 'decision.undone', 'decision.redone'))) AS entries
        FROM documents ORDER BY position`),
    );
    return [
      ...decisions
        .filter((d) => d.decisions !== d.entries)
        .map(
          (d) =>
            `Document ${d.position} holds ${d.decisions} decisions, the trail tells of ${d.entries}.`,
        ),
      ...besideTrail(this.#db),
    ];
  }

  count(): number {
    return row(z.object({ n: z.int() }), this.#db.get("SELECT count(*) AS n FROM audit")).n;
  }
}
