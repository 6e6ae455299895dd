// What the trail tells of looks: who saw which pages, as how many decisions stood, and how many places and
// pictures with them. A row that claims more was put there beside the trail (R2, A2). Reads only.
import { z } from "zod";
import { pagesOfRanges } from "../../shared/audit/page-ranges.ts";
import type { CaseDatabase } from "./connection.ts";
import { json, rows } from "./rows.ts";

const lookSchema = z.object({
  user: z.string(),
  document: z.string(),
  kind: z.enum(["suggestion", "page", "picture"]),
  item: z.string(),
  as_of: z.int(),
  /** Null for a picture, and for a place that is no longer suggested. */
  page: z.int().nullable(),
});
type Look = z.infer<typeof lookSchema>;

const entrySchema = z.object({
  kind: z.string(),
  by: z.string(),
  document: z.string().nullable(),
  data: json(z.record(z.string(), z.unknown())),
});
type Entry = z.infer<typeof entrySchema>;

const COUNTED = { suggestion: "places", picture: "pictures" } as const;

/** Every look that somebody is said to have had is told of in entries of theirs, and none later than told. */
export function looksAreTold(db: CaseDatabase): boolean {
  const entries = db.all(`SELECT kind, by, document, data FROM audit WHERE kind = 'review.seen' OR
      substr(kind, 1, 5) = 'mark.' OR kind IN
      ('picture.cleared', 'page.sealed', 'decision.undone', 'decision.redone') ORDER BY seq`);
  const told = new ToldLooks(rows(entrySchema, entries));
  const looks = db.all(`SELECT user, seen.document AS document, kind, item, as_of,
      CASE kind WHEN 'page' THEN CAST(item AS INTEGER) ELSE suggestions.page END AS page
    FROM seen LEFT JOIN suggestions ON kind = 'suggestion' AND suggestions.id = item`);
  return rows(lookSchema, looks).every((look) => told.tells(look));
}

class ToldLooks {
  /** By person, document and page: decisions that stood at the last look. Without a page: at any. */
  readonly #asOf = new Map<string, number>();
  /** By person, document and kind: looks that no row has claimed yet. */
  readonly #left = new Map<string, number>();

  /** @param entries of looks and of decisions, in order */
  constructor(entries: Iterable<Entry>) {
    const decisions = new Map<string | null, number>();
    for (const { kind, by, document, data } of entries) {
      const stood = decisions.get(document) ?? 0;
      if (kind !== "review.seen") {
        decisions.set(document, stood + 1);
        continue;
      }
      this.#asOf.set(`${by} ${document}`, stood);
      for (const page of pagesOfRanges(String(data["pages"])))
        this.#asOf.set(`${by} ${document} ${page}`, stood);
      for (const [one, counted] of Object.entries(COUNTED)) {
        const key = `${by} ${document} ${one}`;
        this.#left.set(key, (this.#left.get(key) ?? 0) + Number(data[counted]));
      }
    }
  }

  /** Asked once for each row. */
  tells({ user, document, kind, as_of, page }: Look): boolean {
    const place = page === null ? `${user} ${document}` : `${user} ${document} ${page}`;
    const stood = this.#asOf.get(place);
    if (stood === undefined || as_of > stood) return false;
    if (kind === "page") return true;
    const key = `${user} ${document} ${kind}`;
    const left = (this.#left.get(key) ?? 0) - 1;
    this.#left.set(key, left);
    return left >= 0;
  }
}
