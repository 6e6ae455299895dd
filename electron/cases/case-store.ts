// All cases of this machine: one folder each. Makes, lists, opens and deletes them; knows no secret
// while none is open. A case is made in a folder of another name and renamed when it is whole.
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { CaseCard, Role } from "../../shared/ipc/cases.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { signerOf } from "../audit/chain.ts";
import { TermKey } from "../audit/term-key.ts";
import { Trail } from "../audit/trail.ts";
import { AuditRows } from "../storage/audit-entries.ts";
import { CaseDatabase } from "../storage/connection.ts";
import { refusalOf } from "../storage/errors.ts";
import { SettingRows } from "../storage/settings.ts";
import { UserRows } from "../storage/users.ts";
import { sweepTemporary, syncFolder, writeDurably } from "./durable.ts";
import { checkHeader, FORMAT, readHeader, wrapDigest, writeHeader, type Header } from "./header.ts";
import {
  DEFAULT_COST,
  newCaseKey,
  newSigningKey,
  subkey,
  unwrapKeys,
  wrapKeys,
  type Cost,
  type PersonalKeys,
} from "./keys.ts";
import { OpenCase } from "./open-case.ts";
import { Vault } from "./vault.ts";
import { forgetHead, noticeAtOpening, rememberHead } from "./witness.ts";

const CASE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DATABASE = "case.db";

export interface CaseStoreOptions {
  readonly folder: string;
  /** "Candour 0.1.0": named in every entry. */
  readonly tool: string;
  readonly nativeBinding?: string;
  /** UTC, ISO 8601. */
  readonly now?: () => string;
  /** Cost of a guess at a passphrase; tests take a cheap one. */
  readonly cost?: Cost;
}

export interface NewCase {
  readonly name: string;
  readonly user: { readonly name: string; readonly role: Role };
  readonly passphrase: string;
  readonly sample?: boolean;
}

export class CaseStore {
  readonly folder: string;
  readonly #o: Required<Pick<CaseStoreOptions, "tool" | "now" | "cost">> & CaseStoreOptions;

  constructor(options: CaseStoreOptions) {
    this.folder = options.folder;
    this.#o = { now: () => new Date().toISOString(), cost: DEFAULT_COST, ...options };
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      tidy(this.folder);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Cards for the start screen, last changed first; a case in trouble says so in one sentence. */
  list(): readonly CaseCard[] {
    const cards: CaseCard[] = [];
    for (const id of readdirSync(this.folder)) {
      if (!CASE.test(id)) continue;
      const folder = join(this.folder, id);
      const changedAt = newest(folder);
      try {
        const { name, users, sample } = readHeader(folder);
        const trouble = existsSync(join(folder, DATABASE))
          ? {}
          : {
              trouble: "The database of this case is missing: the folder was copied only in part.",
            };
        cards.push({
          id,
          name,
          users: users.map((u) => ({ id: u.id, name: u.name, role: u.role })),
          changedAt,
          sample,
          ...trouble,
        });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const name = "Case that cannot be read";
        cards.push({ id, name, users: [], changedAt, sample: false, trouble: error.message });
      }
    }
    return cards.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  async create(input: NewCase): Promise<OpenCase> {
    const id = randomUUID();
    const user = randomUUID();
    const making = join(this.folder, `.making-${id}`);
    const { pkcs8, publicKey } = newSigningKey();
    const keys: PersonalKeys = { caseKey: newCaseKey(), signingKey: pkcs8 };
    const where = { caseId: id, user };
    const wrap = await wrapKeys(keys, input.passphrase, where, this.#o.cost);
    const person = { id: user, ...input.user, publicKey, wrap };
    try {
      mkdirSync(making, { mode: 0o700 });
      Vault.prepare(making);
      const header = writeHeader(
        making,
        {
          format: FORMAT,
          id,
          name: input.name,
          sample: input.sample ?? false,
          createdAt: this.#o.now(),
          users: [person],
        },
        keys.caseKey,
      );
      const db = this.#connect(making, keys.caseKey, true);
      try {
        chmodSync(join(making, DATABASE), 0o600);
        this.#found(db, header, keys);
      } finally {
        db.close();
      }
      syncFolder(making);
      renameSync(making, join(this.folder, id));
      syncFolder(this.folder);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw refusalOf(error);
    }
    return this.#opened(join(this.folder, id), readHeader(join(this.folder, id)), user, keys);
  }

  /** @throws Refusal wrong-passphrase, case-damaged, case-version, locked (open elsewhere), not-found */
  async open(id: string, user: string, passphrase: string): Promise<OpenCase> {
    const folder = this.#folderOf(id);
    const header = readHeader(folder);
    const person = header.users.find((u) => u.id === user);
    if (!person) throw new Refusal("not-found", "This person does not belong to the case.");
    const keys = await unwrapKeys(person.wrap, passphrase, { caseId: header.id, user });
    if (!keys) throw new Refusal("wrong-passphrase", "The passphrase is not right.");
    checkHeader(header, keys.caseKey);
    return this.#opened(folder, header, user, keys);
  }

  /** Removes a case without a trace: for samples and for cases that were never used. */
  delete(id: string): void {
    const folder = this.#folderOf(id);
    const leaving = join(this.folder, `.making-${randomUUID()}`);
    try {
      renameSync(folder, leaving);
      syncFolder(this.folder);
      // The wrapped keys first: without them the rest is noise, however far the removal comes.
      for (const name of ["case.json", "case.copy.json"])
        rmSync(join(leaving, name), { force: true });
      rmSync(leaving, { recursive: true, force: true });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /**
   * Ends an open case for good: a signed last entry, then keys, database and files are removed.
   * What is left is a tombstone that tells when, by whom and why, and can be checked.
   */
  destroy(open: OpenCase, reason: string): void {
    open.review.terms.guard("reason", reason);
    const entry = open.trail.append({
      kind: "case.destroyed",
      data: {
        reason,
        documents: open.documents.list().length,
        exports: open.exports.list().length,
      },
    });
    const checkpoint = open.trail.checkpoint();
    const signer = open.team.rows().find((u) => u.id === open.user.id);
    const stone = {
      format: "candour-tombstone-1",
      case: open.id,
      entry,
      checkpoint,
      signer: signer && { name: signer.name, role: signer.role, publicKey: signer.public_key },
    };
    const stones = join(this.folder, ".tombstones");
    try {
      mkdirSync(stones, { recursive: true, mode: 0o700 });
      writeDurably(join(stones, `${open.id}.json`), `${JSON.stringify(stone, null, 2)}\n`, 0o400);
    } catch (error) {
      throw refusalOf(error);
    }
    open.close();
    this.delete(open.id);
    forgetHead(this.folder, open.id);
  }

  #folderOf(id: string): string {
    const folder = join(this.folder, id);
    if (!CASE.test(id) || !existsSync(folder))
      throw new Refusal("not-found", "There is no such case on this computer.");
    return folder;
  }

  #connect(folder: string, caseKey: Uint8Array, create = false): CaseDatabase {
    return new CaseDatabase({
      path: join(folder, DATABASE),
      key: subkey(caseKey, "database"),
      create,
      ...(this.#o.nativeBinding ? { nativeBinding: this.#o.nativeBinding } : {}),
    });
  }

  /** First rows of a new case: its first person, the key for names of terms, the first entry. */
  #found(db: CaseDatabase, header: Header, keys: PersonalKeys): void {
    const [user] = header.users;
    const { tool, now } = this.#o;
    const signer = signerOf(user!.id, keys.signingKey);
    const trail = new Trail({ caseId: header.id, db, rows: new AuditRows(db), signer, tool, now });
    db.write(() => {
      new UserRows(db).add({ ...user!, wrap: wrapDigest(user!), at: now() });
      new TermKey(new SettingRows(db)).create();
      const { id, name, role, publicKey } = user!;
      trail.append({
        kind: "case.created",
        data: { format: FORMAT, user: id, name, role, publicKey },
      });
    });
  }

  #opened(folder: string, header: Header, userId: string, keys: PersonalKeys): OpenCase {
    const { tool, now, cost } = this.#o;
    const db = this.#connect(folder, keys.caseKey);
    try {
      sweepTemporary(folder);
      const known = new UserRows(db).all().find((u) => u.id === userId);
      if (!known || known.removed_at !== null)
        throw new Refusal("not-found", "This person no longer belongs to the case.");
      const open = new OpenCase({
        folder,
        header,
        user: { id: known.id, name: known.name, role: known.role },
        keys,
        db,
        tool,
        now,
        cost,
        onClose: (head) => rememberHead(this.folder, header.id, head),
      });
      noticeAtOpening(this.folder, folder, open);
      open.trail.append({ kind: "case.opened", data: {} });
      return open;
    } catch (error) {
      db.close();
      throw error;
    }
  }
}

/** What an interrupted making, replacing or deleting left: the older case comes back, the rest goes. */
function tidy(casesFolder: string): void {
  for (const name of readdirSync(casesFolder)) {
    const path = join(casesFolder, name);
    if (name.startsWith(".making-")) rmSync(path, { recursive: true, force: true });
    if (!name.startsWith(".replaced-")) continue;
    const id = name.slice(".replaced-".length, ".replaced-".length + 36);
    if (existsSync(join(casesFolder, id))) rmSync(path, { recursive: true, force: true });
    else renameSync(path, join(casesFolder, id));
  }
}

function newest(folder: string): string {
  let at = statSync(folder).mtimeMs;
  for (const name of [DATABASE, `${DATABASE}-wal`]) {
    const path = join(folder, name);
    if (existsSync(path)) at = Math.max(at, statSync(path).mtimeMs);
  }
  return new Date(at).toISOString();
}
