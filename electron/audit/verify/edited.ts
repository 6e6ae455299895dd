// The verifier's own look at the decisions and comments of a case: each must be the one that its entry was
// sealed over. The seal is keyed (the key lies in the case), so it betrays no decision to who lacks the case.
import { createHmac } from "node:crypto";
import type Database from "better-sqlite3";
import { canonical } from "./canonical.ts";

/** Each decision and comment against the keyed seal that its entry carries; entries of older versions carry none. */
export function edited(db: Database.Database): string[] {
  const setting = db.prepare("SELECT value FROM settings WHERE name = 'term-key'").get() as
    { value: string } | undefined;
  if (!setting) {
    const told = db.prepare("SELECT 1 FROM audit WHERE kind = 'terms.destroyed'").get();
    return told ? [] : ["The key over the decisions is missing, and the trail does not say why."];
  }
  const key = Buffer.from(String(JSON.parse(setting.value)), "hex");
  const found: string[] = [];
  const documents = db.prepare("SELECT id, position FROM documents ORDER BY position").all();
  for (const d of documents as { id: string; position: number }[]) {
    const entries = db.prepare(
      `SELECT json_extract(data, '$.event') AS seal FROM audit WHERE document = ? AND (kind LIKE 'mark.%'
         OR kind IN ('picture.cleared', 'page.sealed', 'decision.undone', 'decision.redone')) ORDER BY seq`,
    );
    const seals = entries.all(d.id) as { seal: string | null }[];
    const events = db.prepare(
      "SELECT seq, at, by, event FROM review_events WHERE document = ? ORDER BY seq",
    );
    let i = 0;
    for (const row of events.iterate(d.id) as Iterable<Record<string, unknown>>) {
      const seal = seals[i++]?.seal;
      if (seal === null || seal === undefined) continue;
      const decision = { ...row, event: JSON.parse(String(row["event"])) as unknown };
      const own = createHmac("sha256", key).update(`candour decision 1\n${canonical(decision)}`);
      if (own.digest("hex").slice(0, 32) === seal) continue;
      found.push(`Decision ${row["seq"]} of document ${d.position} was edited beside the trail.`);
      break;
    }
  }
  const comments = db
    .prepare(
      `SELECT c.id, c.text, c.at, json_extract(a.data, '$.text') AS seal FROM comments c JOIN audit a
         ON a.kind = 'comment.made' AND json_extract(a.data, '$.comment') = c.id`,
    )
    .all() as { id: string; text: string; at: string; seal: string | null }[];
  const isEdited = comments.some(({ seal, ...said }) => {
    const own = createHmac("sha256", key).update(`candour comment 1\n${canonical(said)}`);
    return seal !== null && own.digest("hex").slice(0, 32) !== seal;
  });
  if (isEdited) found.push("A comment was edited beside the trail.");
  return found;
}
