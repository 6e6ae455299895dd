// Keys of a case. One random case key; each person's passphrase (argon2id) wraps it and that person's
// signing key, so people come and go without anything being encrypted anew.
// Keys leave this module only as bytes for the vault, the database and the signer; never as text.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { argon2id } from "hash-wasm";
import { z } from "zod";

/** Cost of one guess. Bounds keep a forged header from asking for the whole memory. */
const costSchema = z.object({
  memory: z.int().min(1_024).max(1_048_576),
  passes: z.int().min(1).max(16),
});
export type Cost = z.infer<typeof costSchema>;
/** 64 MiB, three passes: about a third of a second on a small laptop. */
export const DEFAULT_COST: Cost = { memory: 65_536, passes: 3 };

const base64 = z.base64().max(400);
export const wrapSchema = z.object({
  salt: base64,
  cost: costSchema,
  caseKey: base64,
  signingKey: base64,
});
export type Wrap = z.infer<typeof wrapSchema>;

export interface PersonalKeys {
  readonly caseKey: Uint8Array;
  /** Ed25519 private key, PKCS #8 DER. */
  readonly signingKey: Uint8Array;
}

export function newCaseKey(): Uint8Array {
  return randomBytes(32);
}

export function newSigningKey(): { readonly pkcs8: Uint8Array; readonly publicKey: string } {
  const pair = generateKeyPairSync("ed25519");
  const { x } = pair.publicKey.export({ format: "jwk" });
  return {
    pkcs8: pair.privateKey.export({ format: "der", type: "pkcs8" }),
    publicKey: Buffer.from(String(x), "base64url").toString("hex"),
  };
}

/** A key for one purpose; knowing it tells nothing about the others. */
export function subkey(
  caseKey: Uint8Array,
  purpose: "database" | "files" | "file-names" | "header",
): Buffer {
  return Buffer.from(
    hkdfSync("sha256", caseKey, new Uint8Array(0), `candour case 1 ${purpose}`, 32),
  );
}

export function headerMac(caseKey: Uint8Array, text: string): string {
  return createHmac("sha256", subkey(caseKey, "header")).update(text).digest("hex");
}

export async function wrapKeys(
  keys: PersonalKeys,
  passphrase: string,
  where: { readonly caseId: string; readonly user: string },
  cost: Cost,
): Promise<Wrap> {
  const salt = randomBytes(16);
  const kek = await derive(passphrase, salt, cost);
  try {
    return {
      salt: salt.toString("base64"),
      cost,
      caseKey: encrypt(kek, keys.caseKey, context(where, "case key")),
      signingKey: encrypt(kek, keys.signingKey, context(where, "signing key")),
    };
  } finally {
    kek.fill(0);
  }
}

/** @returns undefined where the passphrase is wrong (or the wrap was damaged: the two look alike). */
export async function unwrapKeys(
  wrap: Wrap,
  passphrase: string,
  where: { readonly caseId: string; readonly user: string },
): Promise<PersonalKeys | undefined> {
  const kek = await derive(passphrase, Buffer.from(wrap.salt, "base64"), wrap.cost);
  try {
    return {
      caseKey: decrypt(kek, wrap.caseKey, context(where, "case key")),
      signingKey: decrypt(kek, wrap.signingKey, context(where, "signing key")),
    };
  } catch {
    return undefined;
  } finally {
    kek.fill(0);
  }
}

async function derive(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  return argon2id({
    // The same passphrase typed on another keyboard may be composed differently.
    password: passphrase.normalize("NFKC"),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memory,
    hashLength: 32,
    outputType: "binary",
  });
}

function context(where: { caseId: string; user: string }, what: string): Buffer {
  return Buffer.from(`candour wrap 1\n${where.caseId}\n${where.user}\n${what}`);
}

function encrypt(key: Uint8Array, plain: Uint8Array, bound: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64");
}

function decrypt(key: Uint8Array, text: string, bound: Buffer): Uint8Array {
  const all = Buffer.from(text, "base64");
  if (all.length < 29) throw new Error("too short");
  const decipher = createDecipheriv("aes-256-gcm", key, all.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(bound).setAuthTag(all.subarray(-16));
  return Buffer.concat([decipher.update(all.subarray(12, -16)), decipher.final()]);
}
