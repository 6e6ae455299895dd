// Reading in the background: a document is ready only with its suggestions; documents read at the same
// time end up in one pass together; what a lock interrupted goes on at the next opening.
import { afterEach, beforeEach, expect, test } from "vitest";
import { reviewHandlers } from "../../../electron/ipc/handlers/review.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { LookAgain, readOn, resumeReading } from "../../../electron/services/look-again.ts";
import { readDocument, takeIn } from "../../../electron/services/reading.ts";
import type { WindowContext } from "../../../electron/services/window-context.ts";
import type { WorkerClient } from "../../../electron/workers/client.ts";
import { GEOMETRY, makeCase, makeDesk, PASSPHRASE, type Desk } from "./invented-case.ts";

let desk: Desk;
let open: OpenCase;
/** Documents of each pass of the detectors. */
let passes: string[][];
let stopAfterText: boolean;
/** Pages of the next document, and how long each takes, in milliseconds. */
let pages: number;
let pace: number;

beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
  passes = [];
  stopAfterText = false;
  pages = 1;
  pace = 5;
});
afterEach(() => {
  open.close();
  desk.clear();
});

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Stands in for the worker: every page has one name on it. */
const reader = {
  async run(job: string, input: never, _limits: unknown, progress?: (value: unknown) => void) {
    if (job === "inspect") {
      const { bytes } = input as { bytes: Uint8Array };
      const facts = { sha256: "", bytes: bytes.length, pages, title: null };
      return {
        facts: { ...facts, encrypted: false, tagged: false },
        geometry: Array.from({ length: pages }, (_, i) => ({ ...GEOMETRY, page: i + 1 })),
      };
    }
    if (job === "text") {
      const text = "Tansy Quill";
      const quads = new Float32Array(text.length * 8);
      for (let page = 1; page <= pages; page++) {
        await soon(pace);
        if (stopAfterText) open.close();
        progress?.({ page, text, quads, source: "text", confidence: 1 });
      }
      return { outline: [], hidden: [], pictures: [] };
    }
    const { documents } = input as { documents: { id: string; pages: { page: number }[] }[] };
    passes.push(documents.map((d) => d.id));
    // As long as reading: the next document arrives while this pass still looks.
    await soon(20);
    const found = { start: 0, end: 11, text: "Tansy Quill", category: "person" };
    const rest = { identifier: "direct", score: 1, tier: "suggested", detector: "d", version: "1" };
    const group = {
      why: "",
      group: `pass-${passes.length}`,
      groupName: "Tansy Quill",
      label: "Person 1",
    };
    return documents.map(({ id, pages }) => [
      id,
      pages.map(({ page }) => ({ page, ...found, ...rest, ...group })),
    ]);
  },
} as unknown as WorkerClient;

const events = { onText: () => {}, onSuggestions: () => {}, onStatus: () => {} };
const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });

async function read(name: string, statuses: string[] = []): Promise<string> {
  const taken = await takeIn(reader, open, file(name));
  const status = () => statuses.push(open.documents.get(taken.row.id).status);
  await readDocument({ reader, detector: reader }, open, file(name), taken, {
    ...events,
    onStatus: status,
    onSuggestions: status,
  });
  return taken.row.id;
}

/** As the window asks for it. */
function accept(document: string, suggestion: string): void {
  void reviewHandlers["review.append"]({ current: () => open } as never, {
    document,
    events: [
      { type: "accepted", suggestions: [suggestion], label: "Child A", reason: "child-name" },
    ],
  });
}

test("a document is ready once its suggestions are there, and not before", async () => {
  const statuses: string[] = [];
  const id = await read("overview.pdf", statuses);
  expect(statuses).toEqual(["reading", "ready"]);
  expect(open.documents.get(id).role).toBe("overview-report");
  expect(open.suggestions.list(id)).toHaveLength(1);
});

test("what is found on the first pages is told while the others are being read; deciding waits for the last", async () => {
  pages = 4;
  pace = 700;
  const taken = await takeIn(reader, open, file("overview.pdf"));
  const { id } = taken.row;
  expect(open.documents.geometry(id)).toHaveLength(4);
  const told: string[] = [];
  await readDocument({ reader, detector: reader }, open, file("overview.pdf"), taken, {
    ...events,
    onSuggestions: (_, all) => told.push(`${open.documents.get(id).status}: ${all.length}`),
    onSoFar: (_, some) => {
      if (told.length === 0) expect(() => accept(id, some[0]!.id)).toThrow(/still being read/u);
      told.push(`${open.documents.get(id).status}: ${some.length}`);
    },
  });
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told[0]).toBe("reading: 1");
  expect(told.at(-1)).toBe("ready: 4");
  accept(id, open.suggestions.list(id)[0]!.id);
  const { counts } = open.review.state(id);
  expect([counts.total, counts.undecided]).toEqual([4, 3]);
  // The trail tells of one search, and of all that it found.
  const found = [...open.entries.each()].filter((e) => e.kind === "suggestions.found");
  expect(found.map((e) => e.data)).toMatchObject([{ added: 4, kept: 0, gone: 0 }]);
});

test("two documents read at the same time end in one pass over both: groups agree", async () => {
  const ids = await Promise.all([read("overview.pdf"), read("summary.pdf")]);
  expect(passes.at(-1)!.toSorted()).toEqual(ids.toSorted());
  const groups = ids.map((id) => open.suggestions.list(id)[0]!.group);
  expect(new Set(groups).size).toBe(1);
});

test("a label once given is proposed for the same person in every document", async () => {
  const first = await read("overview.pdf");
  accept(first, open.suggestions.list(first)[0]!.id);
  const second = await read("summary.pdf");
  expect(open.suggestions.list(second).map((s) => s.label)).toEqual(["Child A"]);
  const renamed = { type: "labelled", label: "Child Q" } as const;
  open.review.append(first, [{ ...renamed, targets: [open.suggestions.list(first)[0]!.id] }]);
  const load = await reviewHandlers["review.load"]({ current: () => open } as never, {
    document: second,
  });
  expect(load.suggestions.map((s) => s.label)).toEqual(["Child Q"]);
});

const context = () =>
  ({
    workers: { reader, detector: reader },
    session: { working: (work: () => unknown) => work() },
    tell: () => {},
    onDefect: (where: string, error: unknown) => expect.fail(`${where}: ${String(error)}`),
  }) as unknown as WindowContext;

test("what a lock interrupted goes on at the next opening", async () => {
  stopAfterText = true;
  const id = await read("overview.pdf");
  stopAfterText = false;
  open = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(open.documents.get(id).status).toBe("reading");
  await resumeReading(context(), open);
  expect(open.documents.get(id).status).toBe("ready");
  expect(open.suggestions.list(id)).toHaveLength(1);
});

test("a document that could not be read is read again from its kept original", async () => {
  const id = await read("overview.pdf");
  expect(() => open.documents.beginAgain(id)).toThrow(/not one that could not be read/u);
  open.documents.markFailed(id, "too-slow");
  await readOn(context(), open, open.documents.beginAgain(id));
  expect(open.documents.get(id).status).toBe("ready");
  expect(open.suggestions.list(id)).toHaveLength(1);
});

test("a new name in the register has the documents looked through again, but not once handed over", async () => {
  await read("overview.pdf");
  const again = new LookAgain(context());
  again.soon(open);
  again.soon(open);
  await expect.poll(() => passes.length, { timeout: 4_000 }).toBe(2);
  const [s] = open.suggestions.list(open.documents.list()[0]!.id);
  open.review.append(open.documents.list()[0]!.id, [
    { type: "refused", suggestions: [s!.id], note: "it is the author" },
  ]);
  open.workflow.submit();
  again.soon(open);
  await soon(1_900);
  expect(passes).toHaveLength(2);
});
