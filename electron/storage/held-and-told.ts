// Rows that a case's tables hold, and entries of its trail by their kind. Reads only.
import { z } from "zod";
import type { CaseDatabase } from "./connection.ts";
import { json, rows } from "./rows.ts";

export type Told = {
  readonly kind: string;
  readonly by: string;
  readonly document: string | null;
  readonly page: number | null;
  readonly data: Readonly<Record<string, unknown>>;
};
export type Row = Readonly<Record<string, unknown>>;

const toldSchema = z.object({
  kind: z.string(),
  by: z.string(),
  document: z.string().nullable(),
  page: z.int().nullable(),
  data: json(z.record(z.string(), z.unknown())),
});
const rowSchema = z.record(z.string(), z.unknown());

export class HeldAndTold {
  readonly #db: CaseDatabase;

  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  /** Without entries about documents that were removed since. */
  still(kind: string): readonly Told[] {
    const removed = new Set(this.told("document.removed").map((e) => e.document));
    return this.told(kind).filter((e) => e.document === null || !removed.has(e.document));
  }

  held(sql: string): readonly Row[] {
    return rows(rowSchema, this.#db.all(sql));
  }

  told(...kinds: string[]): readonly Told[] {
    const list = kinds.map(() => "?").join(", ");
    return rows(
      toldSchema,
      this.#db.all(
        `SELECT kind, by, document, page, data FROM audit WHERE kind IN (${list}) ORDER BY seq`,
        ...kinds,
      ),
    );
  }
}
