// A document that was imported by mistake leaves the case: nothing of its text stays in the database,
// its files go, the trail tells of it and still agrees with the case; whoever stands in other documents
// keeps their label; and a document that was deleted with a database tool is found.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import { trailCsv } from "../../../electron/audit/pages.ts";
import { proposalsOf } from "../../../electron/cases/kept-labels.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { openWithTool } from "./database-tool.ts";
import {
  addDocument,
  findAll,
  makeCase,
  makeDesk,
  PASSPHRASE,
  type Desk,
} from "./invented-case.ts";

const SHARED = "Tansy Quillam";
const ALONE = ["Idris Vennor", "Fenella Skerry", "999 100 4000"];
const REASON = "a letter about another family";

let desk: Desk;
let open: OpenCase;
let report: string;
let letter: string;
beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
  report = addDocument(open, "report", [`${SHARED} was seen.`], "overview-report");
  letter = addDocument(open, "letter", [`${SHARED} and ${ALONE.join(" and ")} were seen.`]);
  const inReport = open.suggestions.replace(report, findAll(open, report, SHARED));
  const inLetter = open.suggestions.replace(letter, [
    ...findAll(open, letter, SHARED, { label: "Child A" }),
    ...ALONE.flatMap((s) => findAll(open, letter, s)),
  ]);
  expect([inReport.length, inLetter.length]).toEqual([1, 4]);
  for (const [i, s] of inLetter.entries())
    open.review.append(letter, [
      { type: "accepted", suggestions: [s.id], label: `Child ${"ABCD"[i]}`, reason: "child-name" },
    ]);
  open.people.save({ names: [ALONE[0]!], label: "Child B", role: null, note: null, kin: [] });
  open.people.save({ names: ["Nobody Yet"], label: "Aunt", role: null, note: null, kin: [] });
  open.people.addToList({ list: "deny", text: ALONE[1]!, fuzzy: false, pattern: false });
  open.publication.comment({ document: letter, target: null, page: 1, text: "Is this ours?" });
});
afterEach(() => {
  open.close();
  desk.clear();
});

async function tool<T>(use: (db: Database.Database) => T): Promise<T> {
  const folder = join(desk.folder, open.id);
  const db = await openWithTool(folder, open.id, open.user.id);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

const path = () => join(desk.folder, open.id);
const judged = () => verifyTrail({ path: path(), access: { passphrase: PASSPHRASE } });
const originals = () => readdirSync(join(path(), "originals")).length;

test("what goes along is told before, and the trail and the verifier agree afterwards", async () => {
  expect(open.removal.preview(letter)).toEqual({
    obstacle: null,
    decisions: 4,
    comments: 1,
    exports: 0,
    copied: 0,
    people: [ALONE[0]],
    texts: 1,
  });
  expect(originals()).toBe(2);
  open.removal.remove(letter, REASON);
  expect(open.documents.list().map((d) => d.id)).toEqual([report]);
  expect(originals()).toBe(1);
  expect(open.publication.comments()).toEqual([]);
  expect(open.people.lists()).toEqual([]);
  expect(open.faults()).toEqual([]);
  expect(trailCsv(open.entries.each(), open.publicNames())).toContain(
    "Removed the document from the case, with 4 decisions, 1 comment and 0 exports",
  );
  open.close();
  expect((await judged()).fault).toBeNull();
});

test("a file that the machine kept because it stopped too early goes at the next opening", async () => {
  const folder = join(path(), "originals");
  const before = new Map(readdirSync(folder).map((f) => [f, readFileSync(join(folder, f))]));
  open.removal.remove(letter, REASON);
  const [gone] = [...before.keys()].filter((f) => !readdirSync(folder).includes(f));
  writeFileSync(join(folder, gone!), before.get(gone!)!);
  expect(originals()).toBe(2);
  open.close();
  open = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(originals()).toBe(1);
});

test("A3: no word that stood in it alone is left in any table, nor in a free page of the file", async () => {
  const remains = (db: Database.Database): string[] => {
    const file = db.serialize().toString("latin1");
    // What stands in another document is there to be read: the file is seen without its encryption.
    expect(file).toContain(SHARED);
    const bytes = [file];
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const name of tables as string[])
      bytes.push(JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()));
    return ALONE.filter((s) => bytes.some((b) => b.includes(s)));
  };
  open.close();
  // The search itself can see.
  expect(await tool(remains)).toEqual(ALONE);
  open = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  open.removal.remove(letter, REASON);
  open.close();
  expect(await tool(remains)).toEqual([]);
});

test("whoever stands in another document keeps the label that was given here alone", () => {
  open.removal.remove(letter, REASON);
  const kept = open.people.list().map(({ names, label }) => ({ names, label }));
  expect(kept).toEqual([
    { names: ["Nobody Yet"], label: "Aunt" },
    { names: [SHARED], label: "Child A" },
  ]);
  const [person] = open.people.list().slice(-1);
  // A pass knows the person by the register from then on.
  open.suggestions.replace(
    report,
    findAll(open, report, SHARED, { group: `person:${person!.id}` }),
  );
  open.suggestions.replace(
    report,
    findAll(open, report, SHARED, { group: `person:${person!.id}`, label: "Child X" }),
  );
  expect(proposalsOf(open, report).map((s) => s.label)).toEqual(["Child A"]);
});

test("the same file can be imported again, under a number that no document had", () => {
  const before = open.documents.get(letter).position;
  open.removal.remove(letter, REASON);
  const again = addDocument(open, "letter", [`${SHARED} and ${ALONE.join(" and ")} were seen.`]);
  expect(open.documents.get(again).position).toBe(before + 1);
  expect(open.review.events(again)).toEqual([]);
  expect(originals()).toBe(2);
  expect(open.faults()).toEqual([]);
});

test("a reason that holds a detail of the case is refused, and nothing goes", () => {
  expect(() => open.removal.remove(letter, `it is about ${ALONE[0]}`)).toThrow(
    /a detail of this case/u,
  );
  expect(open.documents.has(letter)).toBe(true);
});

test("while the second person looks it stays, and a signed plan has to be reopened first", async () => {
  const all = open.suggestions.list(report);
  open.review.append(report, [
    { type: "accepted", suggestions: all.map((s) => s.id), label: "Child A", reason: "child-name" },
  ]);
  open.workflow.submit();
  expect(open.removal.preview(letter).obstacle).toContain("Take it back first");
  expect(() => open.removal.remove(letter, REASON)).toThrow(/second reviewer/u);
  open.workflow.reopen("it is not ours");
  open.removal.remove(letter, REASON);
  expect(open.faults()).toEqual([]);
});

test("A2: a document deleted with a database tool is found by the case and by the verifier", async () => {
  open.close();
  await tool((db) => {
    db.pragma("foreign_keys = OFF");
    for (const table of ["review_events", "exports"])
      db.exec(`DROP TRIGGER ${table}_are_never_deleted`);
    for (const table of ["comments", "suggestions", "pages", "document_parts", "review_events"])
      db.prepare(`DELETE FROM ${table} WHERE document = ?`).run(letter);
    db.prepare("DELETE FROM documents WHERE id = ?").run(letter);
  });
  expect((await judged()).fault).toMatch(/documents/u);
  open = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(open.faults().join(" ")).toMatch(/documents/u);
});

test("A2: a removed document that was put back with a database tool is found as well", async () => {
  const row = open.documents.get(letter);
  open.removal.remove(letter, REASON);
  open.close();
  await tool((db) =>
    db
      .prepare(
        "INSERT INTO documents VALUES (?, 9, 'x', ?, ?, ?, ?, NULL, 0, 0, NULL, ?, 'ready', ?, ?)",
      )
      .run(
        row.id,
        row.role,
        row.sha256,
        row.bytes,
        row.pages,
        row.file,
        row.imported_at,
        row.imported_by,
      ),
  );
  expect((await judged()).fault).toMatch(/holds 0 decisions/u);
  open = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(open.faults().join(" ")).toMatch(/documents that the trail tells otherwise/u);
});

test("A1: decisions of a document that stays cannot be deleted because another was removed", async () => {
  open.removal.remove(letter, REASON);
  const [s] = open.suggestions.list(report);
  open.review.append(report, [{ type: "refused", suggestions: [s!.id] }]);
  open.close();
  await expect(
    tool((db) => db.exec(`DELETE FROM review_events WHERE document = '${report}'`)),
  ).rejects.toThrow(/append-only/u);
});
