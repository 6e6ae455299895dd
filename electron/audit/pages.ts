// The trail for people outside the app: a table for spreadsheets, and an HTML page that prints well.
// Both are made from sentences, so they hold no more than the trail does.
import { describe, detailsOf, type Names } from "../../shared/audit/sentences.ts";
import type { AuditEntry, Checkpoint } from "../../shared/audit/kinds.ts";
import { csv } from "../../shared/policy/schedule.ts";

export function trailCsv(entries: Iterable<AuditEntry>, names: Names): string {
  const lines: string[][] = [
    ["No.", "When (UTC)", "Who", "What", "Document", "Page", "Tool", "Hash"],
  ];
  for (const e of entries)
    lines.push([
      String(e.seq),
      e.at,
      names.user(e.by),
      [describe(e, names), ...detailsOf(e)].join("; "),
      e.document === null ? "" : names.document(e.document),
      e.page === null ? "" : String(e.page),
      e.tool,
      e.hash,
    ]);
  return csv(lines);
}

/** One self-contained page without scripts; opens and prints anywhere. */
export function trailHtml(
  entries: Iterable<AuditEntry>,
  names: Names,
  about: { readonly title: string; readonly proof: string; readonly checkpoint: Checkpoint },
): string {
  const rows: string[] = [];
  let day = "";
  for (const e of entries) {
    if (e.at.slice(0, 10) !== day) {
      day = e.at.slice(0, 10);
      rows.push(`<tr><th colspan="4" scope="rowgroup">${escape(day)}</th></tr>`);
    }
    const where = [
      e.document === null ? "" : names.document(e.document),
      e.page === null ? "" : `page ${e.page}`,
    ];
    rows.push(
      `<tr><td>${e.seq}</td><td>${escape(e.at.slice(11, 19))}</td><td>${escape(names.user(e.by))}</td>` +
        `<td>${escape(describe(e, names))}<small>${escape(where.filter(Boolean).join(", "))}</small>${detailsOf(
          e,
        )
          .map((line) => `<small>${escape(line)}</small>`)
          .join("")}</td></tr>`,
    );
  }
  const { checkpoint } = about;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escape(about.title)}</title>
<style>
body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;color:#111}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}
small{display:block;color:#444}code{overflow-wrap:anywhere}thead{display:table-header-group}tr{break-inside:avoid}
</style></head><body>
<h1>${escape(about.title)}</h1>
<p>${escape(about.proof)}</p>
<p>Checkpoint: ${checkpoint.entries} entries, head <code>${escape(checkpoint.head)}</code>, made ${escape(checkpoint.at)}.</p>
<table><thead><tr><th>No.</th><th>Time (UTC)</th><th>Who</th><th>What</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></body></html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
