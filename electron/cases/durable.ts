// Writing a file so that it is wholly there or not at all: temporary name beside it, fsync, rename,
// fsync of the folder. Every file of a case is written through here; nothing is written in place.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { refusalOf } from "../storage/errors.ts";

const TEMPORARY = /\.part-[0-9a-f]{12}(?:-journal|-wal)?$/u;

/** Takes chunks in order; nothing is visible under the final name before commit(). */
export class DurableFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #refuse: (error: unknown) => unknown;
  #fd: number;

  /** @param refuse what the disk says, as a sentence: by default about a file of the case itself */
  constructor(path: string, refuse: (error: unknown) => unknown = refusalOf) {
    this.#path = path;
    this.#refuse = refuse;
    this.#temporary = `${path}.part-${randomBytes(6).toString("hex")}`;
    try {
      this.#fd = openSync(this.#temporary, "wx", 0o600);
    } catch (error) {
      throw this.#refuse(error);
    }
  }

  write(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#fd, bytes, done, bytes.length - done);
    } catch (error) {
      this.discard();
      throw this.#refuse(error);
    }
  }

  commit(mode = 0o600): void {
    try {
      fchmodSync(this.#fd, mode);
      fsyncSync(this.#fd);
      closeSync(this.#fd);
      this.#fd = -1;
      renameSync(this.#temporary, this.#path);
      syncFolder(dirname(this.#path));
    } catch (error) {
      this.discard();
      throw this.#refuse(error);
    }
  }

  discard(): void {
    try {
      if (this.#fd >= 0) closeSync(this.#fd);
    } catch {
      // Closing a file that could not be written may fail again; it is removed below.
    }
    this.#fd = -1;
    rmSync(this.#temporary, { force: true });
  }
}

export function writeDurably(path: string, bytes: Uint8Array | string, mode = 0o600): void {
  const file = new DurableFile(path);
  file.write(typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
  file.commit(mode);
}

/** Makes a rename or removal in a folder last. Windows knows no such thing and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Removes what an interrupted write left in a folder. */
export function sweepTemporary(folder: string): void {
  for (const name of readdirSync(folder))
    if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true });
}
