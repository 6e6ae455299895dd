// The verifier's own look at who saw what: a row about a page, a place or a picture needs an entry of that
// person behind it, and may claim no later state of the decisions than stood at the entry.
import type Database from "better-sqlite3";

interface Seen {
  readonly user: string;
  readonly document: string;
  readonly kind: string;
  readonly as_of: number;
  readonly page: number | null;
}

interface Entry {
  readonly by: string;
  readonly document: string;
  readonly seen: 0 | 1;
  readonly pages: string | null;
  readonly places: number | null;
  readonly pictures: number | null;
}

/** Whether somebody is said to have seen what no entry of theirs tells of. */
export function untoldLooks(db: Database.Database): boolean {
  const entries = db
    .prepare(
      `SELECT by, document, kind = 'review.seen' AS seen, json_extract(data, '$.pages') AS pages,
         json_extract(data, '$.places') AS places, json_extract(data, '$.pictures') AS pictures
       FROM audit WHERE kind = 'review.seen' OR kind LIKE 'mark.%'
         OR kind IN ('picture.cleared', 'page.sealed', 'decision.undone', 'decision.redone') ORDER BY seq`,
    )
    .all() as Entry[];
  const decided: Record<string, number> = {};
  /** For each person and document, the ranges of each look with the decisions before it. */
  const looks = new Map<string, { from: number; to: number; stood: number }[]>();
  const counts = new Map<string, { suggestion: number; picture: number }>();
  for (const e of entries) {
    const stood = decided[e.document] ?? 0;
    if (!e.seen) {
      decided[e.document] = stood + 1;
      continue;
    }
    const who = `${e.by} ${e.document}`;
    const ranges = String(e.pages)
      .split(", ")
      .map((range) => range.split("–").map(Number))
      .map(([from = 0, to = from]) => ({ from, to, stood }));
    looks.set(who, [...(looks.get(who) ?? []), ...ranges]);
    const { suggestion, picture } = counts.get(who) ?? { suggestion: 0, picture: 0 };
    counts.set(who, {
      suggestion: suggestion + Number(e.places),
      picture: picture + Number(e.pictures),
    });
  }
  const held = db
    .prepare(
      `SELECT s.user, s.document, s.kind, s.as_of, CASE s.kind WHEN 'page' THEN CAST(s.item AS INTEGER)
         WHEN 'suggestion' THEN (SELECT page FROM suggestions WHERE id = s.item) END AS page FROM seen s`,
    )
    .all() as Seen[];
  const claimed = new Map<string, number>();
  return held.some(({ user, document, kind, as_of, page }) => {
    const who = `${user} ${document}`;
    const covers = (looks.get(who) ?? []).some(
      ({ from, to, stood }) => as_of <= stood && (page === null || (from <= page && page <= to)),
    );
    if (!covers) return true;
    if (kind !== "suggestion" && kind !== "picture") return false;
    const now = (claimed.get(`${who} ${kind}`) ?? 0) + 1;
    claimed.set(`${who} ${kind}`, now);
    return now > (counts.get(who)?.[kind] ?? 0);
  });
}
