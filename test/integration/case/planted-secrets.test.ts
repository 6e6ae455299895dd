// A3: two hundred invented secrets go through everything a case does; none is found in clear in any
// file of the case, its WAL, the hand-over file, temporary files, nor in the trail, schedule, CSV or
// pages that leave it; nor is an unsalted hash of one.
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { trailCsv, trailHtml } from "../../../electron/audit/pages.ts";
import { exportCaseFile } from "../../../electron/cases/handover.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { redactionSchedule, scheduleCsv } from "../../../shared/policy/schedule.ts";
import { addDocument, findAll, makeCase, makeDesk, type Desk } from "./invented-case.ts";

const FIRST = "Tansy Orla Bryn Maeve Idris Fenella Corwin Saffi Leopold Wilma".split(" ");
const LAST =
  "Quillam Vennor Ashgrove Brandreth Tolliver Skerry Pemble Warrick Dunmoor Eastry".split(" ");
const SECRETS: string[] = [];
for (const f of FIRST) for (const l of LAST) SECRETS.push(`${f} ${l}`);
for (let i = 0; i < 50; i++) SECRETS.push(`999 ${String(100 + i)} ${String(4_000 + i * 7)}`);
for (let i = 0; i < 50; i++) SECRETS.push(`07700 900${String(100 + i)}`);

let desk: Desk;
let open: OpenCase;
beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
});
afterEach(() => {
  open.close();
  desk.clear();
});

/** Every spelling under which a secret could lie about. */
function needles(): Map<string, Buffer[]> {
  const all = new Map<string, Buffer[]>();
  for (const s of SECRETS) {
    const words =
      s.startsWith("9") || s.startsWith("0") ? [s, s.replaceAll(" ", "")] : [s, ...s.split(" ")];
    const hashes = ["md5", "sha1", "sha256", "sha512"].flatMap((h) =>
      words.map((w) => createHash(h).update(w).digest("hex")),
    );
    all.set(s, [
      ...words.flatMap((w) => [
        Buffer.from(w),
        Buffer.from(w, "utf16le"),
        Buffer.from(Buffer.from(w).toString("base64").replaceAll("=", "")),
        Buffer.from(Buffer.from(w).toString("hex")),
      ]),
      ...hashes.map((h) => Buffer.from(h)),
    ]);
  }
  return all;
}

let known: Map<string, Buffer[]> | undefined;

function leaksIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (const [secret, spellings] of (known ??= needles()))
    if (spellings.some((n) => bytes.includes(n))) found.push(secret);
  return found;
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

function live(): string {
  const pages = [0, 1, 2, 3].map((n) => SECRETS.slice(n * 50, n * 50 + 50).join(". They met "));
  const document = addDocument(open, "Report on Tansy Quillam", pages, "overview-report");
  const found = SECRETS.flatMap((s) =>
    findAll(open, document, s, { category: /^\d/u.test(s) ? "phone" : "person" }),
  );
  const all = open.suggestions.replace(document, found);
  expect(new Set(all.map((s) => s.text)).size).toBe(SECRETS.length);
  for (const [i, s] of all.entries())
    open.review.append(document, [
      i % 5 === 0
        ? { type: "refused", suggestions: [s.id], note: "already public by decision" }
        : { type: "accepted", suggestions: [s.id], label: null, reason: "other-name" },
    ]);
  open.review.append(document, [
    {
      type: "drawn",
      mark: randomUUID(),
      page: 1,
      rects: [[72, 700, 200, 712]],
      span: { page: 1, start: 0, end: 13 },
      label: null,
      reason: "other",
    },
  ]);
  open.review.append(document, [{ type: "undone", of: 7 }]);
  for (const s of SECRETS.slice(0, 20))
    open.people.save({ names: [s], label: null, role: null, note: null, kin: [] });
  for (const s of SECRETS.slice(20, 40))
    open.people.addToList({ list: "deny", text: s, fuzzy: false, pattern: false });
  // A new run forgets half of what was found: deleted rows must not stay in free pages.
  open.suggestions.replace(document, found.slice(0, 100));
  return document;
}

test("A3: 200 planted secrets are in no file of an open or closed case, nor in what is handed over", async () => {
  live();
  await exportCaseFile(open, join(desk.folder, "handover.candour"));
  const leaks = (): string[] =>
    [...filesUnder(desk.folder)].flatMap((path) =>
      leaksIn(readFileSync(path)).map((s) => `${s} in ${path}`),
    );
  expect([...filesUnder(desk.folder)].some((p) => p.endsWith("-wal"))).toBe(true);
  expect(leaks()).toEqual([]);
  open.close();
  expect(leaks()).toEqual([]);
  // The search itself can see: a planted file is found.
  writeFileSync(join(desk.folder, "leak.txt"), `nothing ${SECRETS[33]} nothing`);
  expect(leaks().length).toBeGreaterThan(0);
});

test("A3: the trail, its pages and the schedule hold none of them, in clear or hashed", () => {
  const document = live();
  const names = open.publicNames();
  const outputs = [
    [...open.trail.exportLines()].join(""),
    trailCsv(open.entries.each(), names),
    trailHtml(open.entries.each(), names, {
      title: "Trail",
      proof: "",
      checkpoint: open.trail.checkpoint(),
    }),
    scheduleCsv(open.checks.schedule()),
    scheduleCsv(redactionSchedule([{ name: "1", marks: open.review.plan(document).marks }])),
    JSON.stringify(open.checks.schedule()),
  ];
  for (const text of outputs) expect(leaksIn(Buffer.from(text))).toEqual([]);
  expect(gzipSync(outputs[0]!).length).toBeGreaterThan(1_000);
});

test("A3: typed words that hold a secret are refused everywhere they can be typed, with the term shown", async () => {
  const document = live();
  const accepted = open.review.state(document).marks[0]!.id;
  const term = "Idris Tolliver";
  const attempts: Record<string, () => unknown> = {
    label: () =>
      open.review.append(document, [{ type: "labelled", targets: [accepted], label: "Idris" }]),
    note: () =>
      open.review.append(document, [
        { type: "refused", suggestions: [accepted], note: `same as ${term}` },
      ]),
    "drawn label": () =>
      open.review.append(document, [
        {
          type: "drawn",
          mark: randomUUID(),
          page: 1,
          rects: [[1, 1, 2, 2]],
          label: "tolliver",
          reason: "other",
        },
      ]),
    comment: () =>
      open.publication.comment({ document, target: null, page: 1, text: `ask ${term}'s aunt` }),
    spaced: () =>
      open.publication.comment({
        document,
        target: null,
        page: 1,
        text: "I d r i s  T o l l i v e r",
      }),
    "zero width": () =>
      open.publication.comment({ document, target: null, page: 1, text: "Id\u200Bris was there" }),
    upper: () =>
      open.publication.comment({ document, target: null, page: 1, text: "IDRIS TOLLIVER" }),
    number: () =>
      open.publication.comment({ document, target: null, page: 1, text: "call 07700900103 first" }),
    "label of the register": () =>
      open.people.save({ names: ["Somebody"], label: "Idris", role: null, note: null, kin: [] }),
    "own name as role": () =>
      open.people.save({
        names: ["Peregrine Moss"],
        label: null,
        role: "Mr Moss",
        note: null,
        kin: [],
      }),
    reopen: () => open.workflow.reopen(`because of ${term}`),
    destroy: () => desk.store.destroy(open, `${term} asked for it`),
  };
  const before = open.trail.head();
  for (const [what, attempt] of Object.entries(attempts))
    expect(attempt, what).toThrow(/a detail of this case|own name/u);
  expect(open.trail.head()).toEqual(before);
  open.publication.comment({ document, target: null, page: 1, text: "Will the report mark this?" });
});

test("two entries about one term can be compared until the key is destroyed, and no dictionary helps", () => {
  const pages = ["Tansy Quillam and Tansy Quillam and Orla Vennor"];
  const document = addDocument(open, "report", pages);
  const all = open.suggestions.replace(document, [
    ...findAll(open, document, "Tansy Quillam"),
    ...findAll(open, document, "Orla Vennor"),
  ]);
  const accept = (i: number) =>
    open.review.append(document, [
      { type: "accepted", suggestions: [all[i]!.id], label: null, reason: "child-name" },
    ]);
  [0, 1, 2].forEach(accept);
  const termsOf = () =>
    [...open.entries.each()]
      .filter((e) => e.kind === "mark.accepted")
      .map((e) => (e.data["terms"] as string[]).join());
  const [a, b, c] = termsOf();
  expect(a).toBe(b);
  expect(a).not.toBe(c);
  open.publication.destroyTermKey("the time of keeping is over");
  accept(0);
  expect(termsOf().at(-1)).toBe("");
  expect(open.trail.check().fault).toBeNull();
});
