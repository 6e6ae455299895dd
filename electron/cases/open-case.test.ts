import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import { CaseStore } from "./case-store.ts";
import type { Found } from "./case-suggestions.ts";
import type { OpenCase } from "./open-case.ts";

let folder: string;
let store: CaseStore;
const CHEAP = { memory: 1_024, passes: 1 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-case-"));
  store = new CaseStore({ folder, tool: "Candour test", cost: CHEAP });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PASSPHRASE = "correct horse battery";
const make = () =>
  store.create({
    name: "Case 7",
    user: { name: "Ada Analyst", role: "analyst" },
    passphrase: PASSPHRASE,
  });

function document(open: OpenCase, pages = 3, seed = "one"): string {
  const bytes = new TextEncoder().encode(`%PDF-1.7 invented ${seed}`);
  return open.documents.add({
    name: `${seed}.pdf`,
    bytes,
    facts: { sha256: "", bytes: bytes.length, pages, title: null, encrypted: false, tagged: false },
  }).id;
}

const found = (start: number, text: string, over: Partial<Found> = {}): Found => ({
  page: 1,
  start,
  end: start + text.length,
  text,
  category: "person",
  identifier: "direct",
  score: 0.9,
  tier: "suggested",
  detector: "people/name",
  version: "1",
  why: "a name",
  group: text,
  groupName: text,
  rects: [[10, 10, 60, 22]],
  ...over,
});

test("a case closes and reopens with its decisions, its place and its trail", async () => {
  const open = await make();
  const id = document(open);
  const [s] = open.suggestions.replace(id, [found(0, "Tansy Quill"), found(40, "Orla Venn")]);
  open.review.append(id, [
    { type: "accepted", suggestions: [s!.id], label: "Child A", reason: "child-name" },
  ]);
  open.review.saveView(id, { page: 2, offset: 120.5, zoom: 1, selected: null, filter: "all" });
  open.close();

  const again = await store.open(open.id, open.user.id, PASSPHRASE);
  expect(again.state().documents[0]).toMatchObject({ undecided: 1, accepted: 1, pages: 3 });
  expect(again.review.view(id)).toMatchObject({ page: 2, offset: 120.5 });
  expect(again.review.plan(id).marks).toMatchObject([{ page: 1, label: "Child A" }]);
  expect(Buffer.from(await again.documents.bytes(id)).toString()).toContain("invented one");
  expect(again.trail.check().fault).toBeNull();
  again.close();
});

test("A2 many places accepted in one act are one decision and one entry, undone as one", async () => {
  const open = await make();
  const id = document(open);
  const [a, b, c] = open.suggestions.replace(id, [
    found(0, "Tansy Quill"),
    found(40, "Orla Venn"),
    found(80, "Tansy Quill"),
  ]);
  const before = open.entries.count();
  open.review.append(id, [
    {
      type: "accepted-together",
      parts: [
        { suggestions: [a!.id, c!.id], label: "Child A", reason: "child-name" },
        { suggestions: [b!.id], label: "Mother", reason: "family-name" },
      ],
    },
  ]);
  expect(open.entries.count()).toBe(before + 1);
  expect(open.state().documents[0]).toMatchObject({ undecided: 0, accepted: 3 });
  const { marks } = open.review.state(id);
  expect(new Map(marks.map((m) => [m.id, m.label]))).toEqual(
    new Map([
      [a!.id, "Child A"],
      [b!.id, "Mother"],
      [c!.id, "Child A"],
    ]),
  );
  const told = [...open.entries.each()].at(-1)!;
  expect(told).toMatchObject({
    kind: "mark.acceptedTogether",
    data: {
      count: 3,
      items: [a!.id, c!.id, b!.id],
      labels: [
        { label: "Child A", reason: "child-name", how: "label", count: 2, pages: "1" },
        { label: "Mother", count: 1 },
      ],
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/Tansy|Quill|Orla|Venn/u);
  expect(open.entries.about(id, b!.id)).toContainEqual(told);
  expect(open.contradictions()).toEqual([]);

  open.review.append(id, [{ type: "undone", of: 1 }]);
  expect(open.entries.count()).toBe(before + 2);
  expect(open.state().documents[0]).toMatchObject({ undecided: 3, accepted: 0 });
  // A label that holds a name is refused wherever it stands among them.
  expect(() =>
    open.review.append(id, [
      {
        type: "accepted-together",
        parts: [
          { suggestions: [a!.id], label: "Child A", reason: "child-name" },
          { suggestions: [b!.id], label: "Orla", reason: "family-name" },
        ],
      },
    ]),
  ).toThrow(/“Orla”/u);
  open.close();
});

test("a wrong passphrase is refused in one sentence and nothing is lost", async () => {
  const open = await make();
  open.close();
  await expect(store.open(open.id, open.user.id, "wrong one")).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  (await store.open(open.id, open.user.id, PASSPHRASE)).close();
});

test("A3: a label, note or reason that holds a name of the case is refused with the name shown", async () => {
  const open = await make();
  const id = document(open);
  const [s] = open.suggestions.replace(id, [found(0, "Tansy Quill"), found(40, "Orla Venn")]);
  const attempt = (label: string | null, note?: string) => () =>
    note === undefined
      ? open.review.append(id, [
          { type: "accepted", suggestions: [s!.id], label, reason: "child-name" },
        ])
      : open.review.append(id, [{ type: "refused", suggestions: [s!.id], note }]);
  expect(attempt("Tansy")).toThrow(Refusal);
  expect(attempt("Tansy")).toThrow(/“Tansy”/u);
  expect(attempt(null, "this is Ms Quill's aunt")).toThrow(/Quill/u);
  expect(open.review.events(id)).toHaveLength(0);
  attempt("Child A")();
  expect(JSON.stringify([...open.entries.each()])).not.toMatch(/Tansy|Quill|Orla|Venn/u);
  open.close();
});

test("a refused place never comes back on a re-run, and its id stays", async () => {
  const open = await make();
  const id = document(open);
  const [s] = open.suggestions.replace(id, [found(0, "Harrowdale Council")]);
  open.review.append(id, [{ type: "refused", suggestions: [s!.id] }]);
  const again = open.suggestions.replace(id, [
    found(0, "Harrowdale Council", { detector: "tagger/linear", category: "organisation" }),
    found(0, "Harrowdale", { detector: "gazetteer/place", category: "place" }),
    found(70, "Orla Venn"),
  ]);
  expect(again.map((x) => [x.start, x.text])).toEqual([
    [0, "Harrowdale Council"],
    [70, "Orla Venn"],
  ]);
  expect(again[0]!.id).toBe(s!.id);
  expect(open.review.state(id).verdicts.get(s!.id)?.state).toBe("refused");
  // Not found at all any more: what was decided stays all the same.
  expect(open.suggestions.replace(id, []).map((x) => x.id)).toEqual([s!.id]);
  open.close();
});

test("a second opener is told that the case is open elsewhere", async () => {
  const open = await make();
  await expect(store.open(open.id, open.user.id, PASSPHRASE)).rejects.toMatchObject({
    code: "locked",
  });
  open.close();
});
