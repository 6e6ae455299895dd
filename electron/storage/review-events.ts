// Decisions of a document, numbered without gaps; append and read (the database allows nothing else).
// Also where each person left off, and what each person has had on the screen.
import { z } from "zod";
import { viewStateSchema, type ViewState } from "../../shared/ipc/review.ts";
import { reviewEventSchema, type StoredEvent } from "../../shared/review/events.ts";
import type { CaseDatabase } from "./connection.ts";
import { json, row, rows } from "./rows.ts";

const schema = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  event: json(reviewEventSchema),
});

const SEEN_KINDS = ["suggestion", "page", "picture"] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];
const seenSchema = z.object({
  user: z.string(),
  kind: z.enum(SEEN_KINDS),
  item: z.string(),
  as_of: z.int(),
});
export type SeenRow = z.infer<typeof seenSchema>;

export class ReviewRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  events(document: string): readonly StoredEvent[] {
    return rows(
      schema,
      this.#db.all(
        "SELECT seq, at, by, event FROM review_events WHERE document = ? ORDER BY seq",
        document,
      ),
    );
  }

  last(document: string): number {
    const found = this.#db.get(
      "SELECT coalesce(max(seq), 0) AS seq FROM review_events WHERE document = ?",
      document,
    );
    return row(z.object({ seq: z.int() }), found).seq;
  }

  append(document: string, e: StoredEvent): void {
    this.#db.run(
      "INSERT INTO review_events VALUES (?, ?, ?, ?, ?)",
      document,
      e.seq,
      e.at,
      e.by,
      JSON.stringify(e.event),
    );
  }

  view(document: string, user: string): ViewState | null {
    const found = this.#db.get(
      "SELECT view FROM view_states WHERE document = ? AND user = ?",
      document,
      user,
    );
    return found === undefined ? null : row(z.object({ view: json(viewStateSchema) }), found).view;
  }

  saveView(document: string, user: string, view: ViewState): void {
    this.#db.run(
      `INSERT INTO view_states VALUES (?, ?, ?)
       ON CONFLICT (document, user) DO UPDATE SET view = excluded.view`,
      document,
      user,
      JSON.stringify(view),
    );
  }

  seen(document: string): readonly SeenRow[] {
    return rows(
      seenSchema,
      this.#db.all("SELECT user, kind, item, as_of FROM seen WHERE document = ?", document),
    );
  }

  see(
    document: string,
    user: string,
    kind: SeenKind,
    item: string,
    asOf: number,
    at: string,
  ): void {
    this.#db.run(
      `INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (document, user, kind, item) DO UPDATE SET as_of = excluded.as_of, at = excluded.at`,
      document,
      user,
      kind,
      item,
      asOf,
      at,
    );
  }
}
