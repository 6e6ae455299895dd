// A case at rest: unreadable without a passphrase, refused in one sentence when something is wrong with
// it, and never the worse for having been tried.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportCaseFile, restoreCaseFile } from "../../../electron/cases/handover.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import {
  addDocument,
  findAll,
  makeCase,
  makeDesk,
  PASSPHRASE,
  type Desk,
} from "./invented-case.ts";

let desk: Desk;
let open: OpenCase;
let document: string;

beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
  document = addDocument(open, "report", ["Tansy Quill lives here.", "Nothing to see."]);
  const [s] = open.suggestions.replace(document, findAll(open, document, "Tansy Quill"));
  open.review.append(document, [
    { type: "accepted", suggestions: [s!.id], label: "Child A", reason: "child-name" },
  ]);
});
afterEach(() => {
  open.close();
  desk.clear();
});

const reopen = () => desk.store.open(open.id, open.user.id, PASSPHRASE);
const inCase = (...parts: string[]) => join(desk.folder, open.id, ...parts);

const file = () => join(desk.folder, "handover.candour");
const originalsAt = () =>
  readdirSync(inCase("originals")).map((n) => statSync(inCase("originals", n)).mtimeMs);

async function stillWhole(): Promise<void> {
  const again = await reopen();
  expect(again.review.plan(document).marks).toHaveLength(1);
  expect(again.trail.check().fault).toBeNull();
  expect((await again.documents.bytes(document)).length).toBeGreaterThan(20);
  again.close();
}

describe("files", () => {
  test("nobody else can read the folder, and originals cannot be written to", () => {
    expect(statSync(inCase()).mode & 0o077).toBe(0);
    for (const name of ["case.json", "case.copy.json", "case.db"])
      expect(statSync(inCase(name)).mode & 0o077).toBe(0);
    for (const name of readdirSync(inCase("originals")))
      expect(statSync(inCase("originals", name)).mode & 0o777).toBe(0o400);
  });

  test("a damaged first header is healed from the second; both damaged are refused, nothing changed", async () => {
    open.close();
    const good = readFileSync(inCase("case.json"));
    writeFileSync(inCase("case.json"), good.subarray(0, 100));
    await stillWhole();
    expect(readFileSync(inCase("case.json")).equals(good)).toBe(true);
    writeFileSync(inCase("case.json"), good.subarray(0, 100));
    writeFileSync(inCase("case.copy.json"), "{}");
    await expect(reopen()).rejects.toMatchObject({ code: "case-damaged" });
    expect(desk.store.list()[0]?.trouble).toMatch(/header/u);
    writeFileSync(inCase("case.json"), good);
    await stillWhole();
  });

  test("a header changed by somebody without the key is refused: no role can be given away", async () => {
    open.close();
    const good = readFileSync(inCase("case.json"), "utf8");
    writeFileSync(inCase("case.json"), good.replace('"analyst"', '"reviewer"'));
    await expect(reopen()).rejects.toMatchObject({ code: "case-damaged" });
    writeFileSync(inCase("case.json"), good);
    await stillWhole();
  });

  test("a newer header is refused as newer", async () => {
    open.close();
    const good = readFileSync(inCase("case.json"), "utf8");
    writeFileSync(inCase("case.json"), good.replace('"format": 1', '"format": 2'));
    await expect(reopen()).rejects.toMatchObject({ code: "case-version" });
    writeFileSync(inCase("case.json"), good);
    await stillWhole();
  });

  test("a case copied without its database, or with half of it, says so", async () => {
    open.close();
    copyFileSync(inCase("case.db"), join(desk.folder, "kept.db"));
    truncateSync(inCase("case.db"), 6_000);
    await expect(reopen()).rejects.toMatchObject({ code: "case-damaged" });
    rmSync(inCase("case.db"));
    expect(desk.store.list()[0]?.trouble).toMatch(/only in part/u);
    await expect(reopen()).rejects.toMatchObject({ code: "case-damaged" });
    copyFileSync(join(desk.folder, "kept.db"), inCase("case.db"));
    await stillWhole();
  });

  test("an original that lost its end, or one bit, is refused", async () => {
    const [name] = readdirSync(inCase("originals"));
    const path = inCase("originals", name!);
    const good = readFileSync(path);
    chmodSync(path, 0o600);
    writeFileSync(path, good.subarray(0, -1));
    await expect(open.documents.bytes(document)).rejects.toMatchObject({ code: "case-damaged" });
    const flipped = Buffer.from(good);
    flipped[40]! ^= 1;
    writeFileSync(path, flipped);
    await expect(open.documents.bytes(document)).rejects.toMatchObject({ code: "case-damaged" });
    writeFileSync(path, good);
    expect(Buffer.from(await open.documents.bytes(document)).toString()).toContain("Tansy");
  });

  test("files of more than one chunk come back as they went in; a swapped chunk is found", async () => {
    const bytes = new Uint8Array(2_600_000).map((_, i) => (i * 31) & 255);
    const facts = { sha256: "", pages: 1, title: null, encrypted: false, tagged: false };
    const { id, file } = open.documents.add({
      name: "large.pdf",
      bytes,
      facts: { ...facts, bytes: bytes.length },
    });
    expect(Buffer.from(await open.documents.bytes(id)).equals(Buffer.from(bytes))).toBe(true);
    const path = inCase("originals", file);
    const sealed = readFileSync(path);
    const [head, chunk] = [24, (1 << 20) + 16];
    const swapped = Buffer.concat([
      sealed.subarray(0, head),
      sealed.subarray(head + chunk, head + 2 * chunk),
      sealed.subarray(head, head + chunk),
      sealed.subarray(head + 2 * chunk),
    ]);
    chmodSync(path, 0o600);
    writeFileSync(path, swapped);
    await expect(open.documents.bytes(id)).rejects.toMatchObject({ code: "case-damaged" });
    // Cut at a chunk's border: every chunk that is left is genuine, yet the last one is not a last one.
    writeFileSync(path, sealed.subarray(0, head + 2 * chunk));
    await expect(open.documents.bytes(id)).rejects.toMatchObject({ code: "case-damaged" });
  });

  test("a document of the same bytes is refused and takes nothing away", async () => {
    const bytes = await open.documents.bytes(document);
    const facts = { sha256: "", bytes: 1, pages: 2, title: null, encrypted: false, tagged: false };
    expect(() => open.documents.add({ name: "again.pdf", bytes, facts })).toThrow(/already/u);
    expect(await open.documents.bytes(document)).toEqual(bytes);
    open.close();
    await stillWhole();
  });
});

describe("people and passphrases", () => {
  test("two people open the same case; a changed passphrase changes no other file", async () => {
    const rhea = await open.team.add({ name: "Rhea", role: "reviewer" }, "second passphrase");
    const before = originalsAt();
    await open.team.changePassphrase(PASSPHRASE, "quite another one");
    expect(originalsAt()).toEqual(before);
    open.close();
    await expect(reopen()).rejects.toMatchObject({ code: "wrong-passphrase" });
    const hers = await desk.store.open(open.id, rhea.id, "second passphrase");
    expect(hers.user).toMatchObject({ name: "Rhea", role: "reviewer" });
    hers.close();
    open = await desk.store.open(open.id, open.user.id, "quite another one");
    expect(open.trail.check().fault).toBeNull();
  });

  test("the present passphrase is asked for before it is changed", async () => {
    await expect(open.team.changePassphrase("not mine", "whatever it is")).rejects.toMatchObject({
      code: "wrong-passphrase",
    });
  });

  test("a passphrase is the same however its accents were composed", async () => {
    const typed = "caf\u00e9 de la gare";
    await open.team.changePassphrase(PASSPHRASE, typed);
    open.close();
    open = await desk.store.open(open.id, open.user.id, "cafe\u0301 de la gare");
  });

  test("a passphrase changed behind the trail's back is noticed", async () => {
    const before = readFileSync(inCase("case.json"));
    await open.team.changePassphrase(PASSPHRASE, "quite another one");
    open.close();
    // An older, genuine header put back: the old passphrase opens again, and the trail says so.
    writeFileSync(inCase("case.json"), before);
    open = await reopen();
    const kinds = [...open.entries.each()].map((e) => [e.kind, e.data["noticed"]]);
    expect(kinds).toContainEqual(["user.passphrase", true]);
  });

  test("nobody removes themselves, and a removed person is out", async () => {
    const rhea = await open.team.add({ name: "Rhea", role: "reviewer" }, "second passphrase");
    expect(() => open.team.remove(open.user.id)).toThrow(/themselves/u);
    open.team.remove(rhea.id);
    open.close();
    await expect(desk.store.open(open.id, rhea.id, "second passphrase")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("one file to hand over", () => {
  test("restored on a second profile the case is the same, and its trail is whole", async () => {
    const checkpoint = open.trail.checkpoint();
    await exportCaseFile(open, file());
    open.close();
    const other = makeDesk();
    expect(await restoreCaseFile(other.folder, file())).toBe(open.id);
    const there = await other.store.open(open.id, open.user.id, PASSPHRASE);
    expect(there.review.plan(document).marks).toHaveLength(1);
    expect(Buffer.from(await there.documents.bytes(document)).toString()).toContain("Tansy");
    expect(there.trail.check([checkpoint]).fault).toBeNull();
    expect([...there.entries.each()].map((e) => e.kind)).toContain("case.restored");
    there.close();
    const witness = join(desk.folder, "witness.json");
    writeFileSync(witness, JSON.stringify(checkpoint));
    const verdict = await verifyTrail({
      path: join(other.folder, open.id),
      access: { passphrase: PASSPHRASE },
      witnesses: [witness],
    });
    expect(verdict).toMatchObject({ whole: true, fault: null });
    other.clear();
    // The file itself can be checked without bringing the case back.
    const access = { passphrase: PASSPHRASE };
    const direct = await verifyTrail({ path: file(), access, witnesses: [witness] });
    expect(direct).toMatchObject({ whole: true, fault: null });
    const cut = readFileSync(file());
    writeFileSync(file(), cut.subarray(0, -1));
    await expect(verifyTrail({ path: file(), access })).rejects.toMatchObject({
      trouble: "damaged-database",
    });
  });

  test("a place that cannot be written to is said to be one, and is no hand-over", async () => {
    const gone = join(desk.folder, "pulled-out-stick", "handover.candour");
    await expect(exportCaseFile(open, gone)).rejects.toMatchObject({
      code: "read-only",
      message: expect.stringContaining("its folder is gone"),
    });
    expect([...open.entries.each()].map((e) => e.kind)).not.toContain("case.handedOver");
    await exportCaseFile(open, file());
    expect([...open.entries.each()].map((e) => e.kind)).toContain("case.handedOver");
  });

  test("the file holds nothing readable", async () => {
    await exportCaseFile(open, file());
    expect(readFileSync(file()).includes("Tansy")).toBe(false);
    expect(readFileSync(file()).includes("report.pdf")).toBe(false);
  });

  test("a case that is there already is not replaced unasked; asked, the older one gives way", async () => {
    await exportCaseFile(open, file());
    open.review.append(document, [{ type: "page-sealed", page: 1, sealed: true }]);
    open.close();
    await expect(restoreCaseFile(desk.folder, file())).rejects.toMatchObject({ code: "exists" });
    await stillWhole();
    await restoreCaseFile(desk.folder, file(), { replace: true });
    const again = await reopen();
    expect(again.review.state(document).sealedPages.size).toBe(0);
    // This computer had seen more entries: putting an older state back is told, not hidden.
    expect([...again.entries.each()].map((e) => e.kind)).toContain("case.rolledBack");
    again.close();
  });

  test("a file cut, changed or with something added is refused and leaves nothing", async () => {
    await exportCaseFile(open, file());
    const good = readFileSync(file());
    const other = mkdtempSync(join(tmpdir(), "candour-other-"));
    const cut = [0, 10, 200, 2_000, Math.floor(good.length / 2), good.length - 1];
    const spoilt = [
      ...cut.map((n) => good.subarray(0, n)),
      Buffer.concat([good, Buffer.from("x")]),
      ...[20, 300, 5_000, good.length - 5].map((n) => {
        const copy = Buffer.from(good);
        copy[n]! ^= 4;
        return copy;
      }),
      Buffer.from("CANDOURCASE 2\nof the future"),
    ];
    for (const bytes of spoilt) {
      writeFileSync(file(), bytes);
      await expect(restoreCaseFile(other, file())).rejects.toMatchObject({ name: "Refusal" });
      expect(readdirSync(other)).toEqual([]);
    }
    rmSync(other, { recursive: true });
  });

  test("a manifest cannot name a place outside the case", async () => {
    await exportCaseFile(open, file());
    const text = readFileSync(file()).toString("latin1");
    writeFileSync(
      file(),
      Buffer.from(text.replace('"case.copy.json"', '"../escaped.json"'), "latin1"),
    );
    const other = makeDesk();
    await expect(restoreCaseFile(other.folder, file())).rejects.toMatchObject({
      code: "case-damaged",
    });
    expect(existsSync(join(other.folder, "escaped.json"))).toBe(false);
    other.clear();
  });
});

describe("ends", () => {
  test("destruction leaves a signed tombstone and nothing else", async () => {
    const { id } = open;
    desk.store.destroy(open, "kept as long as the law asks");
    expect(existsSync(join(desk.folder, id))).toBe(false);
    expect(desk.store.list()).toEqual([]);
    const stone = JSON.parse(
      readFileSync(join(desk.folder, ".tombstones", `${id}.json`), "utf8"),
    ) as { entry: { kind: string; hash: string }; checkpoint: { head: string } };
    expect(stone.entry.kind).toBe("case.destroyed");
    expect(stone.checkpoint.head).toBe(stone.entry.hash);
    await expect(desk.store.open(id, open.user.id, PASSPHRASE)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a folder rolled back to an earlier copy is noticed at its next opening", async () => {
    open.close();
    const copy = join(desk.folder, "kept-copy");
    cpSync(inCase(), copy, { recursive: true });
    open = await reopen();
    open.review.append(document, [{ type: "page-sealed", page: 2, sealed: true }]);
    open.close();
    rmSync(inCase(), { recursive: true, force: true });
    cpSync(copy, inCase(), { recursive: true });
    open = await reopen();
    const last = [...open.entries.each()].slice(-2).map((e) => e.kind);
    expect(last).toEqual(["case.rolledBack", "case.opened"]);
  });

  test("the case folder's own trail is verified by the standalone verifier, without changing a byte", async () => {
    open.close();
    const before = readFileSync(inCase("case.db"));
    const verdict = await verifyTrail({ path: inCase(), access: { passphrase: PASSPHRASE } });
    expect(verdict).toMatchObject({ whole: true, fault: null });
    expect(readFileSync(inCase("case.db")).equals(before)).toBe(true);
    await expect(
      verifyTrail({ path: inCase(), access: { passphrase: "wrong" } }),
    ).rejects.toMatchObject({ trouble: "wrong-passphrase" });
    open = await reopen();
    await expect(
      verifyTrail({ path: inCase(), access: { passphrase: PASSPHRASE } }),
    ).rejects.toMatchObject({ trouble: "open-elsewhere" });
  });
});
