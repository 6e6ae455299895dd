// S2, S3: every call of the contract with what a window in somebody else's hands could send. A call is
// refused as a value or does no harm: no defect, no word of it in the trail, and each checks by itself who
// holds the case.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CaseSession } from "../../electron/cases/session.ts";
import type { OpenCase } from "../../electron/cases/open-case.ts";
import { allHandlers } from "../../electron/ipc/handlers/all.ts";
import { pass, type Handlers } from "../../electron/ipc/gate.ts";
import { PendingFiles } from "../../electron/services/pending-files.ts";
import type { WindowContext } from "../../electron/services/window-context.ts";
import type { Role } from "../../shared/ipc/cases.ts";
import { CALLS, type CallName } from "../../shared/ipc/contract.ts";
import {
  addDocument,
  findAll,
  makeDesk,
  PASSPHRASE,
  type Desk,
} from "../integration/case/invented-case.ts";

let desk: Desk;
let session: CaseSession;
let handlers: Handlers;
let open: OpenCase;
let document: string;
const defects: string[] = [];
const users = new Map<Role, string>();

/** A worker that must not be reached. */
const unreachable = {
  run: () => Promise.reject(new Error("a worker was asked")),
  cancel: () => undefined,
  started: false,
};

beforeEach(async () => {
  defects.length = 0;
  desk = makeDesk();
  session = new CaseSession({ store: desk.store });
  const window = {
    info: {},
    session,
    workers: { reader: unreachable, burner: unreachable, verifier: unreachable },
    pending: new PendingFiles(),
    waiting: { sample: false, files: [] },
    settings: { read: () => ({}), write: () => undefined },
    chooseFiles: async () => ["/etc/passwd"],
    chooseTarget: async () => null,
    tell: () => undefined,
    onDefect: (where: string) => defects.push(where),
  } as unknown as WindowContext;
  handlers = allHandlers({ cases: desk.store, session }, window);
  open = await session.create({
    name: "Case 7",
    user: { name: "Ada", role: "analyst" },
    passphrase: PASSPHRASE,
  });
  users.set("analyst", open.user.id);
  for (const [name, role] of [
    ["Rhea", "reviewer"],
    ["Pia", "publisher"],
  ] as const)
    users.set(role, (await open.team.add({ name, role }, PASSPHRASE)).id);
  document = addDocument(open, "report", ["Tansy Quill met Orla Venn."], "overview-report");
  open.suggestions.replace(document, findAll(open, document, "Tansy Quill"));
});
afterEach(() => {
  session.lock("asked");
  desk.clear();
});

const ask = (name: CallName, request: unknown) =>
  pass(handlers, { onDefect: (call) => defects.push(call) }, name, request);

async function as(role: Role): Promise<void> {
  open = await session.open(open.id, users.get(role)!, PASSPHRASE);
}

async function told(name: CallName, request: unknown): Promise<string> {
  const answer = await ask(name, request);
  expect(answer.ok, `${name} must be refused`).toBe(false);
  return answer.ok ? "" : answer.message;
}

const STRANGE = "Zebedee Oxblood";
const HOSTILE: readonly unknown[] = [
  null,
  7,
  STRANGE,
  [],
  [[]],
  Number.NaN,
  true,
  { __proto__: { document: STRANGE } },
  JSON.parse(`{"__proto__":{"document":"${STRANGE}"},"constructor":{"prototype":1}}`),
];
const VALUES: readonly unknown[] = [
  ...HOSTILE,
  "../../etc/passwd",
  "x".repeat(1_000_000),
  -1,
  1.5,
  1e308,
  "__proto__",
  randomUUID(),
  "\u0000\u202e",
  Array.from({ length: 10_000 }, () => STRANGE),
];
/** Needs no case, or ends what the others need. */
const NOT_HERE = new Set<CallName>([
  "cases.create",
  "cases.open",
  "cases.openSample",
  "cases.lock",
  "documents.remove",
]);

test("S3 every call answers hostile arguments with a refusal, or does nothing with them", async () => {
  open.people.save({ names: [STRANGE], label: null, role: null, note: null, kin: [] });
  for (const name of Object.keys(CALLS) as CallName[]) {
    if (NOT_HERE.has(name)) continue;
    const shape = (CALLS[name].request as unknown as { shape: Record<string, unknown> }).shape;
    for (const request of HOSTILE) await ask(name, request);
    for (const value of VALUES) {
      await ask(name, Object.fromEntries(Object.keys(shape).map((key) => [key, value])));
      for (const key of Object.keys(shape)) await ask(name, { document, [key]: value });
    }
  }
  expect(defects).toEqual([]);
  expect(open.trail.check().fault).toBeNull();
  expect([...open.trail.exportLines()].join("")).not.toContain("Zebedee");
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 60_000);

test("S2 settings rest in clear: nothing but their own values is taken", async () => {
  const fine = {
    theme: "dark",
    contrast: "more",
    textSize: 18,
    singleKeys: false,
    thumbnails: "hide",
  };
  expect((await ask("app.saveSettings", { settings: fine })).ok).toBe(true);
  await told("app.saveSettings", { settings: { ...fine, last: STRANGE } });
  await told("app.saveSettings", { settings: { ...fine, theme: STRANGE } });
});

describe("what a decision states of places", () => {
  const box = { type: "drawn", page: 1, rects: [[1, 1, 9, 9]], label: null, reason: "other" };
  test.each([
    ["a name for a mark", { ...box, mark: STRANGE }],
    ["a page beyond the last", { ...box, mark: randomUUID(), page: 2 }],
    ["a box without area", { ...box, mark: randomUUID(), rects: [[1, 1, 1, 9]] }],
    ["a box beyond any page", { ...box, mark: randomUUID(), rects: [[1, 1, 1e9, 9]] }],
    [
      "a text beyond its page",
      { ...box, mark: randomUUID(), span: { page: 1, start: 0, end: 99 } },
    ],
    ["a text of another page", { ...box, mark: randomUUID(), span: { page: 2, start: 0, end: 1 } }],
    ["a text that ends first", { ...box, mark: randomUUID(), span: { page: 1, start: 5, end: 1 } }],
    ["a picture that is not there", { type: "picture-cleared", picture: STRANGE, kept: true }],
    ["a place of nothing", { type: "removed", mark: STRANGE }],
    ["no decision", { type: STRANGE }],
  ])("%s is refused by the gate and by the case itself", async (_, event) => {
    const before = open.trail.head();
    await told("review.append", { document, events: [event] });
    expect(() => open.review.append(document, [event as never])).toThrow(/./u);
    expect(open.trail.head()).toEqual(before);
  });

  test("the case itself takes no wrong types, whoever calls", () => {
    for (const events of [[], [null], [{ ...box, mark: randomUUID(), page: "1" }], [{ ...box }]])
      expect(() => open.review.append(document, events as never)).toThrow("cannot be used");
  });

  test("a comment is about a place of the document, or about none", async () => {
    const comment = { document, target: null, page: 1, text: "Why?" };
    expect(await told("comments.add", { ...comment, target: STRANGE })).toMatch(/place/u);
    expect(await told("comments.add", { ...comment, page: 9 })).toMatch(/no page 9/u);
    const [place] = open.review.suggestions(document);
    expect((await ask("comments.add", { ...comment, target: place!.id })).ok).toBe(true);
  });
});

describe("who holds the case", () => {
  const drop = { name: "a.pdf", size: 10 };
  const burn = () => ({ document, mode: "auto", language: "en-GB" });
  const person = { names: ["Ida Fenn"], label: null, role: null, note: null, kin: [] };

  function decide(): void {
    const ids = open.review.suggestions(document).map((s) => s.id);
    open.review.append(document, [
      { type: "accepted", suggestions: ids, label: "Child A", reason: "child-name" },
    ]);
  }

  test("the reviewer and the publisher neither bring documents in nor burn drafts", async () => {
    decide();
    for (const role of ["reviewer", "publisher"] as const) {
      await as(role);
      expect(await told("documents.import", {})).toMatch(/analyst/u);
      expect(await told("documents.dropBegin", drop)).toMatch(/analyst/u);
      expect(() => addDocument(open, "second", ["x"])).toThrow(/analyst/u);
      expect(await told("publish.burn", burn())).toMatch(/analyst/u);
    }
    expect(await told("people.save", { person })).toMatch(/publisher/u);
  });

  test("nobody does while the second person has it, or once it is signed", async () => {
    decide();
    open.workflow.submit();
    expect(await told("documents.import", {})).toMatch(/with the second person/u);
    expect(await told("documents.dropBegin", drop)).toMatch(/with the second person/u);
    expect(() => addDocument(open, "second", ["x"])).toThrow(/with the second person/u);
    expect(await told("publish.burn", burn())).toMatch(/with the second person/u);
    await as("reviewer");
    for (const { page } of open.looks.toSee(document))
      open.looks.see(document, { pages: [page], suggestions: [], pictures: [] });
    open.workflow.sign();
    await as("analyst");
    expect(await told("documents.import", {})).toMatch(/frozen/u);
    expect(() => addDocument(open, "second", ["x"])).toThrow(/frozen/u);
    expect(await told("people.save", { person })).toMatch(/frozen/u);
    const text = { list: "allow", text: "x", fuzzy: false, pattern: false };
    expect(await told("lists.add", text)).toMatch(/frozen/u);
    // What was signed is burnt by anybody: it comes as far as the worker.
    await ask("publish.burn", burn());
    expect(defects).toEqual(["publish.burn"]);
  });

  test("where a case has no analyst the reviewer decides, brings in and burns", async () => {
    await as("reviewer");
    open.team.remove(users.get("analyst")!);
    expect((await ask("documents.dropBegin", drop)).ok).toBe(true);
    expect(addDocument(open, "second", ["x"])).toMatch(/./u);
  });
});
