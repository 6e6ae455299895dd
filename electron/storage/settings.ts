// Settings and small facts of one case, as JSON by name.
import { z } from "zod";
import type { CaseDatabase } from "./connection.ts";
import { json, row } from "./rows.ts";

export class SettingRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  get<T extends z.ZodType>(name: string, schema: T): z.infer<T> | undefined {
    const found = this.#db.get("SELECT value FROM settings WHERE name = ?", name);
    return found === undefined ? undefined : row(z.object({ value: json(schema) }), found).value;
  }

  set(name: string, value: unknown): void {
    this.#db.run(
      "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name,
      JSON.stringify(value),
    );
  }

  remove(name: string): void {
    this.#db.run("DELETE FROM settings WHERE name = ?", name);
  }
}
