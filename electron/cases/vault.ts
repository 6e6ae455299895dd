// Originals and exports at rest: AES-256-GCM in chunks of 1 MiB, each bound to its place and to being
// the last or not, so that cutting, reordering or swapping is found. Files are written once, read-only,
// under a keyed name: the folder's listing does not tell which known document is in the case.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";
import { refusalOf } from "../storage/errors.ts";
import { DurableFile, sweepTemporary } from "./durable.ts";
import { subkey } from "./keys.ts";

const MAGIC = Buffer.from("CANDOUR1", "latin1");
const HEAD = MAGIC.length + 16;
const CHUNK = 1 << 20;
const SEALED = CHUNK + 16;
export type Drawer = "originals" | "exports";

export interface Stored {
  readonly file: string;
  readonly sha256: string;
  /** False where the same bytes were there already. */
  readonly fresh: boolean;
}

export class Vault {
  readonly #folder: string;
  readonly #files: Buffer;
  readonly #names: Buffer;

  constructor(folder: string, caseKey: Uint8Array) {
    this.#folder = folder;
    this.#files = subkey(caseKey, "files");
    this.#names = subkey(caseKey, "file-names");
  }

  static prepare(folder: string): void {
    for (const drawer of ["originals", "exports"])
      mkdirSync(join(folder, drawer), { recursive: true, mode: 0o700 });
  }

  /** Stores bytes and answers their name; the same bytes are stored once. Whole on disk on return. */
  put(drawer: Drawer, bytes: Uint8Array): Stored {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = this.#nameOf(drawer, sha256);
    const path = this.#path(drawer, file);
    if (existsSync(path)) return { file, sha256, fresh: false };
    const head = Buffer.concat([MAGIC, randomBytes(16)]);
    const key = this.#fileKey(head);
    const out = new DurableFile(path);
    out.write(head);
    const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK));
    for (let i = 0; i < chunks; i++) {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(i, i === chunks - 1)).setAAD(head);
      const part = bytes.subarray(i * CHUNK, (i + 1) * CHUNK);
      out.write(Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()]));
    }
    out.commit(0o400);
    return { file, sha256, fresh: true };
  }

  /** @throws Refusal case-damaged where the file is missing, cut or changed. */
  async get(drawer: Drawer, file: string, sha256: string): Promise<Uint8Array> {
    const handle = await open(this.#path(drawer, file), "r").catch((error: unknown) => {
      throw refusalOf(error);
    });
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(HEAD);
      await handle.read(head, 0, HEAD, 0);
      if (size < HEAD + 16 || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged();
      const key = this.#fileKey(head);
      const chunks = Math.ceil((size - HEAD) / SEALED);
      const plain = Buffer.alloc(size - HEAD - chunks * 16);
      const buffer = Buffer.alloc(SEALED);
      for (let i = 0; i < chunks; i++) {
        const { bytesRead } = await handle.read(buffer, 0, SEALED, HEAD + i * SEALED);
        if (bytesRead < 16) throw damaged();
        const sealed = buffer.subarray(0, bytesRead);
        const decipher = createDecipheriv("aes-256-gcm", key, nonce(i, i === chunks - 1), {
          authTagLength: 16,
        });
        decipher.setAAD(head).setAuthTag(sealed.subarray(-16));
        decipher.update(sealed.subarray(0, -16)).copy(plain, i * CHUNK);
        decipher.final();
      }
      if (createHash("sha256").update(plain).digest("hex") !== sha256) throw damaged();
      return plain;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const refusal = refusalOf(error);
      throw refusal instanceof Refusal ? refusal : damaged();
    } finally {
      await handle.close();
    }
  }

  /** Removes what interrupted writes left. Whole files stay, known or not: an older database may have been put back. */
  sweep(): void {
    for (const drawer of ["originals", "exports"] as const) {
      const folder = join(this.#folder, drawer);
      if (existsSync(folder)) sweepTemporary(folder);
    }
  }

  has(drawer: Drawer, file: string): boolean {
    return existsSync(this.#path(drawer, file));
  }

  /** Removes what these bytes were stored as; nothing where they are not there. */
  removeBytes(drawer: Drawer, sha256: string): void {
    this.remove(drawer, this.#nameOf(drawer, sha256));
  }

  /** Takes back a file whose transaction failed. */
  remove(drawer: Drawer, file: string): void {
    rmSync(this.#path(drawer, file), { force: true });
  }

  #nameOf(drawer: Drawer, sha256: string): string {
    const name = createHmac("sha256", this.#names).update(`${drawer}\n${sha256}`);
    return name.digest("hex").slice(0, 40);
  }

  #path(drawer: Drawer, file: string): string {
    if (!/^[0-9a-f]{40}$/u.test(file)) throw damaged();
    return join(this.#folder, drawer, file);
  }

  #fileKey(head: Uint8Array): Buffer {
    const salt = head.subarray(MAGIC.length);
    return Buffer.from(hkdfSync("sha256", this.#files, salt, "candour file 1", 32));
  }
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

function damaged(): Refusal {
  return new Refusal(
    "case-damaged",
    "A file of this case is damaged or was copied only in part. Nothing was changed; please bring the case back from a backup.",
  );
}
