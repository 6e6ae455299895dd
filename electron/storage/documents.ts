// Documents of a case and what reading them gave (text with quads, geometry, pictures, bookmarks).
// The original's bytes are not here but in the vault; `file` names them there.
import { deflateSync, inflateSync } from "node:zlib";
import { z } from "zod";
import type { OutlineItem } from "../../shared/ipc/documents.ts";
import { DOCUMENT_ROLES, type DocumentRole } from "../../shared/ipc/workflow.ts";
import type { HiddenText, PageGeometry, PageText, Picture } from "../../shared/model/page.ts";
import type { CaseDatabase } from "./connection.ts";
import { flag, json, row, rows } from "./rows.ts";

const schema = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  role: z.enum(DOCUMENT_ROLES),
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  title: z.string().nullable(),
  encrypted: flag,
  tagged: flag,
  password: z.string().nullable(),
  file: z.string(),
  status: z.enum(["reading", "ready", "failed"]),
  imported_at: z.string(),
  imported_by: z.string(),
});
export type DocumentRow = z.infer<typeof schema>;

const rect = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const geometrySchema = z.object({
  page: z.int(),
  mediaBox: rect,
  cropBox: rect,
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  userUnit: z.number(),
});

export interface Parts {
  readonly hidden: readonly HiddenText[];
  readonly pictures: readonly (Picture & { readonly id: string })[];
  readonly outline: readonly OutlineItem[];
}

export class DocumentRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  all(): readonly DocumentRow[] {
    return rows(schema, this.#db.all("SELECT * FROM documents ORDER BY position"));
  }

  get(id: string): DocumentRow | undefined {
    const found = this.#db.get("SELECT * FROM documents WHERE id = ?", id);
    return found === undefined ? undefined : row(schema, found);
  }

  byHash(sha256: string): DocumentRow | undefined {
    const found = this.#db.get("SELECT * FROM documents WHERE sha256 = ?", sha256);
    return found === undefined ? undefined : row(schema, found);
  }

  add(d: Omit<DocumentRow, "position">): void {
    this.#db.run(
      // A number that a removed document had is never given again: the trail speaks of both.
      `INSERT INTO documents VALUES (?, 1 + max((SELECT coalesce(max(position), 0) FROM documents),
           (SELECT count(*) FROM audit WHERE kind = 'document.imported')),
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      d.id,
      d.name,
      d.role,
      d.sha256,
      d.bytes,
      d.pages,
      d.title,
      Number(d.encrypted),
      Number(d.tagged),
      d.password,
      d.file,
      d.status,
      d.imported_at,
      d.imported_by,
    );
  }

  setStatus(id: string, status: DocumentRow["status"]): void {
    this.#db.run("UPDATE documents SET status = ? WHERE id = ?", status, id);
  }

  setRole(id: string, role: DocumentRole): void {
    this.#db.run("UPDATE documents SET role = ? WHERE id = ?", role, id);
  }

  putPage(document: string, geometry: PageGeometry, text: PageText | null): void {
    this.#db.run(
      `INSERT INTO pages VALUES (?, ?, ?, ?, ?) ON CONFLICT (document, page)
       DO UPDATE SET geometry = excluded.geometry, source = excluded.source, content = excluded.content`,
      document,
      geometry.page,
      JSON.stringify(geometry),
      text?.source ?? null,
      text ? packText(text) : null,
    );
  }

  geometry(document: string): readonly PageGeometry[] {
    const found = this.#db.all(
      "SELECT geometry FROM pages WHERE document = ? ORDER BY page",
      document,
    );
    return rows(z.object({ geometry: json(geometrySchema) }), found).map((r) => r.geometry);
  }

  pageText(document: string, page: number): PageText | undefined {
    const found = this.#db.get(
      "SELECT content FROM pages WHERE document = ? AND page = ?",
      document,
      page,
    );
    if (found === undefined) return undefined;
    const { content } = row(z.object({ content: z.instanceof(Uint8Array).nullable() }), found);
    return content ? unpackText(content) : undefined;
  }

  putPart<P extends keyof Parts>(document: string, part: P, value: Parts[P]): void {
    this.#db.run(
      `INSERT INTO document_parts VALUES (?, ?, ?)
       ON CONFLICT (document, part) DO UPDATE SET content = excluded.content`,
      document,
      part,
      deflateSync(JSON.stringify(value)),
    );
  }

  /** Written by this same class only, so the type is trusted. */
  part<P extends keyof Parts>(document: string, part: P): Parts[P] {
    const found = this.#db.get(
      "SELECT content FROM document_parts WHERE document = ? AND part = ?",
      document,
      part,
    );
    if (found === undefined) return [] as unknown as Parts[P];
    const { content } = row(z.object({ content: z.instanceof(Uint8Array) }), found);
    return JSON.parse(inflateSync(content).toString("utf8")) as Parts[P];
  }
}

/** Length of the JSON head (4 bytes), the head, then the quads as they are in memory. */
function packText(text: PageText): Uint8Array {
  const { quads, ...rest } = text;
  const head = Buffer.from(JSON.stringify(rest), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const body = Buffer.from(quads.buffer, quads.byteOffset, quads.byteLength);
  return deflateSync(Buffer.concat([length, head, body]), { level: 3 });
}

function unpackText(content: Uint8Array): PageText {
  const raw = inflateSync(content);
  const length = raw.readUInt32LE(0);
  const rest = JSON.parse(raw.toString("utf8", 4, 4 + length)) as Omit<PageText, "quads">;
  // Copied, because the head's length may leave the floats unaligned.
  const quads = new Float32Array(
    raw.buffer.slice(raw.byteOffset + 4 + length, raw.byteOffset + raw.byteLength),
  );
  return { ...rest, quads };
}
