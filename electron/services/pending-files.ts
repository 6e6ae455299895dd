// Files on their way into the case: dropped bytes that still arrive in chunks, and locked files that
// wait for their password (three tries). Held in memory only; a case that is locked forgets them.
import { randomUUID } from "node:crypto";
import { Refusal } from "../../shared/model/refusal.ts";

const GIGABYTE = 2 ** 30;
const MOST_DROPPED = 16;
export const TRIES = 3;

interface Dropped {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array;
  at: number;
}

interface Locked {
  readonly name: string;
  readonly bytes: Uint8Array;
  triesLeft: number;
}

export class PendingFiles {
  readonly #dropped = new Map<string, Dropped>();
  readonly #locked = new Map<string, Locked>();

  /** @throws Refusal file-too-large, bad-arguments */
  begin(name: string, size: number): string {
    if (size > GIGABYTE) {
      throw new Refusal("file-too-large", `“${name}” is larger than 1 GB, the most Candour takes.`);
    }
    if (this.#dropped.size >= MOST_DROPPED) {
      throw new Refusal(
        "bad-arguments",
        "Too many files at once. Please add them in smaller groups.",
      );
    }
    const token = randomUUID();
    this.#dropped.set(token, { name: plainName(name), size, bytes: new Uint8Array(size), at: 0 });
    return token;
  }

  chunk(token: string, bytes: Uint8Array): void {
    const file = this.#dropped.get(token);
    if (!file) throw gone();
    if (file.at + bytes.length > file.size) {
      this.#dropped.delete(token);
      throw new Refusal("bad-arguments", `“${file.name}” changed while it was being added.`);
    }
    file.bytes.set(bytes, file.at);
    file.at += bytes.length;
  }

  end(token: string): { name: string; bytes: Uint8Array } {
    const file = this.#dropped.get(token);
    if (!file) throw gone();
    this.#dropped.delete(token);
    if (file.at !== file.size)
      throw new Refusal("truncated", `“${file.name}” did not arrive whole.`);
    return { name: file.name, bytes: file.bytes };
  }

  /** Keeps a locked file for its password. */
  keepLocked(name: string, bytes: Uint8Array): { token: string; name: string; triesLeft: number } {
    const token = randomUUID();
    this.#locked.set(token, { name, bytes, triesLeft: TRIES });
    return { token, name, triesLeft: TRIES };
  }

  locked(token: string): { name: string; bytes: Uint8Array } {
    const file = this.#locked.get(token);
    if (!file) throw gone();
    return file;
  }

  /** After a wrong password: tries left; at none the file is forgotten. */
  wrong(token: string): number {
    const file = this.#locked.get(token);
    if (!file) throw gone();
    file.triesLeft -= 1;
    if (file.triesLeft <= 0) this.#locked.delete(token);
    return file.triesLeft;
  }

  unlocked(token: string): void {
    this.#locked.delete(token);
  }

  clear(): void {
    this.#dropped.clear();
    this.#locked.clear();
  }
}

function gone(): Refusal {
  return new Refusal("not-found", "That file is no longer waiting. Please add it again.");
}

/** A name without folders and control characters, whatever the window sends. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // eslint-disable-next-line no-control-regex -- control characters in a name could forge lines in a list
  // Control and format characters in a name could forge lines or hide its end.
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean === "" || clean === "." || clean === ".." ? "document.pdf" : clean.slice(0, 200);
}
