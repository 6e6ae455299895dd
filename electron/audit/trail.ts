// The writer of the trail: parses what is said, chains it, signs it, stores it in the transaction of
// the change it tells of. The head is read from the database each time, never remembered, so that
// after a write error or a reopening the chain goes on from what is really there.
import canonicalize from "canonicalize";
import {
  AUDIT_KINDS,
  type AuditEntry,
  type AuditKind,
  type Checkpoint,
  type NewEntry,
} from "../../shared/audit/kinds.ts";
import type { AuditRows } from "../storage/audit-entries.ts";
import type { CaseDatabase } from "../storage/connection.ts";
import { GENESIS, seal, type Signer } from "./chain.ts";
import { checkEntries, checkpointText, TrailCheck, type Checked } from "./check.ts";

export interface TrailOptions {
  readonly caseId: string;
  readonly db: CaseDatabase;
  readonly rows: AuditRows;
  readonly signer: Signer;
  /** "Candour 0.1.0" */
  readonly tool: string;
  readonly now: () => string;
}

export class Trail {
  readonly #o: TrailOptions;

  constructor(options: TrailOptions) {
    this.#o = options;
  }

  /** Adds one entry; joins the transaction that is open, or makes its own. */
  append<K extends AuditKind>(entry: NewEntry<K>): AuditEntry {
    const { caseId, db, rows, signer, tool, now } = this.#o;
    const data = AUDIT_KINDS[entry.kind].parse(entry.data) as Record<string, unknown>;
    return db.write(() => {
      const head = rows.head();
      const sealed = seal(
        caseId,
        {
          seq: (head?.seq ?? 0) + 1,
          at: now(),
          by: signer.user,
          tool,
          kind: entry.kind,
          document: entry.document ?? null,
          page: entry.page ?? null,
          data,
          previous: head?.hash ?? GENESIS,
        },
        signer,
      );
      rows.insert(sealed, String(canonicalize(data)));
      return sealed;
    });
  }

  head(): { readonly entries: number; readonly head: string } {
    const head = this.#o.rows.head();
    return { entries: head?.seq ?? 0, head: head?.hash ?? GENESIS };
  }

  /** Count and head, signed: printed in certificates so that whoever holds one is a witness. */
  checkpoint(): Checkpoint {
    const { caseId, signer, now } = this.#o;
    const body = { case: caseId, ...this.head(), at: now(), by: signer.user };
    return { ...body, signature: signer.sign(checkpointText(body)) };
  }

  check(checkpoints: readonly Checkpoint[] = []): Checked {
    return checkEntries(this.#o.caseId, this.#o.rows.each(), checkpoints);
  }

  /** The same for a long trail: lets other work pass between slices of it. */
  async checkInSlices(checkpoints: readonly Checkpoint[] = []): Promise<Checked> {
    const check = new TrailCheck(this.#o.caseId, checkpoints);
    let taken = 0;
    for (const entry of this.#o.rows.each()) {
      if (!check.take(entry)) break;
      if (++taken % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return check.result();
  }

  /** All entries as JSON lines behind one line that names the case and carries a checkpoint. */
  *exportLines(): Generator<string> {
    const { caseId, rows } = this.#o;
    const head = { format: "candour-trail-1", case: caseId, checkpoint: this.checkpoint() };
    yield `${JSON.stringify(head)}\n`;
    for (const entry of rows.each()) yield `${JSON.stringify(entry)}\n`;
  }
}
