// case.json: what can be known of a case without a passphrase, and the wrapped keys. Two copies are
// kept, because a header lost is a case lost; a MAC under the case key shows any change made by others.
// The database, not the header, is the authority on who belongs to the case.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { z } from "zod";
import { ROLES } from "../../shared/ipc/cases.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { writeDurably } from "./durable.ts";
import { headerMac, wrapSchema } from "./keys.ts";

export const FORMAT = 1;
const NAMES = ["case.json", "case.copy.json"] as const;

const userSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  role: z.enum(ROLES),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/u),
  wrap: wrapSchema,
});
export type HeaderUser = z.infer<typeof userSchema>;

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  id: z.uuid(),
  name: z.string().min(1).max(120),
  sample: z.boolean(),
  createdAt: z.string(),
  users: z.array(userSchema).min(1).max(200),
  mac: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Header = z.infer<typeof headerSchema>;

/** Reads the header; where the first copy is damaged, the second one serves. */
export function readHeader(folder: string): Header {
  let trouble: Refusal | undefined;
  for (const name of NAMES) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    try {
      return parse(readFileSync(path, "utf8"));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "case-version") throw error;
      trouble ??= error;
    }
  }
  throw (
    trouble ??
    new Refusal(
      "case-damaged",
      "The header of this case is missing: the folder was copied only in part. Nothing was changed.",
    )
  );
}

/** Signs with the case key and writes both copies, one after the other. */
export function writeHeader(
  folder: string,
  header: Omit<Header, "mac">,
  caseKey: Uint8Array,
): Header {
  const { mac: _, ...body } = header as Header;
  const signed = { ...body, mac: headerMac(caseKey, canonical(body)) };
  for (const name of NAMES) writeDurably(join(folder, name), textOf(signed));
  return signed;
}

/** @throws Refusal where anything of the header was changed without the case key. */
export function checkHeader(header: Header, caseKey: Uint8Array): void {
  const { mac, ...body } = header;
  if (headerMac(caseKey, canonical(body)) !== mac)
    throw new Refusal(
      "case-damaged",
      "The header of this case was changed outside Candour, so it cannot be trusted. Nothing was changed; please bring the case back from a backup.",
    );
}

/** Makes both copies the same again after an interrupted write or damage to one of them. */
export function healHeader(folder: string, header: Header): void {
  const text = textOf(header);
  for (const name of NAMES) {
    const path = join(folder, name);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeDurably(path, text);
  }
}

/** What the database keeps of a person's wrapped keys, to notice a change. */
export function wrapDigest(user: HeaderUser): string {
  return createHash("sha256").update(canonical(user.wrap)).digest("hex");
}

function parse(text: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged();
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === "number" && format > FORMAT)
    throw new Refusal(
      "case-version",
      "This case was made with a newer version of Candour. Please update Candour to open it; nothing was changed.",
    );
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) throw damaged();
  return parsed.data;
}

function textOf(header: Header): string {
  return `${JSON.stringify(header, null, 2)}\n`;
}

function damaged(): Refusal {
  return new Refusal(
    "case-damaged",
    "The header of this case is damaged. Nothing was changed; please bring the case back from a backup.",
  );
}

function canonical(value: unknown): string {
  return String(canonicalize(value));
}
