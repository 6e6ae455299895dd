// A case handed over as one file: the verifier's own reading of the container. Takes header and database
// out into a folder of its own after comparing size and SHA-256 of every file in it; the rest stays.
// Layout: "CANDOURCASE 1\n", one line of JSON with names, sizes and hashes, then the files one by one.
import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NoAccess } from "./case-folder.ts";

const FORMAT = "CANDOURCASE 1\n";
const WANTED = new Set(["case.json", "case.copy.json", "case.db"]);

export function isHandedOver(path: string): boolean {
  const fd = openSync(path, "r");
  try {
    const start = Buffer.alloc(FORMAT.length);
    return (
      readSync(fd, start, 0, start.length, 0) === start.length && start.equals(Buffer.from(FORMAT))
    );
  } finally {
    closeSync(fd);
  }
}

/** @returns a folder to read as a case; the caller removes it. @throws NoAccess where a byte is wrong */
export function unpack(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), "candour-check-"));
  const fd = openSync(path, "r");
  try {
    const { files, at } = manifestOf(fd);
    let from = at;
    for (const f of files) {
      const bytes = readExactly(fd, from, f.size, f.sha256, WANTED.has(f.name));
      if (bytes) writeFileSync(join(folder, f.name), bytes, { mode: 0o600 });
      from += f.size;
    }
    if (fstatSync(fd).size !== from) throw damaged();
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

interface Piece {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

function manifestOf(fd: number): { files: readonly Piece[]; at: number } {
  const buffer = Buffer.alloc(8 << 20);
  const read = readSync(fd, buffer, 0, buffer.length, FORMAT.length);
  const end = buffer.subarray(0, read).indexOf(10);
  try {
    const { files } = JSON.parse(buffer.toString("utf8", 0, end)) as { files: Piece[] };
    if (end < 0 || !files.every((f) => Number.isSafeInteger(f.size) && f.size >= 0))
      throw damaged();
    return { files, at: FORMAT.length + end + 1 };
  } catch {
    throw damaged();
  }
}

/** Compares a file in slices; keeps it only where it is wanted. */
function readExactly(
  fd: number,
  from: number,
  size: number,
  sha256: string,
  keep: boolean,
): Buffer | undefined {
  if (from + size > fstatSync(fd).size) throw damaged();
  const hash = createHash("sha256");
  const kept: Buffer[] = [];
  const slice = Buffer.alloc(1 << 20);
  for (let done = 0; done < size;) {
    const n = readSync(fd, slice, 0, Math.min(slice.length, size - done), from + done);
    if (n === 0) throw damaged();
    const part = slice.subarray(0, n);
    hash.update(part);
    if (keep) kept.push(Buffer.from(part));
    done += n;
  }
  if (hash.digest("hex") !== sha256) throw damaged();
  return keep ? Buffer.concat(kept) : undefined;
}

function damaged(): NoAccess {
  return new NoAccess("damaged-database", "The file is damaged or was copied only in part.");
}
