// Suggestions of a document. One place (page, start, end) has one row and keeps its id over re-runs,
// so that decisions, which name ids, stay with their place.
import { z } from "zod";
import type { Category, Suggestion } from "../../shared/detect/model.ts";
import type { DocumentId, SuggestionId } from "../../shared/model/ids.ts";
import type { CaseDatabase } from "./connection.ts";
import { json, rows } from "./rows.ts";

const rect = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const schema = z
  .object({
    id: z.string(),
    document: z.string(),
    page: z.int(),
    start_at: z.int(),
    end_at: z.int(),
    text: z.string(),
    category: z.string(),
    identifier: z.enum(["direct", "quasi"]),
    score: z.number(),
    tier: z.enum(["suggested", "check"]),
    detector: z.string(),
    version: z.string(),
    why: z.string(),
    group_key: z.string(),
    group_name: z.string(),
    label: z.string().nullable(),
    rects: json(z.array(rect)),
  })
  .transform(
    ({
      document,
      start_at,
      end_at,
      group_key,
      group_name,
      label,
      category,
      id,
      ...rest
    }): Suggestion => ({
      ...rest,
      id: id as SuggestionId,
      documentId: document as DocumentId,
      category: category as Category,
      start: start_at,
      end: end_at,
      group: group_key,
      groupName: group_name,
      ...(label === null ? {} : { label }),
    }),
  );

export class SuggestionRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  all(document: string): readonly Suggestion[] {
    return rows(
      schema,
      this.#db.all(
        "SELECT * FROM suggestions WHERE document = ? ORDER BY page, start_at, end_at",
        document,
      ),
    );
  }

  /** Inserts, or renews everything but the id and the place. */
  put(s: Suggestion): void {
    this.#db.run(
      `INSERT INTO suggestions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, category = excluded.category,
         identifier = excluded.identifier, score = excluded.score, tier = excluded.tier,
         detector = excluded.detector, version = excluded.version, why = excluded.why,
         group_key = excluded.group_key, group_name = excluded.group_name,
         label = excluded.label, rects = excluded.rects`,
      s.id,
      s.documentId,
      s.page,
      s.start,
      s.end,
      s.text,
      s.category,
      s.identifier,
      s.score,
      s.tier,
      s.detector,
      s.version,
      s.why,
      s.group,
      s.groupName,
      s.label ?? null,
      JSON.stringify(s.rects),
    );
  }

  remove(id: string): void {
    this.#db.run("DELETE FROM suggestions WHERE id = ?", id);
  }
}
