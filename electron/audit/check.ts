// Walks a trail and says whether it is whole: numbering, chain, hashes, signatures, and, against a
// checkpoint kept elsewhere, whether its end was cut or replaced. Reads only.
import type { AuditEntry, Checkpoint } from "../../shared/audit/kinds.ts";
import { entryHash, GENESIS, holds, signatureHolds } from "./chain.ts";

export interface TrailFault {
  /** First entry concerned; the count for something missing at the end. */
  readonly seq: number;
  readonly what:
    | "missing"
    | "chain"
    | "content"
    | "signature"
    | "stranger"
    | "truncated"
    | "replaced"
    | "checkpoint";
  readonly message: string;
}

export interface Checked {
  readonly entries: number;
  readonly head: string;
  readonly fault: TrailFault | null;
}

/** Stops at the first fault: what follows a broken link proves nothing. */
export function checkEntries(
  caseId: string,
  entries: Iterable<AuditEntry>,
  checkpoints: readonly Checkpoint[] = [],
): Checked {
  const everyone = new Map<string, string>();
  const keys = new Map<string, string>();
  const witnessed = new Map<number, string>();
  for (const c of checkpoints) witnessed.set(c.entries, c.head);
  let head = GENESIS;
  let count = 0;
  const fault = (what: TrailFault["what"], message: string, seq = count + 1): Checked => ({
    entries: count,
    head,
    fault: { seq, what, message },
  });

  const bringIn = (e: AuditEntry): void => {
    const brought = introduces(e);
    if (!brought || everyone.has(brought.user)) return;
    everyone.set(brought.user, brought.publicKey);
    keys.set(brought.user, brought.publicKey);
  };

  for (const e of entries) {
    if (e.seq !== count + 1)
      return fault("missing", `Entry ${count + 1} is missing or out of its place.`);
    if (e.previous !== head)
      return fault("chain", `Entry ${e.seq} does not follow the entry before it.`);
    if (entryHash(caseId, e) !== e.hash)
      return fault("content", `Entry ${e.seq} was changed after it was written.`);
    // Only the first entry may be signed by the person it brings in.
    if (e.seq === 1) bringIn(e);
    const key = keys.get(e.by);
    if (!key) return fault("stranger", `Entry ${e.seq} is by a person the trail does not know.`);
    if (!signatureHolds(e, key))
      return fault("signature", `Entry ${e.seq} does not carry the signature of its person.`);
    if (e.kind === "user.added") bringIn(e);
    if (e.kind === "user.removed") keys.delete(String(e.data["user"]));
    head = e.hash;
    count = e.seq;
    const expected = witnessed.get(count);
    if (expected !== undefined && expected !== head)
      return fault("replaced", `Entry ${count} is not the one a checkpoint witnessed.`, count);
  }
  for (const c of checkpoints) {
    if (c.case !== caseId)
      return fault("checkpoint", "The checkpoint belongs to another case.", count);
    if (c.entries > count)
      return fault(
        "truncated",
        `The trail ends after entry ${count}; a checkpoint witnessed ${c.entries}.`,
        count,
      );
    const key = everyone.get(c.by);
    if (!key || !holds(checkpointText(c), c.signature, key))
      return fault("checkpoint", "The checkpoint is not signed by a person of this case.", count);
  }
  return { entries: count, head, fault: null };
}

export function checkpointText(c: Omit<Checkpoint, "signature">): string {
  return `candour trail checkpoint 1\n${c.case}\n${c.entries}\n${c.head}\n${c.at}\n${c.by}`;
}

function introduces(e: AuditEntry): { user: string; publicKey: string } | undefined {
  const { user, publicKey } = e.data;
  return typeof user === "string" && typeof publicKey === "string"
    ? { user, publicKey }
    : undefined;
}
