// Documents of an open case: taking an original in, what reading it gave, its bytes. The original is
// stored before its row is written, and never changes afterwards.
import type { DocumentRole } from "../../shared/ipc/workflow.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { DocumentFacts, PageGeometry, PageText } from "../../shared/model/page.ts";
import type { DocumentRow, Parts } from "../storage/documents.ts";
import type { CaseContext } from "./case-context.ts";
import { frozen, mayBringIn, withSecondPerson } from "./who-holds.ts";

export interface NewDocument {
  /** File name without folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly facts: DocumentFacts;
  readonly role?: DocumentRole;
  /** The file's own password, where one was needed. */
  readonly password?: string;
}

export class CaseDocuments {
  readonly #c: CaseContext;
  constructor(context: CaseContext) {
    this.#c = context;
  }

  list(): readonly DocumentRow[] {
    return this.#c.rows.documents.all();
  }

  has(id: string): boolean {
    return this.#c.rows.documents.get(id) !== undefined;
  }

  /** @throws Refusal not-found */
  get(id: string): DocumentRow {
    const found = this.#c.rows.documents.get(id);
    if (!found) throw new Refusal("not-found", "This document is not in the case.");
    return found;
  }

  /** @throws Refusal not-allowed where this person may bring nothing in now */
  mayBringIn(): void {
    mayBringIn(this.#c);
  }

  /** Takes an original in; status "reading". @throws Refusal not-allowed; exists for bytes already in the case. */
  add(document: NewDocument): DocumentRow {
    this.mayBringIn();
    const { db, vault, rows, trail, now, newId, user } = this.#c;
    const { facts, bytes } = document;
    const stored = vault.put("originals", bytes);
    const id = newId();
    try {
      return db.write(() => {
        if (rows.documents.byHash(stored.sha256))
          throw new Refusal("exists", "This document is already in the case.");
        rows.documents.add({
          id,
          name: document.name,
          role: document.role ?? "other",
          sha256: stored.sha256,
          bytes: bytes.length,
          pages: facts.pages,
          title: facts.title,
          encrypted: facts.encrypted,
          tagged: facts.tagged,
          password: document.password ?? null,
          file: stored.file,
          status: "reading",
          imported_at: now(),
          imported_by: user.id,
        });
        trail.append({
          kind: "document.imported",
          document: id,
          data: {
            original: this.nameOf(stored.sha256),
            pages: facts.pages,
            role: document.role ?? "other",
          },
        });
        return this.get(id);
      });
    } catch (error) {
      if (stored.fresh) vault.remove("originals", stored.file);
      throw error;
    }
  }

  /** What entries and certificates call an original. */
  nameOf(sha256: string): string {
    return this.#c.nameKey.nameOf("original", sha256);
  }

  /** The original as it was imported. */
  async bytes(id: string): Promise<Uint8Array> {
    const d = this.get(id);
    return this.#c.vault.get("originals", d.file, d.sha256);
  }

  setRole(id: string, role: DocumentRole): void {
    this.get(id);
    // What is published, and what counts as published before, is part of what is looked at and signed:
    // nobody takes a document out of it by the way.
    if (this.#c.frozen()) throw frozen();
    if (this.#c.user.role !== "analyst")
      throw new Refusal("not-allowed", "The analyst says what a document is.");
    if (this.#c.handedOver()) throw withSecondPerson();
    this.#c.db.write(() => {
      this.#c.rows.documents.setRole(id, role);
      this.#c.trail.append({ kind: "document.role", document: id, data: { role } });
    });
  }

  /** Keeps what reading gave; any number of pages at a time, again at will. No entry: nothing is decided. */
  putPages(
    id: string,
    pages: readonly { readonly geometry: PageGeometry; readonly text: PageText | null }[],
  ): void {
    this.#c.db.write(() => {
      for (const p of pages) this.#c.rows.documents.putPage(id, p.geometry, p.text);
    });
  }

  putPart<P extends keyof Parts>(id: string, part: P, value: Parts[P]): void {
    this.#c.db.write(() => this.#c.rows.documents.putPart(id, part, value));
  }

  part<P extends keyof Parts>(id: string, part: P): Parts[P] {
    return this.#c.rows.documents.part(id, part);
  }

  geometry(id: string): readonly PageGeometry[] {
    return this.#c.rows.documents.geometry(id);
  }

  pageText(id: string, page: number): PageText | undefined {
    return this.#c.rows.documents.pageText(id, page);
  }

  /** Reading is finished: text and suggestions are there. */
  markRead(id: string, facts: { pages: number; ocrPages: number }): void {
    this.#c.db.write(() => {
      this.#c.rows.documents.setStatus(id, "ready");
      this.#c.trail.append({ kind: "document.read", document: id, data: facts });
    });
  }

  /** A document that could not be read is tried once more: what kept it may have been the machine. */
  beginAgain(id: string): DocumentRow {
    if (this.get(id).status !== "failed")
      throw new Refusal("not-allowed", "This document is not one that could not be read.");
    this.mayBringIn();
    this.#c.db.write(() => this.#c.rows.documents.setStatus(id, "reading"));
    return this.get(id);
  }

  /** @param code of the Refusal, never its sentence */
  markFailed(id: string, code: string): void {
    this.#c.db.write(() => {
      this.#c.rows.documents.setStatus(id, "failed");
      this.#c.trail.append({ kind: "document.failed", document: id, data: { code } });
    });
  }
}
