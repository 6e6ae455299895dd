// The register of people of a case: names, label, role, kinship; and the lists of texts that are
// always or never looked for. These rows hold real names: they never leave the encrypted database.
import { z } from "zod";
import { RELATIONS, type Relation } from "../../shared/ipc/people.ts";
import type { CaseDatabase } from "./connection.ts";
import { flag, rows } from "./rows.ts";

export interface PersonRow {
  readonly id: string;
  /** The first is the fullest. */
  readonly names: readonly string[];
  readonly label: string | null;
  readonly role: string | null;
  readonly note: string | null;
  /** "is parent of", "is partner of"... another person of the register. */
  readonly kin: readonly { readonly other: string; readonly relation: Relation }[];
}

const personSchema = z.object({
  id: z.string(),
  label: z.string().nullable(),
  role: z.string().nullable(),
  note: z.string().nullable(),
});
const nameSchema = z.object({ person: z.string(), name: z.string() });
const kinSchema = z.object({
  person: z.string(),
  other: z.string(),
  relation: z.enum(RELATIONS),
});
const listSchema = z.object({
  id: z.string(),
  list: z.enum(["allow", "deny"]),
  text: z.string(),
  fuzzy: flag,
  pattern: flag,
});
export type ListRow = z.infer<typeof listSchema>;

export class PeopleRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  all(): readonly PersonRow[] {
    const names = rows(
      nameSchema,
      this.#db.all("SELECT person, name FROM person_names ORDER BY person, position"),
    );
    const kin = rows(
      kinSchema,
      this.#db.all("SELECT person, other, relation FROM kinships ORDER BY person, other, relation"),
    );
    return rows(
      personSchema,
      this.#db.all("SELECT id, label, role, note FROM people ORDER BY added_at, rowid"),
    ).map((p) => ({
      ...p,
      names: names.filter((n) => n.person === p.id).map((n) => n.name),
      kin: kin.filter((k) => k.person === p.id).map(({ other, relation }) => ({ other, relation })),
    }));
  }

  put(p: PersonRow, at: string): void {
    this.#db.run(
      `INSERT INTO people VALUES (?, ?, ?, ?, ?) ON CONFLICT (id)
       DO UPDATE SET label = excluded.label, role = excluded.role, note = excluded.note`,
      p.id,
      p.label,
      p.role,
      p.note,
      at,
    );
    this.#db.run("DELETE FROM person_names WHERE person = ?", p.id);
    p.names.forEach((name, i) =>
      this.#db.run("INSERT INTO person_names VALUES (?, ?, ?)", p.id, i, name),
    );
    this.#db.run("DELETE FROM kinships WHERE person = ?", p.id);
    for (const k of p.kin)
      this.#db.run("INSERT INTO kinships VALUES (?, ?, ?)", p.id, k.other, k.relation);
  }

  remove(id: string): void {
    this.#db.run("DELETE FROM people WHERE id = ?", id);
  }

  lists(): readonly ListRow[] {
    return rows(listSchema, this.#db.all("SELECT * FROM lists ORDER BY list, text"));
  }

  addToList(item: ListRow): void {
    this.#db.run(
      "INSERT INTO lists VALUES (?, ?, ?, ?, ?)",
      item.id,
      item.list,
      item.text,
      Number(item.fuzzy),
      Number(item.pattern),
    );
  }

  removeFromList(id: string): void {
    this.#db.run("DELETE FROM lists WHERE id = ?", id);
  }
}
