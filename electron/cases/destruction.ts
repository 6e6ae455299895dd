// The end of a case: a signed last entry, then keys, database and files are gone. What stays is a
// tombstone that tells when, by whom and why, and whose signature can be checked.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { refusalOf } from "../storage/errors.ts";
import { writeDurably } from "./durable.ts";
import type { OpenCase } from "./open-case.ts";

/** Writes the last entry and the tombstone; the caller then removes the folder. */
export function leaveTombstone(casesFolder: string, open: OpenCase, reason: string): void {
  open.review.terms.guard("reason", reason);
  const entry = open.trail.append({
    kind: "case.destroyed",
    data: { reason, documents: open.documents.list().length, exports: open.exports.list().length },
  });
  const signer = open.team.rows().find((u) => u.id === open.user.id);
  const stone = {
    format: "candour-tombstone-1",
    case: open.id,
    entry,
    checkpoint: open.trail.checkpoint(),
    signer: signer && { name: signer.name, role: signer.role, publicKey: signer.public_key },
  };
  const stones = join(casesFolder, ".tombstones");
  try {
    mkdirSync(stones, { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify(stone, null, 2)}\n`;
    writeDurably(join(stones, `${open.id}.json`), text, 0o400);
  } catch (error) {
    throw refusalOf(error);
  }
}
