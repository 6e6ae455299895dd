// Takes every row of one document out of a case, and tells which files such documents have left behind.
// The tables let decisions and exports go only after the trail has told of the removal.
import { z } from "zod";
import type { CaseDatabase } from "./connection.ts";
import { row, rows } from "./rows.ts";

/** Whatever names a document, in an order that leaves no row pointing at one that is gone. */
const TABLES = [
  "comments",
  "seen",
  "view_states",
  "suggestions",
  "document_parts",
  "pages",
  "review_events",
  "exports",
] as const;

const nameSchema = z.object({ name: z.string() });

export class RemovedDocumentRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  /** Only inside write(), and after the entry "document.removed". */
  delete(document: string): void {
    for (const table of TABLES) this.#db.run(`DELETE FROM ${table} WHERE document = ?`, document);
    this.#db.run("DELETE FROM documents WHERE id = ?", document);
  }

  /** What would go along with a document, counted; and how often it was released. */
  counts(document: string): Counts {
    return row(
      countsSchema,
      this.#db.get(
        `WITH wanted (document) AS (VALUES (?))
         SELECT
           (SELECT count(*) FROM review_events e WHERE e.document = wanted.document) AS decisions,
           (SELECT count(*) FROM comments c WHERE c.document = wanted.document) AS comments,
           (SELECT count(*) FROM exports x WHERE x.document = wanted.document) AS exports,
           (SELECT count(*) FROM audit a JOIN exports x ON x.id = json_extract(a.data, '$.export')
             WHERE a.kind = 'export.copied' AND x.document = wanted.document) AS copied,
           (SELECT count(*) FROM releases r JOIN exports x ON x.id = r.export
             WHERE x.document = wanted.document) AS released
         FROM wanted`,
        document,
      ),
    );
  }

  /** Files of originals of removed documents that no document of today shares. */
  originals(): readonly string[] {
    return this.#left(
      `SELECT json_extract(data, '$.file') AS name FROM audit
         WHERE kind = 'document.removed'
           AND json_extract(data, '$.file') NOT IN (SELECT file FROM documents)`,
    );
  }

  /** SHA-256 of exports of removed documents that no export of today shares. */
  exports(): readonly string[] {
    return this.#left(
      `SELECT json_extract(data, '$.sha256') AS name FROM audit
         WHERE kind = 'export.verified'
           AND document IN (SELECT document FROM audit WHERE kind = 'document.removed')
           AND json_extract(data, '$.sha256') NOT IN (SELECT sha256 FROM exports)`,
    );
  }

  #left(query: string): readonly string[] {
    return rows(nameSchema, this.#db.all(query)).map(({ name }) => name);
  }
}

const count = z.int();
const countsSchema = z.object({
  decisions: count,
  comments: count,
  exports: count,
  copied: count,
  released: count,
});
export type Counts = z.infer<typeof countsSchema>;
