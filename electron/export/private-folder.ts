// Temporary files live in a folder of their own that only this user can enter, made next to where
// the result will stand (so that the last step is a rename on one disk) and removed in every case.
import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Runs `use` with the path of a fresh 0700 folder beside `target`; the folder is gone afterwards. */
export async function inPrivateFolder<T>(
  target: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(dirname(target), ".candour-"));
  chmodSync(folder, 0o700);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes and forces to disk; the file is for its owner alone. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename itself durable, where the system allows a folder to be synced. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows cannot open folders; its rename is journalled.
  }
}
