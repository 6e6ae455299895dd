// The verifier's own comparison of a case's tables with its trail: steps and signatures, exports with
// plan and certificate, decisions on publication, releases, people, documents, comments, looks. Rows of
// both sides are written down as lists of texts and must be the same; it knows the tables from their
// description and nothing of the writer's code.
import { createHash, createHmac } from "node:crypto";
import type Database from "better-sqlite3";
import { canonical } from "./canonical.ts";
import { untoldLooks } from "./looks.ts";

/** SQL of both sides of one story. Columns are compared in order, rows as a list. */
interface Story {
  readonly what: string;
  readonly held: string;
  readonly told: string;
}

const of = (name: string): string => `json_extract(a.data, '$.${name}')`;

/** What is told of a document stands in the tables until it is told that the document was removed. */
const STILL = `NOT EXISTS (SELECT 1 FROM audit gone WHERE gone.kind = 'document.removed'
        AND gone.document = a.document)`;

const STORIES: readonly Story[] = [
  {
    what: "steps or signatures",
    held: `SELECT by, step, CASE step WHEN 'signed' THEN json_extract(data, '$.plan') END,
        CASE step WHEN 'signed' THEN json_extract(data, '$.documents') END, json_extract(data, '$.reason')
      FROM workflow ORDER BY seq`,
    told: `SELECT a.by, CASE a.kind WHEN 'review.submitted' THEN 'submitted' WHEN 'review.sentBack' THEN 'sent-back'
        WHEN 'review.signed' THEN 'signed' ELSE 'reopened' END, ${of("plan")},
        CASE a.kind WHEN 'review.signed' THEN ${of("documents")} END, ${of("reason")}
      FROM audit a WHERE a.kind IN ('review.submitted', 'review.sentBack', 'review.signed', 'review.reopened')
      ORDER BY a.seq`,
  },
  {
    what: "exports",
    held: `SELECT id, document, by, sha256, bytes, pages, crisp_pages, sealed_pages, plan_hash
      FROM exports ORDER BY id`,
    told: `SELECT ${of("export")} AS id, a.document, a.by, ${of("sha256")}, ${of("bytes")}, ${of("pages")},
        ${of("crisp")}, ${of("sealed")}, ${of("plan")}
      FROM audit a WHERE a.kind = 'export.verified' AND ${STILL} ORDER BY id`,
  },
  {
    what: "decisions on publication",
    held: `SELECT by, ${[
      "kind",
      "ground",
      "evidence",
      "decidedBy",
      "publishOn",
      "reviewOn",
      "noticeGivenOn",
    ]
      .map((name) => `json_extract(decision, '$.${name}')`)
      .join(", ")} FROM publication_decisions ORDER BY seq`,
    told: `SELECT a.by, ${[
      "decision",
      "ground",
      "evidence",
      "decidedBy",
      "publishOn",
      "reviewOn",
      "noticeGivenOn",
    ]
      .map(of)
      .join(", ")} FROM audit a WHERE a.kind = 'publication.decided' ORDER BY a.seq`,
  },
  {
    what: "releases",
    held: `SELECT id, export, by, recipient, supersedes, note, recall_reason FROM releases ORDER BY id`,
    told: `SELECT ${of("release")} AS id, ${of("export")}, a.by, ${of("to")}, ${of("supersedes")}, ${of("note")},
        (SELECT json_extract(r.data, '$.reason') FROM audit r WHERE r.kind = 'release.recalled'
           AND json_extract(r.data, '$.release') = ${of("release")})
      FROM audit a WHERE a.kind = 'release.recorded' ORDER BY id`,
  },
  {
    what: "people or roles",
    held: `SELECT id, name, role, public_key, removed_at IS NOT NULL FROM users ORDER BY id`,
    told: `SELECT ${of("user")} AS id, ${of("name")}, ${of("role")}, ${of("publicKey")}, EXISTS (
        SELECT 1 FROM audit r WHERE r.kind = 'user.removed' AND json_extract(r.data, '$.user') = ${of("user")})
      FROM audit a WHERE a.seq = 1 OR a.kind = 'user.added' ORDER BY id`,
  },
  {
    what: "documents",
    held: `SELECT id, original_named(sha256), pages, role FROM documents ORDER BY id`,
    told: `SELECT a.document AS id, ${of("original")}, ${of("pages")}, coalesce((
        SELECT json_extract(r.data, '$.role') FROM audit r WHERE r.kind = 'document.role'
          AND r.document = a.document ORDER BY r.seq DESC LIMIT 1), ${of("role")})
      FROM audit a WHERE a.kind = 'document.imported' AND ${STILL} ORDER BY id`,
  },
  {
    what: "comments",
    held: `SELECT id, document, target, page, by, resolved_by FROM comments ORDER BY id`,
    told: `SELECT ${of("comment")} AS id, a.document, ${of("target")}, a.page, a.by, (SELECT r.by FROM audit r
        WHERE r.kind = 'comment.resolved' AND json_extract(r.data, '$.comment') = ${of("comment")})
      FROM audit a WHERE a.kind = 'comment.made' AND ${STILL} ORDER BY id`,
  },
];

/** One sentence for each story that differs. */
export function differences(db: Database.Database): string[] {
  nameOriginals(db);
  const found = STORIES.filter(({ held, told }) => rowsOf(db, held) !== rowsOf(db, told)).map(
    ({ what }) => `The case and its trail tell different ${what}.`,
  );
  if (plans(db))
    found.push("A plan beside an export is different from the one that the export was made from.");
  if (certificates(db)) found.push("A certificate of the exports is not the one the trail knows.");
  if (untoldLooks(db)) found.push("The case holds looks at pages that the trail does not know.");
  return found;
}

/** Entries call originals and plans by a keyed name; those of older cases by their SHA-256. */
function namer(db: Database.Database): (kind: string, sha256: string) => string {
  const setting = db.prepare("SELECT value FROM settings WHERE name = 'name-key'").get() as
    { value: string } | undefined;
  const key = setting && Buffer.from(String(JSON.parse(setting.value)), "hex");
  return (kind, sha256) =>
    key ? createHmac("sha256", key).update(`candour ${kind} 1\n${sha256}`).digest("hex") : sha256;
}

function nameOriginals(db: Database.Database): void {
  const name = namer(db);
  db.function("original_named", { deterministic: true }, (sha256) =>
    name("original", String(sha256)),
  );
}

/** Whether the plan beside an export is another than it goes by, or none at all. */
function plans(db: Database.Database): boolean {
  const name = namer(db);
  const rows = db.prepare("SELECT plan, plan_hash AS hash FROM exports").all();
  return (rows as { plan: string; hash: string }[]).some(({ plan, hash }) => {
    try {
      return name("plan", createHash("sha256").update(planText(plan)).digest("hex")) !== hash;
    } catch {
      return true;
    }
  });
}

/** Marks as their plan is named by: place in thousandths of a point, label, reason, group. */
function planText(plan: string): string {
  const { marks, sealedPages } = JSON.parse(plan) as {
    marks: Record<string, unknown>[];
    sealedPages: number[];
  };
  return JSON.stringify({
    format: "candour-plan-1",
    marks: marks.map(({ page, rect, label, reason, group }) => [
      page,
      (rect as number[]).map((n) => Math.round(n * 1_000) || 0),
      label ?? null,
      reason ?? null,
      group ?? null,
    ]),
    sealed: sealedPages.toSorted((a, b) => a - b),
  });
}

function rowsOf(db: Database.Database, sql: string): string {
  const rows = db.prepare(sql).raw().all() as unknown[][];
  // A list inside a row is compared by what it says, not by the order of its keys.
  const value = (v: unknown) =>
    typeof v === "string" && v.startsWith("[{") ? canonical(JSON.parse(v)) : v;
  return canonical(rows.map((row) => row.map(value)));
}

function certificates(db: Database.Database): boolean {
  const rows = db
    .prepare(
      `SELECT x.certificate AS text, json_extract(a.data, '$.certificate') AS hash
       FROM exports x JOIN audit a ON a.kind = 'export.verified' AND json_extract(a.data, '$.export') = x.id
       WHERE json_extract(a.data, '$.certificate') IS NOT NULL`,
    )
    .all() as { text: string; hash: string }[];
  return rows.some(({ text, hash }) => hashOfCertificate(JSON.parse(text)) !== hash);
}

/** Entries name a certificate by the SHA-256 of its canonical text. */
export function hashOfCertificate(certificate: unknown): string {
  return createHash("sha256").update(canonical(certificate)).digest("hex");
}
