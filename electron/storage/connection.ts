// The one connection to a case's database: encrypted, exclusive, durable. Owns the order of pragmas,
// statements, transactions and what happens after a write error (reopen, re-read, go on).
// It must never hand out the raw handle for keeping: after a reopen a kept handle would be dead.
import Database from "better-sqlite3";
import { Refusal } from "../../shared/model/refusal.ts";
import { migrate, refuseNewer, type Migration } from "./migrate.ts";
import { refusalOf, isWriteError } from "./errors.ts";

export interface ConnectionOptions {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Path of the compiled SQLite where the packaged one cannot be loaded (trial runtime). */
  readonly nativeBinding?: string;
  /** Make the file; it must not exist. Without it the file must exist. */
  readonly create?: boolean;
  readonly migrations?: readonly Migration[];
}

export type Value = string | number | null | Uint8Array;

export class CaseDatabase {
  readonly #options: ConnectionOptions;
  #db: Database.Database;
  #statements = new Map<string, Database.Statement>();
  #depth = 0;
  #closed = false;
  #onReopened: (() => void) | undefined;
  #tellFailure: ((code: string) => void) | undefined;
  #failure: string | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#db = connect(options);
    try {
      migrate(this.#db, options.migrations);
    } catch (error) {
      this.#db.close();
      throw refusalOf(error);
    }
  }

  /** @param reopened after a write error, once the connection is whole again
   *  @param tell inside the first transaction that the disk takes again, with the code of the failure */
  onFailure(reopened: () => void, tell: (code: string) => void): void {
    this.#onReopened = reopened;
    this.#tellFailure = tell;
  }

  get open(): boolean {
    return !this.#closed;
  }

  all(sql: string, ...values: Value[]): unknown[] {
    return this.#reading(() => this.#prepare(sql).all(...values));
  }

  get(sql: string, ...values: Value[]): unknown {
    return this.#reading(() => this.#prepare(sql).get(...values));
  }

  /** A single changing statement; only inside write(). */
  run(sql: string, ...values: Value[]): number {
    if (this.#depth === 0) throw new Error("A change needs a transaction: use write()");
    return this.#prepare(sql).run(...values).changes;
  }

  /**
   * All or nothing, on disk when it returns. Inner calls join the outer transaction.
   * @throws Refusal disk-full, read-only or case-damaged after a write error; the change is then undone.
   */
  write<T>(change: () => T): T {
    if (this.#closed) throw locked();
    if (this.#depth > 0) return change();
    this.#depth = 1;
    try {
      this.#db.exec("BEGIN IMMEDIATE");
      if (this.#failure !== undefined) this.#tellFailure?.(this.#failure);
      const value = change();
      this.#db.exec("COMMIT");
      this.#failure = undefined;
      return value;
    } catch (error) {
      this.#depth = 0;
      this.#undo(error);
      throw refusalOf(error);
    } finally {
      this.#depth = 0;
    }
  }

  /** Writes a compact, equally encrypted copy; the only safe way to copy while the case is open. */
  copyInto(path: string): void {
    if (this.#closed) throw locked();
    try {
      this.#prepare("VACUUM INTO ?").run(path);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Rewrites the file so that nothing deleted is left in free pages. */
  vacuum(): void {
    this.#reading(() => {
      this.#db.exec("VACUUM");
      this.#db.pragma("wal_checkpoint(TRUNCATE)");
    });
  }

  /**
   * Folds the log back, so that nothing deleted is left there: in the file itself it was overwritten.
   * What the disk refuses here is done when the case is locked.
   */
  clean(): void {
    if (this.#closed) throw locked();
    try {
      this.#db.pragma("wal_checkpoint(TRUNCATE)");
    } catch {
      // Folded back by close() at the latest.
    }
  }

  /** "ok", or what SQLite found wrong. */
  integrity(): string {
    return this.#reading(() => String(this.#db.pragma("integrity_check(1)", { simple: true })));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#statements.clear();
    try {
      // Folds the WAL back, so that a closed case is one file and opens from read-only media.
      this.#db.pragma("journal_mode = DELETE");
    } catch {
      // A full disk keeps the WAL; it is folded back at the next opening.
    }
    this.#db.close();
  }

  #reading<T>(read: () => T): T {
    if (this.#closed) throw locked();
    try {
      return read();
    } catch (error) {
      throw refusalOf(error);
    }
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  #undo(error: unknown): void {
    try {
      if (this.#db.inTransaction) this.#db.exec("ROLLBACK");
    } catch {
      // The reopening below drops the transaction in any case.
    }
    if (!isWriteError(error)) return;
    this.#statements.clear();
    try {
      this.#db.close();
      this.#db = connect({ ...this.#options, create: false });
    } catch (reopening) {
      this.#closed = true;
      throw refusalOf(reopening);
    }
    this.#failure = (refusalOf(error) as { code?: string }).code ?? "damaged";
    this.#onReopened?.();
  }
}

function connect(options: ConnectionOptions): Database.Database {
  let db: Database.Database;
  try {
    db = new Database(options.path, {
      fileMustExist: options.create !== true,
      timeout: 1_500,
      ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
    });
  } catch (error) {
    throw refusalOf(error);
  }
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma("legacy = 4");
    db.pragma(`key = "x'${Buffer.from(options.key).toString("hex")}'"`);
    // Exclusive before WAL: no shared-memory file, and a full disk is an error instead of a SIGBUS.
    db.pragma("locking_mode = EXCLUSIVE");
    // Before the first change of mode, which writes: a newer case is left exactly as it is.
    refuseNewer(db, options.migrations);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("secure_delete = ON");
    db.pragma("cell_size_check = ON");
    db.pragma("trusted_schema = OFF");
    // Without it a REPLACE deletes rows past their triggers (A1).
    db.pragma("recursive_triggers = ON");
    db.pragma("temp_store = MEMORY");
    // Takes the exclusive lock now, so that a second opener is told at once.
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    return db;
  } catch (error) {
    db.close();
    throw refusalOf(error);
  }
}

function locked(): Refusal {
  return new Refusal("locked", "The case is locked.");
}
