// The verifier's own walk over a trail. It knows the format from its description and nothing of the
// writer's code: SHA-256 over "candour trail entry 1\n" and the canonical entry without hash and
// signature; Ed25519 over "candour trail signature 1\n" and that hash; keys are introduced by the
// first entry and by "user.added", and end with "user.removed".
import {
  createHash,
  createPublicKey,
  verify as verifySignature,
  type KeyObject,
} from "node:crypto";
import { canonical } from "./canonical.ts";

export interface RawEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly tool: string;
  readonly kind: string;
  readonly document: string | null;
  readonly page: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string;
}

export interface RawCheckpoint {
  readonly case: string;
  readonly entries: number;
  readonly head: string;
  readonly at: string;
  readonly by: string;
  readonly signature: string;
}

export interface Judgement {
  readonly entries: number;
  readonly head: string;
  /** Null where nothing is wrong; else one sentence that names the first bad entry. */
  readonly fault: string | null;
  /** Worth knowing, not worth refusing: a clock that ran backwards. */
  readonly notices: readonly string[];
  /** Names and roles of those who signed, as the trail itself says. */
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    readonly entries: number;
  }[];
  readonly witnessed: number;
}

interface Person {
  readonly key: KeyObject;
  readonly name: string;
  readonly role: string;
  standing: boolean;
  entries: number;
}

/** Kinds of entries that only people of these roles have a part in. */
const ONLY_BY = new Map([
  ["review.submitted", "analyst"],
  ["review.sentBack", "reviewer"],
  ["review.signed", "reviewer"],
  ["review.reopened", "analyst reviewer"],
  ["mark.overruled", "reviewer"],
  ["publication.decided", "publisher"],
  ["release.recorded", "publisher"],
]);

const FIELDS = "at,by,data,document,hash,kind,page,previous,seq,signature,tool";
const HEX64 = /^[0-9a-f]{64}$/u;

export function judge(
  caseId: string,
  entries: Iterable<unknown>,
  checkpoints: readonly RawCheckpoint[],
): Judgement {
  const people = new Map<string, Person>();
  const hashes = ["0".repeat(64)];
  const notices: string[] = [];
  let last = "";
  const result = (fault: string | null): Judgement => ({
    entries: hashes.length - 1,
    head: hashes.at(-1)!,
    fault,
    notices,
    people: [...people.values()].map(({ name, role, entries: n }) => ({ name, role, entries: n })),
    witnessed: fault === null ? checkpoints.length : 0,
  });

  for (const value of entries) {
    const n = hashes.length;
    if (!isEntry(value)) return result(`Entry ${n} is not an entry of a trail.`);
    if (value.seq !== n)
      return result(
        `Entry ${n} is missing, or entries were moved: number ${value.seq} stands there.`,
      );
    if (value.previous !== hashes[n - 1])
      return result(`Entry ${n} does not belong after entry ${n - 1}.`);
    const { hash, signature, ...body } = value;
    const bytes = canonical({ case: caseId, ...body });
    const own = createHash("sha256").update(`candour trail entry 1\n${bytes}`).digest("hex");
    if (own !== hash) return result(`Entry ${n} was changed.`);
    // Only the first entry may be signed by the person it brings in.
    if (n === 1) introduce(value, people);
    const person = people.get(value.by);
    if (!person?.standing)
      return result(`Entry ${n} was written by nobody who belonged to the case.`);
    if (!signed(`candour trail signature 1\n${hash}`, signature, person.key))
      return result(`Entry ${n} is not signed by the person it names.`);
    const roles = ONLY_BY.get(value.kind);
    if (roles && !roles.split(" ").includes(person.role))
      return result(`Entry ${n} tells of an act that its person's role has no part in.`);
    person.entries++;
    if (value.kind === "user.added") introduce(value, people);
    if (value.kind === "user.removed") dismiss(value, people);
    if (value.at < last) notices.push(`The clock went backwards before entry ${n}.`);
    if (value.kind === "case.rolledBack")
      notices.push(`An older copy of the case was found in its place before entry ${n}.`);
    last = value.at;
    hashes.push(hash);
  }
  if (hashes.length === 1) return result("There is no entry at all.");
  for (const c of checkpoints) {
    if (c.case !== caseId) return result("A checkpoint belongs to another case.");
    const by = people.get(c.by);
    const text = `candour trail checkpoint 1\n${c.case}\n${c.entries}\n${c.head}\n${c.at}\n${c.by}`;
    if (!by || !signed(text, c.signature, by.key))
      return result("A checkpoint is not signed by a person of this case.");
    if (c.entries >= hashes.length)
      return result(
        `A checkpoint saw ${c.entries} entries, but only ${hashes.length - 1} are here: the end was cut off or an older copy was put back.`,
      );
    if (hashes[c.entries] !== c.head)
      return result(
        `Entry ${c.entries} is not the one that a checkpoint saw: the trail was written anew.`,
      );
  }
  return result(null);
}

function isEntry(value: unknown): value is RawEntry {
  if (typeof value !== "object" || value === null) return false;
  const e = value as Record<string, unknown>;
  return (
    Object.keys(e).sort().join(",") === FIELDS &&
    Number.isInteger(e["seq"]) &&
    ["at", "by", "tool", "kind", "previous", "hash", "signature"].every(
      (k) => typeof e[k] === "string",
    ) &&
    (e["document"] === null || typeof e["document"] === "string") &&
    (e["page"] === null || Number.isInteger(e["page"])) &&
    typeof e["data"] === "object" &&
    e["data"] !== null
  );
}

/** A person once introduced keeps their first key: nobody can be introduced again with another. */
function introduce(e: RawEntry, people: Map<string, Person>): void {
  const { user, publicKey, name, role } = e.data;
  if (typeof user !== "string" || people.has(user)) return;
  if (typeof publicKey !== "string" || !HEX64.test(publicKey)) return;
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  people.set(user, { key, name: String(name), role: String(role), standing: true, entries: 0 });
}

function dismiss(e: RawEntry, people: Map<string, Person>): void {
  const person = people.get(String(e.data["user"]));
  if (person) person.standing = false;
}

function signed(text: string, signature: string, key: KeyObject): boolean {
  if (!/^[0-9a-f]{128}$/u.test(signature)) return false;
  try {
    return verifySignature(null, Buffer.from(text), key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}
