// Reads an exported trail: one line that names the case and carries a checkpoint, then one entry a line.
// Every line must be exactly what JSON.stringify writes, so that no byte can be changed unseen and no
// doubled key can show one thing to a person and another to a program.
import { closeSync, openSync, readSync } from "node:fs";
import type { RawCheckpoint } from "./judge.ts";

export interface ExportedTrail {
  readonly case: string;
  readonly checkpoint: RawCheckpoint;
  readonly entries: () => Generator<unknown>;
}

export class NotATrail extends Error {}

export function readExported(path: string): ExportedTrail {
  const first = lines(path).next();
  const head = (first.done ? undefined : parse(first.value)) as
    { format?: unknown; case?: unknown; checkpoint?: unknown } | undefined;
  if (!head || head.format !== "candour-trail-1" || typeof head.case !== "string")
    throw new NotATrail("This file is not an exported trail.");
  const checkpoint = asCheckpoint(head.checkpoint);
  if (!checkpoint) throw new NotATrail("The exported trail has lost its checkpoint.");
  return {
    case: head.case,
    checkpoint,
    *entries() {
      let number = 0;
      for (const line of lines(path)) if (number++ > 0) yield parse(line);
    },
  };
}

/** A checkpoint wherever it stands in a JSON value, such as a certificate. */
export function findCheckpoint(value: unknown, depth = 0): RawCheckpoint | undefined {
  if (typeof value !== "object" || value === null || depth > 8) return undefined;
  const found = asCheckpoint(value);
  if (found) return found;
  for (const inner of Object.values(value)) {
    const deeper = findCheckpoint(inner, depth + 1);
    if (deeper) return deeper;
  }
  return undefined;
}

function asCheckpoint(value: unknown): RawCheckpoint | undefined {
  const c = value as Partial<RawCheckpoint> | null | undefined;
  if (typeof c !== "object" || c === null) return undefined;
  const texts = [c.case, c.head, c.at, c.by, c.signature];
  if (!texts.every((t) => typeof t === "string") || !Number.isInteger(c.entries)) return undefined;
  return c as RawCheckpoint;
}

/** undefined for a line that is not exactly one JSON value as JSON.stringify writes it. */
function parse(line: string | undefined): unknown {
  if (line === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return JSON.stringify(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Lines without their end; a last line that was cut off comes as undefined. */
function* lines(path: string): Generator<string | undefined> {
  const fd = openSync(path, "r");
  try {
    const chunk = Buffer.alloc(1 << 16);
    let rest = Buffer.alloc(0);
    for (;;) {
      const n = readSync(fd, chunk, 0, chunk.length, null);
      if (n === 0) break;
      rest = Buffer.concat([rest, chunk.subarray(0, n)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield exact(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
      }
      if (rest.length > 64 << 20) throw new NotATrail("This file is not an exported trail.");
    }
    if (rest.length > 0) yield undefined;
  } finally {
    closeSync(fd);
  }
}

/** undefined where the bytes are not UTF-8: a replacement character must not stand for a change. */
function exact(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}
