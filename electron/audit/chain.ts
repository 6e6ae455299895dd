// How an entry is bound to the one before and to its author: canonical bytes (RFC 8785), SHA-256 over
// them with the previous hash and the case inside, Ed25519 over the hash. The writer's side only:
// electron/audit/verify has its own, so that one mistake cannot hide in both.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import canonicalize from "canonicalize";
import type { AuditEntry } from "../../shared/audit/kinds.ts";

export const GENESIS = "0".repeat(64);
const ENTRY_DOMAIN = "candour trail entry 1\n";
const SIGNATURE_DOMAIN = "candour trail signature 1\n";

export type Unsigned = Omit<AuditEntry, "hash" | "signature">;

/** Signs for one person; holds the key only as long as the case is open. */
export interface Signer {
  readonly user: string;
  sign(text: string): string;
}

export function entryHash(caseId: string, entry: Unsigned): string {
  const { seq, at, by, tool, kind, document, page, data, previous } = entry;
  const bytes = canonicalize({
    case: caseId,
    seq,
    at,
    by,
    tool,
    kind,
    document,
    page,
    data,
    previous,
  });
  return createHash("sha256").update(ENTRY_DOMAIN).update(String(bytes)).digest("hex");
}

export function seal(caseId: string, entry: Unsigned, signer: Signer): AuditEntry {
  const hash = entryHash(caseId, entry);
  return { ...entry, hash, signature: signer.sign(SIGNATURE_DOMAIN + hash) };
}

export function signatureHolds(entry: AuditEntry, publicKey: string): boolean {
  return holds(SIGNATURE_DOMAIN + entry.hash, entry.signature, publicKey);
}

/** True where `signature` (hex) over `text` was made with the private half of `publicKey` (hex). */
export function holds(text: string, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/u.test(signature) || !/^[0-9a-f]{64}$/u.test(publicKey)) return false;
  try {
    return verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}

/** @param pkcs8 the private key as DER. */
export function signerOf(user: string, pkcs8: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  return { user, sign: (text) => sign(null, Buffer.from(text), key).toString("hex") };
}

const keys = new Map<string, KeyObject>();

function publicKeyOf(hex: string): KeyObject {
  let key = keys.get(hex);
  if (!key) {
    const x = Buffer.from(hex, "hex").toString("base64url");
    key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    keys.set(hex, key);
  }
  return key;
}
