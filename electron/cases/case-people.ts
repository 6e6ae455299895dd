// The people of a case and its lists of texts. Real names stay in the database; the trail is told the
// label and the role only.
import type { KnownPerson } from "../../shared/detect/model.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PersonId } from "../../shared/model/ids.ts";
import type { ListRow, PeopleRows, PersonRow } from "../storage/people.ts";
import { TermIndex } from "../../shared/audit/terms.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseTerms } from "./case-terms.ts";
import { mayRegister } from "./who-holds.ts";

export type PersonInput = Omit<PersonRow, "id"> & { readonly id?: string };

export class CasePeople {
  readonly #c: CaseContext;
  readonly #rows: PeopleRows;
  readonly #terms: () => CaseTerms;

  /** @param terms the guard over typed words; it learns of new names */
  constructor(context: CaseContext, rows: PeopleRows, terms: () => CaseTerms) {
    this.#c = context;
    this.#rows = rows;
    this.#terms = terms;
  }

  list(): readonly PersonRow[] {
    return this.#rows.all();
  }

  /** As the detectors take them. */
  known(): readonly KnownPerson[] {
    return this.list().map((p) => ({ id: p.id as PersonId, names: p.names, label: p.label }));
  }

  /** Adds a person, or changes the one with this id. */
  save(input: PersonInput): PersonRow {
    mayRegister(this.#c);
    const names = input.names.map((n) => n.trim()).filter((n) => n !== "");
    if (names.length === 0) throw new Refusal("bad-arguments", "A person needs at least one name.");
    const everyone = new Set(this.list().map((p) => p.id));
    const person: PersonRow = { ...input, id: input.id ?? this.#c.newId(), names };
    if (input.id !== undefined && !everyone.has(input.id))
      throw new Refusal("not-found", "This person is not in the register.");
    if (person.kin.some((k) => k.other === person.id || !everyone.has(k.other)))
      throw new Refusal("bad-arguments", "A relation names somebody who is not in the register.");
    // Label and role are told to the trail: no name may be in them, nor this person's own new one.
    const own = new TermIndex(names.map((text) => ({ text, name: true })));
    for (const typed of [person.label, person.role])
      if (typed && own.find(typed) !== undefined)
        throw new Refusal(
          "not-allowed",
          `“${typed}” holds the person's own name. Please say it without.`,
        );
    this.#terms().guard("label", person.label);
    this.#terms().guard("role", person.role);
    this.#c.db.write(() => {
      this.#rows.put(person, this.#c.now());
      this.#c.trail.append({
        kind: input.id === undefined ? "person.added" : "person.changed",
        data: { person: person.id, label: person.label, role: person.role },
      });
    });
    this.#terms().changed();
    return person;
  }

  /**
   * Adds several people in one act. A label that holds a name, of the case or of one of them, is left
   * out: a person chooses another.
   */
  takeIn(found: readonly Pick<PersonRow, "names" | "label">[]): readonly PersonRow[] {
    mayRegister(this.#c);
    const names = found.flatMap((p) => p.names.map((text) => ({ text: text.trim(), name: true })));
    const own = new TermIndex(names);
    const known = this.#terms().index();
    const people = found.map((p): PersonRow => {
      const free =
        p.label !== null && own.find(p.label) === undefined && known.find(p.label) === undefined;
      const written = p.names.map((name) => name.trim()).filter((name) => name !== "");
      if (written.length === 0)
        throw new Refusal("bad-arguments", "A person needs at least one name.");
      const id = this.#c.newId();
      return { id, names: written, label: free ? p.label : null, role: null, note: null, kin: [] };
    });
    this.#c.db.write(() => {
      const at = this.#c.now();
      for (const person of people) this.#rows.put(person, at);
      this.#c.trail.append({
        kind: "people.added",
        data: { people: people.map(({ id, label }) => ({ person: id, label })) },
      });
    });
    this.#terms().changed();
    return people;
  }

  remove(id: string): void {
    mayRegister(this.#c);
    if (!this.list().some((p) => p.id === id))
      throw new Refusal("not-found", "This person is not in the register.");
    this.#c.db.write(() => {
      this.#rows.remove(id);
      this.#c.trail.append({ kind: "person.removed", data: { person: id } });
    });
    this.#terms().changed();
  }

  lists(): readonly ListRow[] {
    return this.#rows.lists();
  }

  addToList(item: Omit<ListRow, "id">): ListRow {
    mayRegister(this.#c);
    const text = item.text.trim();
    if (text === "") throw new Refusal("bad-arguments", "The text is empty.");
    if (this.lists().some((l) => l.list === item.list && l.text === text))
      throw new Refusal("exists", "This text is on the list already.");
    const added = { ...item, text, id: this.#c.newId() };
    this.#c.db.write(() => {
      this.#rows.addToList(added);
      const { id, list, fuzzy, pattern } = added;
      this.#c.trail.append({ kind: "list.added", data: { item: id, list, fuzzy, pattern } });
    });
    this.#terms().changed();
    return added;
  }

  removeFromList(id: string): void {
    mayRegister(this.#c);
    const item = this.lists().find((l) => l.id === id);
    if (!item) throw new Refusal("not-found", "This text is not on a list.");
    this.#c.db.write(() => {
      this.#rows.removeFromList(id);
      this.#c.trail.append({ kind: "list.removed", data: { item: id, list: item.list } });
    });
    this.#terms().changed();
  }

  /** Texts that nobody may type: all names, and what the deny list spells out. */
  secrets(): readonly string[] {
    return [
      ...this.list().flatMap((p) => p.names),
      ...this.lists().flatMap((l) => (l.list === "deny" && !l.pattern ? [l.text] : [])),
    ];
  }
}
