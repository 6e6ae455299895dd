// Taking a document out of the case that should never have come in. Its text, decisions, comments and
// exports leave the database and the vault, and with them whoever stands in it alone; the trail keeps
// who did so, when and why. There is no way back: importing the file again begins afresh.
import type { RemovalPreview } from "../../shared/ipc/documents.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PeopleRows } from "../storage/people.ts";
import { RemovedDocumentRows } from "../storage/removed-documents.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseDocuments } from "./case-documents.ts";
import type { CasePeople } from "./case-people.ts";
import type { CaseReview } from "./case-review.ts";
import { labelledElsewhere, WordsOf } from "./stands-elsewhere.ts";

export interface RemovalParts {
  readonly context: CaseContext;
  readonly documents: CaseDocuments;
  readonly review: CaseReview;
  readonly people: CasePeople;
  readonly register: PeopleRows;
}

/** Who and what of the register and the lists is in no other document. */
interface Alone {
  readonly people: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly texts: readonly { readonly id: string; readonly list: "allow" | "deny" }[];
}

export class CaseRemoval {
  readonly #p: RemovalParts;
  readonly #rows: RemovedDocumentRows;
  constructor(parts: RemovalParts) {
    this.#p = parts;
    this.#rows = new RemovedDocumentRows(parts.context.db);
    this.#clearFiles();
  }

  /** What would go, and what stands in the way. */
  preview(id: string): RemovalPreview {
    const { released, ...counts } = this.#rows.counts(id);
    const alone = this.#alone(id);
    return {
      ...counts,
      obstacle: this.#obstacle(id, released),
      people: alone.people.map((p) => p.names[0] ?? ""),
      texts: alone.texts.length,
    };
  }

  /** @throws Refusal not-allowed while something stands in the way; not-allowed for a secret in `reason` */
  remove(id: string, reason: string): void {
    const { context, documents, review, people, register } = this.#p;
    const { released, decisions, comments, exports, copied } = this.#rows.counts(id);
    const obstacle = this.#obstacle(id, released);
    if (obstacle) throw new Refusal("not-allowed", obstacle);
    if (reason.trim().length < 3)
      throw new Refusal("bad-arguments", "Please say why the document leaves the case.");
    // Before anything is gone: afterwards nobody would know that a word of the reason is a name.
    review.terms.guard("reason", reason);
    const alone = this.#alone(id);
    const keep = labelledElsewhere(this.#views(), id, new Set(register.all().map((p) => p.id)));
    context.db.write(() => {
      if (keep.length > 0) people.takeIn(keep);
      for (const person of alone.people) people.remove(person.id);
      for (const text of alone.texts) people.removeFromList(text.id);
      context.trail.append({
        kind: "document.removed",
        document: id,
        data: { decisions, comments, exports, copied, file: documents.get(id).file, reason },
      });
      this.#rows.delete(id);
    });
    review.forget();
    this.#clearFiles();
    context.db.clean();
  }

  #obstacle(id: string, released: number): string | null {
    const { context, documents } = this.#p;
    if (context.user.role !== "analyst")
      return "Only the analyst takes a document out of the case.";
    if (context.frozen())
      return "The case is signed, and this document is part of what was signed. Reopen the review first, with a reason; that voids the signature.";
    if (context.handedOver())
      return "The case is with the second reviewer. Take it back first, with a reason.";
    if (released > 0)
      return "A copy of this document was released, and the register of releases must be able to show what was given out. It stays in the case.";
    if (documents.get(id).status === "reading")
      return "This document is still being read. It can be removed once that is finished.";
    return null;
  }

  #alone(id: string): Alone {
    const { documents, register } = this.#p;
    const here = new WordsOf(documents, [id]);
    const elsewhere = new WordsOf(
      documents,
      documents.list().flatMap((d) => (d.id === id ? [] : [d.id])),
    );
    const only = (texts: readonly string[]): boolean =>
      texts.some((t) => here.has(t)) && !texts.some((t) => elsewhere.has(t));
    return {
      people: register.all().filter((p) => only(p.names)),
      texts: register.lists().filter((l) => !l.pattern && only([l.text])),
    };
  }

  #views() {
    const { documents, review } = this.#p;
    return documents.list().map((d) => ({
      id: d.id,
      suggestions: review.suggestions(d.id),
      marks: review.state(d.id).marks,
    }));
  }

  /** Also at each opening: the machine may have stopped between the rows and the files. */
  #clearFiles(): void {
    const { vault } = this.#p.context;
    for (const file of this.#rows.originals()) vault.remove("originals", file);
    for (const sha256 of this.#rows.exports()) vault.removeBytes("exports", sha256);
  }
}
