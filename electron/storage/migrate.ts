// Brings a case's tables up to date: numbered .sql files, forward only, one transaction each, the
// checksum of each recorded. It must never edit a migration that was applied, nor open a newer case.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { Refusal } from "../../shared/model/refusal.ts";
import { resource } from "../resources.ts";

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const LEDGER = `CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT`;

export function loadMigrations(
  folder = resource("electron", "storage", "migrations"),
): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((f) => /^\d{4}_[a-z0-9_]+\.sql$/u.test(f))
    .sort();
  return files.map((name, i) => {
    const version = Number(name.slice(0, 4));
    if (version !== i + 1) throw new Error(`Migration ${name} is out of order`);
    const sql = readFileSync(join(folder, name), "utf8");
    return { version, name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/** Reads only. @throws Refusal case-version */
export function refuseNewer(db: Database, migrations = loadMigrations()): void {
  if (Number(db.pragma("user_version", { simple: true })) > migrations.length)
    throw new Refusal(
      "case-version",
      "This case was last used with a newer version of Candour. Please update Candour to open it; nothing was changed.",
    );
}

/** @throws Refusal case-version where the case is newer than this build or was made by another one. */
export function migrate(
  db: Database,
  migrations: readonly Migration[] = loadMigrations(),
): { from: number; to: number } {
  const from = Number(db.pragma("user_version", { simple: true }));
  const to = migrations.length;
  refuseNewer(db, migrations);
  if (from > 0) {
    const applied = db.prepare("SELECT version, sha256 FROM migrations ORDER BY version").all();
    for (const row of applied as { version: number; sha256: string }[])
      if (migrations[row.version - 1]?.sha256 !== row.sha256)
        throw new Refusal(
          "case-version",
          "This case was made with a build of Candour whose tables differ from this one's. Please open it with the version that made it; nothing was changed.",
        );
  }
  for (const m of migrations.slice(from)) {
    db.transaction(() => {
      db.exec(LEDGER);
      db.exec(m.sql);
      db.prepare("INSERT INTO migrations VALUES (?, ?, ?)").run(m.version, m.name, m.sha256);
      db.pragma(`user_version = ${m.version}`);
    }).immediate();
  }
  return { from, to };
}
