// All cases of this machine: one folder each. Makes, lists, opens and deletes them; knows no secret
// while none is open. A case is made in a folder of another name and renamed when it is whole.
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CaseCard, Role } from "../../shared/ipc/cases.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { signerOf } from "../audit/chain.ts";
import { NameKey } from "../storage/name-key.ts";
import { TermKey } from "../audit/term-key.ts";
import { Trail } from "../audit/trail.ts";
import { AuditRows } from "../storage/audit-entries.ts";
import { CaseDatabase } from "../storage/connection.ts";
import { refusalOf } from "../storage/errors.ts";
import { SettingRows } from "../storage/settings.ts";
import { UserRows } from "../storage/users.ts";
import { sweepTemporary, syncFolder } from "./durable.ts";
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
import { changedAt, DATABASE, isCaseId, makingFolder, tidyFolders } from "./case-folders.ts";
import { leaveTombstone } from "./destruction.ts";
import { OpenCase } from "./open-case.ts";
import { Vault } from "./vault.ts";
import { forgetHead, noticeAtOpening, rememberHead } from "./witness.ts";

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
      tidyFolders(this.folder);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Cards for the start screen, last changed first; a case in trouble says so in one sentence. */
  list(): readonly CaseCard[] {
    const cards: CaseCard[] = [];
    for (const id of readdirSync(this.folder)) {
      if (!isCaseId(id)) continue;
      const folder = join(this.folder, id);
      const changed = changedAt(folder);
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
          changedAt: changed,
          sample,
          ...trouble,
        });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const name = "Case that cannot be read";
        cards.push({
          id,
          name,
          users: [],
          changedAt: changed,
          sample: false,
          trouble: error.message,
        });
      }
    }
    return cards.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  async create(input: NewCase): Promise<OpenCase> {
    const id = randomUUID();
    const user = randomUUID();
    const making = makingFolder(this.folder, id);
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
    const leaving = makingFolder(this.folder, randomUUID());
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
    leaveTombstone(this.folder, open, reason);
    open.close();
    this.delete(open.id);
    forgetHead(this.folder, open.id);
  }

  #folderOf(id: string): string {
    const folder = join(this.folder, id);
    if (!isCaseId(id) || !existsSync(folder))
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

  /** First rows of a new case: its first person, the keys for names of terms and plans, the first entry. */
  #found(db: CaseDatabase, header: Header, keys: PersonalKeys): void {
    const [user] = header.users;
    const { tool, now } = this.#o;
    const signer = signerOf(user!.id, keys.signingKey);
    const trail = new Trail({ caseId: header.id, db, rows: new AuditRows(db), signer, tool, now });
    db.write(() => {
      new UserRows(db).add({ ...user!, wrap: wrapDigest(user!), at: now() });
      new TermKey(new SettingRows(db)).create();
      new NameKey(new SettingRows(db)).create();
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
        onHead: (head) => rememberHead(this.folder, header.id, head),
      });
      noticeAtOpening(this.folder, folder, open);
      open.trail.append({ kind: "case.opened", data: {} });
      rememberHead(this.folder, header.id, open.trail.head());
      return open;
    } catch (error) {
      db.close();
      throw error;
    }
  }
}
