// Reads the trail out of a case folder, given a person's passphrase, with the verifier's own few lines
// for header, keys and database. It works on a copy of the (encrypted) database in a folder of its own,
// so that checking never changes what is checked, not even on read-only media.
import { createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { argon2id } from "hash-wasm";
import { canonical } from "./canonical.ts";
import { edited } from "./edited.ts";
import { differences } from "./tables.ts";

export interface CaseAccess {
  readonly passphrase: string;
  /** Name or id of the person; without it every person of the header is tried. */
  readonly user?: string;
  readonly nativeBinding?: string;
}

export type AccessTrouble =
  "not-a-case" | "damaged-header" | "wrong-passphrase" | "open-elsewhere" | "damaged-database";

export class NoAccess extends Error {
  readonly trouble: AccessTrouble;
  constructor(trouble: AccessTrouble, message: string) {
    super(message);
    this.trouble = trouble;
  }
}

export interface CaseTrail {
  readonly case: string;
  readonly entries: Generator<unknown>;
  /** Where the tables of the case and its trail tell different stories. */
  readonly contradictions: () => readonly string[];
  readonly close: () => void;
}

interface HeaderUser {
  id: string;
  name: string;
  publicKey: string;
  wrap: { salt: string; cost: { memory: number; passes: number }; caseKey: string };
}

export async function readCase(folder: string, access: CaseAccess): Promise<CaseTrail> {
  const header = headerOf(folder);
  const caseKey = await caseKeyOf(header, access);
  const { mac, ...body } = header;
  const macKey = hkdf(caseKey, "header");
  if (createHmac("sha256", macKey).update(canonical(body)).digest("hex") !== mac)
    throw new NoAccess("damaged-header", "The header of the case was changed outside Candour.");

  refuseIfOpen(folder, caseKey, access);
  const temporary = mkdtempSync(join(tmpdir(), "candour-check-"));
  try {
    for (const name of ["case.db", "case.db-wal"])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(temporary, name));
    const db = connect(join(temporary, "case.db"), caseKey, access, false);
    return {
      case: header.id,
      entries: entriesOf(db),
      contradictions: () => contradictions(db, header.users),
      close: () => {
        db.close();
        rmSync(temporary, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (error instanceof NoAccess) throw error;
    throw new NoAccess("damaged-database", "The database of the case is damaged or half copied.");
  }
}

function headerOf(folder: string): { id: string; users: HeaderUser[]; mac: string } {
  for (const name of ["case.json", "case.copy.json"]) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    try {
      const header = JSON.parse(readFileSync(path, "utf8")) as {
        id: string;
        users: HeaderUser[];
        mac: string;
      };
      if (typeof header.id === "string" && Array.isArray(header.users)) return header;
    } catch {
      // The second copy may be whole.
    }
  }
  if (!existsSync(join(folder, "case.db")))
    throw new NoAccess("not-a-case", "This folder holds no case.");
  throw new NoAccess("damaged-header", "The header of the case is missing or damaged.");
}

async function caseKeyOf(
  header: { id: string; users: HeaderUser[] },
  access: CaseAccess,
): Promise<Buffer> {
  for (const user of header.users) {
    if (access.user !== undefined && access.user !== user.id && access.user !== user.name) continue;
    const { salt, cost, caseKey } = user.wrap;
    if (cost.memory > 1_048_576 || cost.passes > 16) continue;
    const kek = await argon2id({
      password: access.passphrase.normalize("NFKC"),
      salt: Buffer.from(salt, "base64"),
      parallelism: 1,
      iterations: cost.passes,
      memorySize: cost.memory,
      hashLength: 32,
      outputType: "binary",
    });
    const sealed = Buffer.from(caseKey, "base64");
    const decipher = createDecipheriv("aes-256-gcm", kek, sealed.subarray(0, 12), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(`candour wrap 1\n${header.id}\n${user.id}\ncase key`));
    try {
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    } catch {
      // Not this person's passphrase; perhaps another's.
    }
  }
  throw new NoAccess("wrong-passphrase", "The passphrase opens this case for nobody.");
}

function hkdf(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, new Uint8Array(0), `candour case 1 ${purpose}`, 32));
}

function connect(path: string, caseKey: Buffer, access: CaseAccess, readonly: boolean) {
  const db = new Database(path, {
    readonly,
    fileMustExist: true,
    timeout: 500,
    ...(access.nativeBinding ? { nativeBinding: access.nativeBinding } : {}),
  });
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma("legacy = 4");
    db.pragma(`key = "x'${hkdf(caseKey, "database").toString("hex")}'"`);
    if (!readonly) db.pragma("locking_mode = EXCLUSIVE");
    db.prepare("SELECT count(*) FROM audit").get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A case that is open in Candour cannot be copied whole; it has to be locked first. */
function refuseIfOpen(folder: string, caseKey: Buffer, access: CaseAccess): void {
  const path = join(folder, "case.db");
  if (!existsSync(path))
    throw new NoAccess("damaged-database", "The database of the case is missing.");
  try {
    connect(path, caseKey, access, true).close();
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY"))
      throw new NoAccess("open-elsewhere", "The case is open in Candour. Please lock it first.");
    // Anything else (a WAL that cannot be opened read-only) shows on the copy, or not at all.
  }
}

function* entriesOf(db: Database.Database): Generator<unknown> {
  for (const row of db.prepare("SELECT * FROM audit ORDER BY seq").iterate()) {
    const { data, ...rest } = row as { data: string };
    let parsed: unknown;
    try {
      parsed = JSON.parse(data);
      if (canonical(parsed) !== data) parsed = undefined;
    } catch {
      parsed = undefined;
    }
    yield { ...rest, data: parsed };
  }
}

/** The trail is whole, but do the tables still say what it says? */
function contradictions(db: Database.Database, users: readonly HeaderUser[]): string[] {
  const found: string[] = [];
  const all = (sql: string) => db.prepare(sql).all() as Record<string, unknown>[];
  for (const r of all(
    `SELECT d.position AS n,
       (SELECT count(*) FROM review_events e WHERE e.document = d.id) AS events,
       (SELECT count(*) FROM audit a WHERE a.document = d.id AND (a.kind LIKE 'mark.%'
          OR a.kind IN ('picture.cleared', 'page.sealed', 'decision.undone', 'decision.redone'))) AS entries
     FROM documents d ORDER BY d.position`,
  ))
    if (r["events"] !== r["entries"])
      found.push(
        `Document ${r["n"]} holds ${r["events"]} decisions, the trail tells of ${r["entries"]}.`,
      );
  found.push(...differences(db));
  found.push(...edited(db));
  for (const u of users) {
    const known = db
      .prepare(
        "SELECT 1 FROM audit WHERE (kind = 'user.added' OR seq = 1) AND json_extract(data, '$.user') = ? AND json_extract(data, '$.publicKey') = ?",
      )
      .get(u.id, u.publicKey);
    if (!known) found.push("The header names a person or a key that the trail does not know.");
  }
  return found;
}
