// A term that is burnt in one document and readable in others is settled in one act: removed like the
// rest, or left for a reason. Both are decisions in the trail; what stopped the hand-over no longer does.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { saveCopy } from "../../../electron/services/save-copy.ts";
import { settleLabel, settlePair } from "../../../electron/services/settle-pair.ts";
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
let report: string;
let summary: string;
let earlier: string;

beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
  report = addDocument(
    open,
    "report",
    ["Grace Quill fell.", "Grace Quill slept."],
    "overview-report",
  );
  summary = addDocument(open, "summary", ["Grace Quill fell. A Grace Quill Trust helps."]);
  earlier = addDocument(open, "old", ["Grace Quill fell."], "earlier-version");
  open.documents.putPart(earlier, "hidden", [
    { where: "title", text: "A review" },
    { where: "title", text: "On Grace Quill" },
  ] as never);
  open.suggestions.replace(report, findAll(open, report, "Grace Quill"));
  open.suggestions.replace(summary, findAll(open, summary, "Grace Quill").slice(0, 1));
  const [first] = open.suggestions.list(report);
  open.review.append(report, [
    { type: "accepted", suggestions: [first!.id], label: "Child A", reason: "child-name" },
  ]);
});
afterEach(() => {
  open.close();
  desk.clear();
});

test("no copy leaves the case while a burnt term is readable elsewhere in it", async () => {
  const target = join(desk.folder, "copy.pdf");
  const save = () => saveCopy(undefined as never, open, "no-such-export", target);
  await expect(save()).rejects.toThrow(/^No copy was saved\. 3 details burnt elsewhere/);
  settlePair(open, { term: "Grace Quill", how: "leave", note: "Another of the name" });
  // Nothing stands in the way any more but that there is no such export.
  await expect(save()).rejects.not.toThrow(/No copy was saved/);
  expect(existsSync(target)).toBe(false);
});

test("what only waits for a decision stops the hand-over, and is nothing that was overlooked", async () => {
  const other = makeDesk();
  const alone = await makeCase(other.store);
  const only = addDocument(alone, "report", ["Grace Quill fell.", "Grace Quill slept."]);
  alone.suggestions.replace(only, findAll(alone, only, "Grace Quill"));
  const [first] = alone.suggestions.list(only);
  alone.review.append(only, [
    { type: "accepted", suggestions: [first!.id], label: "Child A", reason: "child-name" },
  ]);
  expect(alone.checks.blockers()).toEqual([expect.stringContaining("still undecided")]);
  expect(alone.checks.overlooked()).toEqual([]);
  addDocument(alone, "summary", ["Grace Quill fell."]);
  expect(alone.checks.overlooked()).toEqual([expect.stringContaining("readable")]);
  alone.close();
  other.clear();
});

const blocking = () => open.checks.pairs().filter((f) => f.blocks);

test("removed everywhere it can be: suggestions are taken, other places drawn, under the same label", () => {
  expect(blocking().map((f) => [f.document, f.page])).toEqual([
    [report, 2],
    [summary, 1],
    [summary, 1],
    [earlier, 1],
    [earlier, 0],
  ]);
  expect(settlePair(open, { term: "grace  QUILL", how: "remove", note: null })).toBe(3);
  const marks = open.review.state(summary).marks;
  expect(marks.map((m) => [m.origin, m.label, m.reason])).toEqual([
    ["suggestion", "Child A", "child-name"],
    ["drawn", "Child A", "child-name"],
  ]);
  expect(marks[1]!.rects.length).toBe(1);
  // What was published before stays out; removing it here does not settle that.
  expect(blocking().map((f) => f.document)).toEqual([earlier, earlier]);
});

test("left for a reason, also off the pages; the reason is needed, scanned, told and undone", async () => {
  expect(() => settlePair(open, { term: "Grace Quill", how: "leave", note: null })).toThrow(/why/);
  expect(() =>
    settlePair(open, { term: "Grace Quill", how: "leave", note: "Grace Quill is a charity" }),
  ).toThrow(/Grace Quill/);
  expect(blocking()).toHaveLength(5);

  expect(settlePair(open, { term: "Grace Quill", how: "leave", note: "Another of the name" })).toBe(
    5,
  );
  expect(blocking()).toEqual([]);
  expect(open.checks.pairs()).toHaveLength(5);
  expect(open.checks.blockers()).toEqual([]);
  const entries = [...open.entries.each()].filter((e) => e.kind === "mark.left");
  expect(entries).toHaveLength(3);
  expect(JSON.stringify(entries)).not.toMatch(/quill/iu);

  // R1: whoever left it has decided.
  expect(open.review.state(summary).deciders.has(open.user.id)).toBe(true);
  const { seq } = open.review.events(summary).at(-1)!;
  open.review.append(summary, [{ type: "undone", of: seq }]);
  expect(blocking().map((f) => f.document)).toEqual([summary, summary]);

  open.close();
  const verdict = await verifyTrail({ path: open.folder, access: { passphrase: PASSPHRASE } });
  expect(verdict.fault).toBeNull();
});

test("R2 a page where something was left has to be seen once more", () => {
  for (const { page } of open.looks.toSee(report))
    open.looks.see(report, { pages: [page], suggestions: [], pictures: [] });
  expect(open.looks.toSee(report)).toEqual([]);
  settlePair(open, { term: "Grace Quill", how: "leave", note: "Another of the name" });
  expect(open.looks.toSee(report)).toMatchObject([{ kind: "page", page: 2, again: true }]);
});

test("one person under two labels gets one of them everywhere, and in the register", () => {
  const there = open.suggestions.list(summary)[0]!;
  open.review.append(summary, [
    { type: "accepted", suggestions: [there.id], label: "Sibling 2", reason: "child-name" },
  ]);
  open.people.save({ names: ["Grace Quill"], label: "Sibling 2", role: null, note: null, kin: [] });
  const [finding] = open.checks.register().filter((f) => f.code === "two-labels");
  expect([...finding!.choose!.labels].sort()).toEqual(["Child A", "Sibling 2"]);
  expect(() => settleLabel(open, finding!.choose!.key, "Nobody’s label")).toThrow(/settle/);
  expect(settleLabel(open, finding!.choose!.key, "Child A")).toBe(1);
  expect(open.review.state(summary).marks.map((m) => m.label)).toEqual(["Child A"]);
  expect(open.people.list().map((p) => p.label)).toEqual(["Child A"]);
  expect(open.checks.register().filter((f) => f.code === "two-labels")).toEqual([]);
});

test("nothing is settled for the second reviewer, nor where nothing of the kind is left", async () => {
  expect(() => settlePair(open, { term: "Orla Venn", how: "remove", note: null })).toThrow(
    /settle/,
  );
  await open.team.add({ name: "Rhea", role: "reviewer" }, PASSPHRASE);
  const rhea = open.team.list().find((u) => u.name === "Rhea")!.id;
  open.close();
  open = await desk.store.open(open.id, rhea, PASSPHRASE);
  expect(() => settlePair(open, { term: "Grace Quill", how: "remove", note: null })).toThrow(
    /analyst/,
  );
});
