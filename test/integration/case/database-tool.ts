// A case's database as somebody opens it who has a passphrase and a database tool, past the application.
import { join } from "node:path";
import Database from "better-sqlite3";
import { readHeader } from "../../../electron/cases/header.ts";
import { subkey, unwrapKeys } from "../../../electron/cases/keys.ts";
import { PASSPHRASE } from "./invented-case.ts";

/** @param folder of the case; nobody has it open. @param user id. Whoever asks closes it. */
export async function openWithTool(
  folder: string,
  caseId: string,
  user: string,
): Promise<Database.Database> {
  const person = readHeader(folder).users.find((u) => u.id === user)!;
  const keys = await unwrapKeys(person.wrap, PASSPHRASE, { caseId, user });
  const db = new Database(join(folder, "case.db"));
  db.pragma("cipher = 'sqlcipher'");
  db.pragma("legacy = 4");
  db.pragma(`key = "x'${subkey(keys!.caseKey, "database").toString("hex")}'"`);
  return db;
}
