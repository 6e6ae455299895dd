// Users of a case as the database knows them: the authority over the header's copy.
import { z } from "zod";
import { ROLES, type Role } from "../../shared/ipc/cases.ts";
import type { CaseDatabase } from "./connection.ts";
import { rows } from "./rows.ts";

const schema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  public_key: z.string(),
  wrap: z.string(),
  added_at: z.string(),
  removed_at: z.string().nullable(),
});
export type UserRow = z.infer<typeof schema>;

export class UserRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  /** Everyone ever added, in order; removed people keep their row for the trail's sake. */
  all(): readonly UserRow[] {
    return rows(schema, this.#db.all("SELECT * FROM users ORDER BY added_at, id"));
  }

  add(u: { id: string; name: string; role: Role; publicKey: string; wrap: string; at: string }) {
    this.#db.run(
      "INSERT INTO users (id, name, role, public_key, wrap, added_at) VALUES (?, ?, ?, ?, ?, ?)",
      u.id,
      u.name,
      u.role,
      u.publicKey,
      u.wrap,
      u.at,
    );
  }

  remove(id: string, at: string): void {
    this.#db.run("UPDATE users SET removed_at = ? WHERE id = ?", at, id);
  }

  setWrap(id: string, wrap: string): void {
    this.#db.run("UPDATE users SET wrap = ? WHERE id = ?", wrap, id);
  }
}
