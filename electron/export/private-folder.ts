// Temporary files live in a folder of their own that only this user can enter, made next to where
// the result will stand (so that the last step is a rename on one disk) and removed in every case.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { Refusal } from "../../shared/model/refusal.ts";
import { dirname, join } from "node:path";

/** Runs `use` with the path of a fresh 0700 folder beside `target`; the folder is gone afterwards. */
export async function inPrivateFolder<T>(
  target: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  clearLeft(dirname(target));
  const folder = mkdtempSync(join(dirname(target), ".candour-"));
  chmodSync(folder, 0o700);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds after which nobody works in a private folder any more. */
const LEFT = 24 * 3_600_000;

/** What a killed run left there: it may hold a file that never passed. Two machines may share the folder. */
function clearLeft(parent: string): void {
  try {
    for (const name of readdirSync(parent)) {
      if (!/^\.candour-[A-Za-z0-9]{6}$/u.test(name)) continue;
      const status = lstatSync(join(parent, name));
      if (status.isDirectory() && Date.now() - status.mtimeMs > LEFT)
        rmSync(join(parent, name), { recursive: true, force: true });
    }
  } catch {
    // Whoever may not tidy up there may still write there.
  }
}

/**
 * Moves a finished file to its name. @throws Refusal exists where a file has appeared there meanwhile and
 * is not to be replaced; a rename would replace it, a link fails
 */
export function place(temporary: string, target: string, overwrite: boolean): void {
  if (overwrite) renameSync(temporary, target);
  else {
    try {
      linkSync(temporary, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw exists();
      if (lstatSync(target, { throwIfNoEntry: false })) throw exists();
      renameSync(temporary, target);
    }
  }
  syncFolder(dirname(target));
}

export function exists(): Refusal {
  return new Refusal("exists", "There is a file of that name already; it was not replaced.");
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
