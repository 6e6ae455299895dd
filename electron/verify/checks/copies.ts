// Nothing of the original may have been copied: a page that carries marks must have been written
// anew, so its contents cannot equal any stream of the source, and a picture cannot be the
// source's own compressed bytes. Compares hashes only.
import { createHash } from "node:crypto";
import { decodedOrNothing } from "../raw/recover.ts";
import type { Recovered } from "../raw/recover.ts";
import type { Structure } from "../structure/structure.ts";
import type { Findings } from "../findings.ts";
import { counted } from "../counted.ts";

/** Streams shorter than this may be equal by chance. */
const SHORTEST = 24;

export function checkCopies(
  source: Recovered,
  structure: Structure,
  marked: ReadonlyMap<number, unknown>,
  findings: Findings,
): void {
  const hashes = new Set<string>();
  for (const stream of source.streams) {
    const bytes = decodedOrNothing(stream, source.resolve);
    if (bytes && bytes.length >= SHORTEST) hashes.add(hash(trimmed(bytes)));
  }
  findings.open("source-not-copied", counted(hashes.size, "stream"));
  for (const [i, { bytes }] of structure.pages.entries())
    if (marked.has(i + 1) && bytes.length >= SHORTEST && hashes.has(hash(trimmed(bytes))))
      findings.add("source-not-copied", "The page's content is a copy of the original's.", i + 1);
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! <= 32) end--;
  return bytes.subarray(0, end);
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}
