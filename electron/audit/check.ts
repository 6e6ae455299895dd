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
    | "role"
    | "truncated"
    | "replaced"
    | "checkpoint";
  readonly message: string;
}

/** Acts of one role alone: a key of another role can be put to such an entry, but it proves nothing. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  "review.submitted": ["analyst"],
  "review.sentBack": ["reviewer"],
  "review.signed": ["reviewer"],
  "review.reopened": ["analyst", "reviewer"],
  "mark.overruled": ["reviewer"],
  "publication.decided": ["publisher"],
  "release.recorded": ["publisher"],
};

export interface Checked {
  readonly entries: number;
  readonly head: string;
  readonly fault: TrailFault | null;
  /** First entries before which the clock ran backwards: worth knowing, not worth refusing. */
  readonly backwards: readonly number[];
  /** Entries at which an older copy of the case was noticed; the first ones. */
  readonly rolledBack: readonly number[];
}

const MOST_TOLD = 5;

interface Writer {
  readonly key: string;
  readonly role: string;
}

/** Takes entries in order; stops being interested at the first fault: what follows proves nothing. */
export class TrailCheck {
  readonly #caseId: string;
  readonly #checkpoints: readonly Checkpoint[];
  /** Everybody ever brought in, and those who may still write. */
  readonly #everyone = new Map<string, Writer>();
  readonly #writers = new Map<string, Writer>();
  readonly #backwards: number[] = [];
  readonly #rolledBack: number[] = [];
  #at = "";
  readonly #witnessed = new Map<number, string>();
  #head = GENESIS;
  #count = 0;
  #fault: TrailFault | null = null;

  constructor(caseId: string, checkpoints: readonly Checkpoint[] = []) {
    this.#caseId = caseId;
    this.#checkpoints = checkpoints;
    for (const c of checkpoints) this.#witnessed.set(c.entries, c.head);
  }

  /** @returns false once there is a fault. */
  take(e: AuditEntry): boolean {
    if (this.#fault) return false;
    this.#fault = this.#faultOf(e);
    if (this.#fault) return false;
    if (e.kind === "user.added") this.#bringIn(e);
    if (e.kind === "user.removed") this.#writers.delete(String(e.data["user"]));
    if (e.at < this.#at) this.#backwards.push(e.seq);
    if (e.kind === "case.rolledBack") this.#rolledBack.push(e.seq);
    this.#at = e.at;
    this.#head = e.hash;
    this.#count = e.seq;
    const expected = this.#witnessed.get(e.seq);
    if (expected !== undefined && expected !== e.hash)
      this.#fault = {
        seq: e.seq,
        what: "replaced",
        message: `Entry ${e.seq} is not the one a checkpoint witnessed.`,
      };
    return this.#fault === null;
  }

  result(): Checked {
    this.#fault ??= this.#unwitnessed();
    return {
      entries: this.#count,
      head: this.#head,
      fault: this.#fault,
      backwards: this.#backwards.slice(0, MOST_TOLD),
      rolledBack: this.#rolledBack.slice(0, MOST_TOLD),
    };
  }

  #faultOf(e: AuditEntry): TrailFault | null {
    const seq = this.#count + 1;
    const fault = (what: TrailFault["what"], message: string) => ({ seq, what, message });
    if (e.seq !== seq) return fault("missing", `Entry ${seq} is missing or out of its place.`);
    if (e.previous !== this.#head)
      return fault("chain", `Entry ${seq} does not follow the entry before it.`);
    if (entryHash(this.#caseId, e) !== e.hash)
      return fault("content", `Entry ${seq} was changed after it was written.`);
    // Only the first entry may be signed by the person it brings in.
    if (seq === 1) this.#bringIn(e);
    const writer = this.#writers.get(e.by);
    if (!writer) return fault("stranger", `Entry ${seq} is by a person the trail does not know.`);
    if (!signatureHolds(e, writer.key))
      return fault("signature", `Entry ${seq} does not carry the signature of its person.`);
    if (ACTS[e.kind]?.includes(writer.role) === false)
      return fault("role", `Entry ${seq} is an act that its person has no part in.`);
    return null;
  }

  #unwitnessed(): TrailFault | null {
    const seq = this.#count;
    for (const c of this.#checkpoints) {
      if (c.case !== this.#caseId)
        return { seq, what: "checkpoint", message: "The checkpoint belongs to another case." };
      if (c.entries > seq)
        return {
          seq,
          what: "truncated",
          message: `The trail ends after entry ${seq}; a checkpoint witnessed ${c.entries}.`,
        };
      const key = this.#everyone.get(c.by)?.key;
      if (!key || !holds(checkpointText(c), c.signature, key))
        return {
          seq,
          what: "checkpoint",
          message: "The checkpoint is not signed by a person of this case.",
        };
    }
    return null;
  }

  #bringIn(e: AuditEntry): void {
    const { user, publicKey, role } = e.data;
    if (typeof user !== "string" || typeof publicKey !== "string") return;
    if (this.#everyone.has(user)) return;
    const writer = { key: publicKey, role: String(role) };
    this.#everyone.set(user, writer);
    this.#writers.set(user, writer);
  }
}

export function checkEntries(
  caseId: string,
  entries: Iterable<AuditEntry>,
  checkpoints: readonly Checkpoint[] = [],
): Checked {
  const check = new TrailCheck(caseId, checkpoints);
  for (const e of entries) if (!check.take(e)) break;
  return check.result();
}

export function checkpointText(c: Omit<Checkpoint, "signature">): string {
  return `candour trail checkpoint 1\n${c.case}\n${c.entries}\n${c.head}\n${c.at}\n${c.by}`;
}
