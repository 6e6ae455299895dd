// The persons of a case. Adding, removing and changing a passphrase wrap the same case key anew and
// touch neither database nor files otherwise. The database is the authority; the header follows it.
import { Refusal } from "../../shared/model/refusal.ts";
import { sameName } from "../../shared/policy/same-name.ts";
import type { Role } from "../../shared/ipc/cases.ts";
import type { UserRow } from "../storage/users.ts";
import type { CaseContext, CaseUser } from "./case-context.ts";
import { healHeader, writeHeader, wrapDigest, type Header, type HeaderUser } from "./header.ts";
import { newSigningKey, unwrapKeys, wrapKeys, type Cost } from "./keys.ts";

export class CaseTeam {
  readonly #c: CaseContext;
  readonly #folder: string;
  readonly #caseKey: Uint8Array;
  readonly #cost: Cost;
  #header: Header;

  constructor(
    context: CaseContext,
    header: Header,
    folder: string,
    caseKey: Uint8Array,
    cost: Cost,
  ) {
    this.#c = context;
    this.#header = header;
    this.#folder = folder;
    this.#caseKey = caseKey;
    this.#cost = cost;
  }

  /** Everyone who may open the case now. */
  list(): readonly CaseUser[] {
    return this.rows()
      .filter((u) => u.removed_at === null)
      .map(({ id, name, role }) => ({ id, name, role }));
  }

  rows(): readonly UserRow[] {
    return this.#c.rows.users.all();
  }

  nameOf(id: string): string {
    return this.rows().find((u) => u.id === id)?.name ?? id;
  }

  /** Ids of everybody else ever in the case whose name reads like this person's (R1). */
  namesakes(): readonly string[] {
    const { id, name } = this.#c.user;
    return this.rows()
      .filter((u) => u.id !== id && sameName(u.name, name))
      .map((u) => u.id);
  }

  /** The new person chooses the passphrase at the keyboard of somebody who has the case open. */
  async add(user: { name: string; role: Role }, passphrase: string): Promise<CaseUser> {
    if (this.list().some((u) => sameName(u.name, user.name)))
      throw new Refusal("exists", "Somebody of this name is in the case already.");
    const { pkcs8, publicKey } = newSigningKey();
    const id = this.#c.newId();
    const wrap = await wrapKeys(
      { caseKey: this.#caseKey, signingKey: pkcs8 },
      passphrase,
      { caseId: this.#c.id, user: id },
      this.#cost,
    );
    const added: HeaderUser = { id, name: user.name, role: user.role, publicKey, wrap };
    // Header first: killed in between, the header names somebody whom the database does not know,
    // and the next opening drops them again.
    this.#write([...this.#header.users, added]);
    this.#c.db.write(() => {
      this.#c.rows.users.add({ ...added, wrap: wrapDigest(added), at: this.#c.now() });
      this.#c.trail.append({
        kind: "user.added",
        data: { user: id, name: user.name, role: user.role, publicKey },
      });
    });
    return { id, name: user.name, role: user.role };
  }

  /** Takes away the way in. What the person could read before, they may have kept: the app says so. */
  remove(id: string): void {
    const everyone = this.list();
    if (!everyone.some((u) => u.id === id))
      throw new Refusal("not-found", "This person is not in the case.");
    if (id === this.#c.user.id)
      throw new Refusal(
        "not-allowed",
        "Nobody can remove themselves; another person has to do it.",
      );
    // Database first: killed in between, the header still names them, and the next opening drops them.
    this.#c.db.write(() => {
      this.#c.rows.users.remove(id, this.#c.now());
      this.#c.trail.append({ kind: "user.removed", data: { user: id } });
    });
    this.#write(this.#header.users.filter((u) => u.id !== id));
  }

  /** @throws Refusal wrong-passphrase where the old one is not right. */
  async changePassphrase(old: string, fresh: string): Promise<void> {
    const { id: user } = this.#c.user;
    const mine = this.#header.users.find((u) => u.id === user);
    const where = { caseId: this.#c.id, user };
    const keys = mine && (await unwrapKeys(mine.wrap, old, where));
    if (!mine || !keys)
      throw new Refusal("wrong-passphrase", "The present passphrase is not right.");
    const changed = { ...mine, wrap: await wrapKeys(keys, fresh, where, this.#cost) };
    this.#write(this.#header.users.map((u) => (u.id === user ? changed : u)));
    this.#c.db.write(() => this.#noteWrap(changed, false));
  }

  /** On opening: header and database agree again after an interrupted change. */
  reconcile(): void {
    const rows = new Map(this.rows().map((u) => [u.id, u]));
    const standing = this.#header.users.filter((u) => {
      const row = rows.get(u.id);
      return row !== undefined && row.removed_at === null;
    });
    const changed = standing.filter((u) => rows.get(u.id)!.wrap !== wrapDigest(u));
    if (changed.length > 0) this.#c.db.write(() => changed.forEach((u) => this.#noteWrap(u, true)));
    if (standing.length !== this.#header.users.length) this.#write(standing);
    else healHeader(this.#folder, this.#header);
  }

  #noteWrap(user: HeaderUser, noticed: boolean): void {
    this.#c.rows.users.setWrap(user.id, wrapDigest(user));
    this.#c.trail.append({ kind: "user.passphrase", data: { user: user.id, noticed } });
  }

  #write(users: readonly HeaderUser[]): void {
    this.#header = writeHeader(this.#folder, { ...this.#header, users: [...users] }, this.#caseKey);
  }
}
