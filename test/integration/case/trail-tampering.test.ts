// A2: a thousand random tamperings of a trail, each of a kind somebody could try, are all found by the
// standalone verifier and, on rows, by the app's own check; untouched copies are never accused.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEntries } from "../../../electron/audit/check.ts";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import type { AuditEntry, Checkpoint } from "../../../shared/audit/kinds.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { addDocument, findAll, makeCase, makeDesk, type Desk } from "./invented-case.ts";

const RUNS = 1_000;
let desk: Desk;
let open: OpenCase;
let lines: string[];
let entries: AuditEntry[];
let checkpoint: Checkpoint;
let older: Checkpoint;
let stranger: AuditEntry[];

/** Small, fast and seeded (mulberry32): a failure can be repeated. */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function work(c: OpenCase): Promise<void> {
  const text = "Tansy Quill met Orla Venn and Tansy Quill at 14 Harrow Lane.";
  const document = addDocument(c, "report", [text, text, text]);
  const all = c.suggestions.replace(document, [
    ...findAll(c, document, "Tansy Quill"),
    ...findAll(c, document, "Orla Venn"),
    ...findAll(c, document, "14 Harrow Lane", { category: "address" }),
  ]);
  for (const s of all)
    c.review.append(document, [
      s.text === "Orla Venn"
        ? { type: "refused", suggestions: [s.id], note: "author of the report" }
        : { type: "accepted", suggestions: [s.id], label: null, reason: "other" },
    ]);
  c.review.append(document, [{ type: "undone", of: 3 }]);
  c.review.append(document, [{ type: "redone", of: 3 }]);
}

beforeAll(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
  await work(open);
  older = open.trail.checkpoint();
  await open.team.add({ name: "Rhea Reviewer", role: "reviewer" }, "another passphrase");
  await work2(open);
  checkpoint = open.trail.checkpoint();
  lines = [...open.trail.exportLines()];
  entries = [...open.entries.each()];
  const other = makeDesk();
  const second = await makeCase(other.store);
  await work(second);
  stranger = [...second.entries.each()];
  second.close();
  other.clear();
});
afterAll(() => {
  open.close();
  desk.clear();
});

async function work2(c: OpenCase): Promise<void> {
  const [document] = c.documents.list();
  for (let i = 0; i < 8; i++)
    c.review.append(document!.id, [
      { type: "page-sealed", page: 1 + (i % 3), sealed: i % 2 === 0 },
    ]);
}

type Tamper = (list: AuditEntry[], roll: () => number) => void;
const pick = (n: number, roll: () => number) => Math.floor(roll() * n);
const at = (list: AuditEntry[], roll: () => number) => pick(list.length, roll);
const change = (e: AuditEntry, over: Partial<AuditEntry>): AuditEntry => ({ ...e, ...over });

const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  flip: (list, roll) => {
    const i = at(list, roll);
    const fields = ["at", "by", "tool", "kind", "previous", "hash", "signature"] as const;
    const field = fields[pick(fields.length, roll)]!;
    const value = list[i]![field];
    const where = pick(value.length, roll);
    const flipped = value[where] === "0" ? "1" : "0";
    list[i] = change(list[i]!, {
      [field]: value.slice(0, where) + flipped + value.slice(where + 1),
    });
  },
  data: (list, roll) => {
    const i = at(list, roll);
    list[i] = change(list[i]!, { data: { ...list[i]!.data, count: 1 + pick(1e6, roll) } });
  },
  page: (list, roll) => {
    const i = at(list, roll);
    list[i] = change(list[i]!, { page: (list[i]!.page ?? 0) + 1 + pick(9, roll) });
  },
  delete: (list, roll) => void list.splice(at(list, roll), 1),
  truncate: (list, roll) => void list.splice(at(list, roll)),
  swap: (list, roll) => {
    const i = pick(list.length - 1, roll);
    const j = i + 1 + pick(list.length - i - 1, roll);
    [list[i], list[j]] = [list[j]!, list[i]!];
  },
  duplicate: (list, roll) => {
    const i = at(list, roll);
    list.splice(i, 0, list[i]!);
  },
  renumber: (list, roll) => {
    const i = at(list, roll);
    list.splice(i, 1);
    for (let j = i; j < list.length; j++) list[j] = change(list[j]!, { seq: j + 1 });
  },
  splice: (list, roll) => {
    const i = pick(Math.min(list.length, stranger.length), roll);
    list.splice(i, list.length - i, ...stranger.slice(i));
  },
  borrow: (list, roll) => {
    const [i, j] = [at(list, roll), pick(stranger.length, roll)];
    list[i] = change(stranger[j]!, { seq: list[i]!.seq, previous: list[i]!.previous });
  },
  "another's signature": (list, roll) => {
    const i = at(list, roll);
    const j = (i + 1 + pick(list.length - 1, roll)) % list.length;
    list[i] = change(list[i]!, { signature: list[j]!.signature });
  },
};

describe("A2 tampering with a trail", () => {
  test(`A2: ${RUNS} random tamperings of entries are all found, with a witness`, () => {
    const kinds = Object.entries(TAMPERINGS);
    const missed: string[] = [];
    for (let run = 0; run < RUNS; run++) {
      const roll = dice(run + 1);
      const [name, tamper] = kinds[run % kinds.length]!;
      const list = [...entries];
      tamper(list, roll);
      if (JSON.stringify(list) === JSON.stringify(entries)) throw new Error(`${name} did nothing`);
      if (checkEntries(open.id, list, [checkpoint]).fault === null) missed.push(`${name} #${run}`);
    }
    expect(missed).toEqual([]);
    for (let run = 0; run < 20; run++)
      expect(checkEntries(open.id, entries, [older, checkpoint]).fault).toBeNull();
  });

  test(`A2: ${RUNS} random changes to the bytes of an exported trail are all found by the verifier`, async () => {
    const path = join(desk.folder, "trail.jsonl");
    const original = Buffer.from(lines.join(""));
    const missed: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const roll = dice(10_000 + run);
      writeFileSync(path, spoil(original, roll));
      const whole = await verifyTrail({ path }).then(
        (v) => v.whole,
        () => false,
      );
      if (whole) missed.push(run);
    }
    expect(missed).toEqual([]);
    writeFileSync(path, original);
    const verdict = await verifyTrail({ path });
    expect(verdict).toMatchObject({ whole: true, fault: null, entries: entries.length });
    rmSync(path);
  });

  test("A2: a trail rolled back to an earlier honest state is found by a witness and only by one", async () => {
    const path = join(desk.folder, "old.jsonl");
    const witness = join(desk.folder, "certificate.json");
    const head = { format: "candour-trail-1", case: open.id, checkpoint: older };
    const kept = entries.slice(0, older.entries).map((e) => `${JSON.stringify(e)}\n`);
    writeFileSync(path, `${JSON.stringify(head)}\n${kept.join("")}`);
    writeFileSync(witness, JSON.stringify({ certificate: { trail: checkpoint } }));
    const alone = await verifyTrail({ path });
    expect(alone.whole).toBe(true);
    expect(alone.notProven.join(" ")).toMatch(/cut off/u);
    const seen = await verifyTrail({ path, witnesses: [witness] });
    expect(seen.whole).toBe(false);
    expect(seen.fault).toMatch(/cut off|older copy/u);
  });

  test("A2: a trail written anew with new keys is found by a witness", () => {
    const checked = checkEntries(open.id, stranger, [checkpoint]);
    expect(checked.fault?.seq).toBe(1);
  });

  test("a person who was removed cannot open the case any more", async () => {
    const other = makeDesk();
    const c = await makeCase(other.store);
    const added = await c.team.add(
      { name: "Rhea Reviewer", role: "reviewer" },
      "another passphrase",
    );
    c.close();
    const rhea = await other.store.open(c.id, added.id, "another passphrase");
    rhea.close();
    const { id } = c.user;
    const again = await other.store.open(c.id, id, "invented passphrase 1");
    again.team.remove(added.id);
    expect(again.trail.check().fault).toBeNull();
    await expect(other.store.open(c.id, added.id, "another passphrase")).rejects.toMatchObject({
      code: "not-found",
    });
    again.close();
    other.clear();
  });

  test("the verifier shares no code with the writer", () => {
    const folder = new URL("../../../electron/audit/verify/", import.meta.url);
    const files = ["canonical", "case-folder", "handed-over", "judge", "lines", "verify-trail"];
    const allowed = /^(?:node:|\.\/[a-z-]+\.ts$|better-sqlite3$|hash-wasm$)/u;
    for (const name of files) {
      const source = readFileSync(new URL(`${name}.ts`, folder), "utf8");
      for (const [, from] of source.matchAll(/from "([^"]+)"/gu)) expect(from).toMatch(allowed);
      expect(source).not.toMatch(/import\(/u);
    }
  });
});

/** One change of a kind that a file can suffer: a bit, a byte, a cut, a hole, a swap of two lines. */
function spoil(original: Buffer, roll: () => number): Buffer {
  const where = Math.floor(roll() * original.length);
  switch (Math.floor(roll() * 6)) {
    case 0: {
      const copy = Buffer.from(original);
      copy[where]! ^= 1 << Math.floor(roll() * 8);
      return copy;
    }
    case 1: {
      const copy = Buffer.from(original);
      copy[where] = (copy[where]! + 1 + Math.floor(roll() * 254)) % 256;
      return copy;
    }
    case 2:
      return original.subarray(0, where);
    case 3: {
      const end = Math.min(original.length, where + 1 + Math.floor(roll() * 400));
      return Buffer.concat([original.subarray(0, where), original.subarray(end)]);
    }
    case 4:
      return Buffer.concat([
        original.subarray(0, where),
        Buffer.from(" "),
        original.subarray(where),
      ]);
    default: {
      const list = original.toString("utf8").trimEnd().split("\n");
      const i = Math.floor(roll() * (list.length - 1));
      [list[i], list[i + 1]] = [list[i + 1]!, list[i]!];
      return Buffer.from(`${list.join("\n")}\n`);
    }
  }
}
