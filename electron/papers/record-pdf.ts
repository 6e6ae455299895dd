// The records of a case on paper: the redaction schedule and the trail. Both are made from what the
// trail and the plan say, so they hold labels, classes, places and counts, and no secret (A3).
import type { AuditEntry, Checkpoint } from "../../shared/audit/kinds.ts";
import { describe, detailsOf, type Names } from "../../shared/audit/sentences.ts";
import type { ScheduleRow } from "../../shared/policy/schedule.ts";
import { applicationName } from "./certificate.ts";
import { sheets } from "./sheet.ts";

export function schedulePdf(rows: readonly ScheduleRow[]): Promise<Uint8Array> {
  const about = { title: "Redaction schedule", application: applicationName(), made: null };
  return sheets(about, (sheet) => {
    sheet.title(about.title);
    sheet.text(
      "What was taken out of each document, why, what stands in its place, how often and where. " +
        "Nothing that was taken out is in this schedule.",
    );
    const documents = new Map<string, ScheduleRow[]>();
    for (const row of rows)
      documents.set(row.document, [...(documents.get(row.document) ?? []), row]);
    for (const [document, own] of documents) {
      const count = own.reduce((sum, row) => sum + row.count, 0);
      sheet.heading(`${document} (${count} ${count === 1 ? "place" : "places"})`);
      sheet.table(
        ["Why", "Shown to the reader", "Places", "Pages"],
        [4, 4, 1.2, 4],
        own.map((row) => [row.why, row.shown, String(row.count), row.pages]),
      );
    }
    if (rows.length === 0) sheet.text("Nothing is marked.");
  });
}

export interface TrailAbout {
  readonly title: string;
  /** What is and is not proven, in words. */
  readonly proof: string;
  readonly checkpoint: Checkpoint;
}

export function trailPdf(
  entries: Iterable<AuditEntry>,
  names: Names,
  { title, proof, checkpoint }: TrailAbout,
): Promise<Uint8Array> {
  const about = { title, application: applicationName(), made: checkpoint.at };
  return sheets(about, (sheet) => {
    sheet.title(title);
    sheet.text(proof);
    sheet.fact("Entries", String(checkpoint.entries));
    sheet.fact("Head", checkpoint.head);
    sheet.fact("Case", checkpoint.case);
    sheet.fact("Checkpoint of", checkpoint.at);
    sheet.fact("Signed with the key of", checkpoint.by);
    sheet.fact("Signature", checkpoint.signature);
    let day = "";
    let rows: string[][] = [];
    const flush = (): void => {
      if (rows.length === 0) return;
      sheet.heading(day);
      sheet.table(["No.", "Time (UTC)", "Who", "What"], [1.1, 1.7, 3, 9], rows);
      rows = [];
    };
    for (const e of entries) {
      if (e.at.slice(0, 10) !== day) {
        flush();
        day = e.at.slice(0, 10);
      }
      const where = [
        e.document === null ? "" : names.document(e.document),
        e.page === null ? "" : `page ${e.page}`,
      ].filter(Boolean);
      const what = describe(e, names);
      rows.push([
        String(e.seq),
        e.at.slice(11, 19),
        names.user(e.by),
        where.length > 0 ? `${what} (${where.join(", ")})` : what,
      ]);
      // A line of the table each: a cell with two hundred labels would be taller than a page.
      for (const line of detailsOf(e)) rows.push(["", "", "", line]);
    }
    flush();
  });
}
