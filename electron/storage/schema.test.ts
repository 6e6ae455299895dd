import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { resource } from "../resources.ts";
import { CaseDatabase } from "./connection.ts";
import { loadMigrations, migrate } from "./migrate.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-schema-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = new Uint8Array(32).fill(7);
const path = () => join(folder, "case.db");

function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    .all() as { sql: string }[];
  return `${rows.map((r) => `${r.sql};`).join("\n\n")}\n`;
}

/** `UPDATE_SCHEMA=1 npx vitest run electron/storage` writes schema.sql anew after a migration. */
test("schema.sql is what the migrations make", () => {
  const db = new Database(":memory:");
  migrate(db);
  const made = `-- What all migrations together make. Generated; the test beside it compares.\n\n${schemaOf(db)}`;
  db.close();
  const file = resource("electron", "storage", "schema.sql");
  if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(file, made);
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("every table is STRICT", () => {
  const db = new Database(":memory:");
  migrate(db);
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  db.close();
  expect(loose).toEqual([]);
});

test("A1: rows of the trail, decisions, steps and exports can be neither updated nor deleted", () => {
  const db = new CaseDatabase({ path: path(), key: KEY, create: true });
  db.write(() => {
    db.run("INSERT INTO users VALUES ('u', 'Ada', 'analyst', 'k', 'w', 'now', NULL)");
    db.run(
      "INSERT INTO documents VALUES ('d', 1, 'n', 'other', 's', 1, 1, NULL, 0, 0, NULL, 'f', 'ready', 'now', 'u')",
    );
    db.run("INSERT INTO review_events VALUES ('d', 1, 'now', 'u', '{}')");
    db.run("INSERT INTO workflow VALUES (1, 'now', 'u', 'submitted', '{}')");
    db.run("INSERT INTO publication_decisions VALUES (1, 'now', 'u', '{}')");
    db.run(
      "INSERT INTO exports VALUES ('x', 'd', 'n', 'now', 'u', 's', 1, 1, 1, 0, 'p', '{}', '{}', '{}', '{}', 'f')",
    );
    db.run("INSERT INTO releases VALUES ('r', 'x', 'now', 'u', 'all', NULL, NULL, NULL, NULL)");
    db.run(
      "INSERT INTO audit VALUES (1, 'now', 'u', 't', 'k', NULL, NULL, '{}', ?, 'h', 's')",
      "0".repeat(64),
    );
  });
  const attempt = (sql: string) => () => db.write(() => db.run(sql));
  for (const table of ["audit", "review_events", "workflow", "publication_decisions", "exports"]) {
    expect(attempt(`UPDATE ${table} SET at = 'then'`)).toThrow(/append-only/u);
    expect(attempt(`DELETE FROM ${table}`)).toThrow(/append-only/u);
  }
  for (const table of [
    "audit",
    "review_events",
    "workflow",
    "publication_decisions",
    "exports",
    "releases",
  ])
    expect(attempt(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow();
  expect(attempt("DELETE FROM releases")).toThrow(/append-only/u);
  expect(attempt("UPDATE releases SET recipient = 'nobody'")).toThrow(/recalled/u);
  attempt("UPDATE releases SET recalled_at = 'now', recall_reason = 'wrong file'")();
  expect(attempt("UPDATE releases SET recalled_at = NULL")).toThrow(/recalled/u);
  expect(
    attempt("INSERT INTO audit VALUES (3, 'now', 'u', 't', 'k', NULL, NULL, '{}', 'h', 'i', 's')"),
  ).toThrow(/follows/u);
  expect(
    attempt("INSERT INTO audit VALUES (2, 'now', 'u', 't', 'k', NULL, NULL, '{}', 'x', 'i', 's')"),
  ).toThrow(/follows/u);
  expect(db.get("SELECT count(*) AS n FROM audit")).toEqual({ n: 1 });
  db.close();
});

test("a database of a newer version is refused and left as it is", () => {
  new CaseDatabase({ path: path(), key: KEY, create: true }).close();
  const migrations = loadMigrations();
  const newer = [
    ...migrations,
    {
      version: migrations.length + 1,
      name: "0099_future.sql",
      sql: "CREATE TABLE future (a TEXT) STRICT;",
      sha256: "f".repeat(64),
    },
  ];
  new CaseDatabase({ path: path(), key: KEY, migrations: newer }).close();
  const before = readFileSync(path());
  expect(() => new CaseDatabase({ path: path(), key: KEY })).toThrow(/newer version/u);
  expect(readFileSync(path()).equals(before)).toBe(true);
});

test("a database made by a build with other tables is refused", () => {
  const others = loadMigrations().map((m) => ({ ...m, sha256: "0".repeat(64) }));
  new CaseDatabase({ path: path(), key: KEY, create: true, migrations: others }).close();
  expect(() => new CaseDatabase({ path: path(), key: KEY })).toThrow(/whose tables differ/u);
});

test("a migration that fails leaves nothing of itself", () => {
  new CaseDatabase({ path: path(), key: KEY, create: true }).close();
  const migrations = loadMigrations();
  const broken = {
    version: migrations.length + 1,
    name: "0099_broken.sql",
    sql: "CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);",
    sha256: "f".repeat(64),
  };
  expect(
    () => new CaseDatabase({ path: path(), key: KEY, migrations: [...migrations, broken] }),
  ).toThrow();
  const db = new CaseDatabase({ path: path(), key: KEY });
  expect(db.get("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'")).toEqual({ n: 0 });
  db.close();
});

test("a wrong key and a file that is no database are refused, never overwritten", () => {
  new CaseDatabase({ path: path(), key: KEY, create: true }).close();
  const before = readFileSync(path());
  expect(() => new CaseDatabase({ path: path(), key: new Uint8Array(32) })).toThrow(/damaged/u);
  expect(readFileSync(path()).equals(before)).toBe(true);
  writeFileSync(path(), before.subarray(0, 5_000));
  expect(() => new CaseDatabase({ path: path(), key: KEY })).toThrow(/damaged|half copied/u);
});

test("changes outside a transaction are a defect", () => {
  const db = new CaseDatabase({ path: path(), key: KEY, create: true });
  expect(() => db.run("INSERT INTO settings VALUES ('a', '1')")).toThrow(/transaction/u);
  db.close();
});
