import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CaseStore } from "./case-store.ts";
import { CaseSession, type LockReason } from "./session.ts";

const CHEAP = { memory: 1_024, passes: 1 };
const MINUTE = 60_000;
const CASE = {
  name: "Case 7",
  user: { name: "Ada", role: "analyst" },
  passphrase: "invented passphrase",
} as const;

let folder: string;
let session: CaseSession;
let locked: LockReason[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-session-"));
  locked = [];
  session = new CaseSession({
    store: new CaseStore({ folder, tool: "Candour test", cost: CHEAP }),
    idleAfter: 10 * MINUTE,
    onLock: (why) => locked.push(why),
  });
});
afterEach(() => {
  vi.useRealTimers();
  session.lock("asked");
  rmSync(folder, { recursive: true, force: true });
});

async function openWithStoppedClock(): Promise<void> {
  await session.create(CASE);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  session.touch();
}

test("a case that nobody works on locks itself; use puts it off", async () => {
  await openWithStoppedClock();
  vi.advanceTimersByTime(9 * MINUTE);
  session.current();
  vi.advanceTimersByTime(9 * MINUTE);
  expect(session.peek()).not.toBeNull();
  vi.advanceTimersByTime(2 * MINUTE);
  expect(session.peek()).toBeNull();
  expect(() => session.current()).toThrow(/No case is open/u);
  expect(locked).toEqual(["idle"]);
});

test("looking without asking is no use", async () => {
  await openWithStoppedClock();
  for (let i = 0; i < 11; i++) {
    session.peek();
    vi.advanceTimersByTime(MINUTE);
  }
  expect(session.peek()).toBeNull();
});

test("long work is use until it ends", async () => {
  await openWithStoppedClock();
  let end: (() => void) | undefined;
  const work = session.working(() => new Promise<void>((resolve) => (end = resolve)));
  session.current();
  vi.advanceTimersByTime(60 * MINUTE);
  expect(session.peek()).not.toBeNull();
  end?.();
  await work;
  vi.advanceTimersByTime(11 * MINUTE);
  expect(session.peek()).toBeNull();
});

test("a locked case has forgotten its keys: what was held of it answers nothing", async () => {
  const open = await session.create(CASE);
  session.lock("lid");
  expect(locked).toEqual(["lid"]);
  expect(() => open.trail.head()).toThrow(/locked/u);
  expect(() => open.documents.list()).toThrow(/locked/u);
  const again = await session.open(open.id, open.user.id, CASE.passphrase);
  const kinds = [...again.entries.each()].map((e) => [e.kind, e.data["why"]]);
  expect(kinds).toContainEqual(["case.locked", "lid"]);
});

test("opening another case closes the one before", async () => {
  const first = await session.create(CASE);
  const second = await session.create({ ...CASE, name: "Case 8" });
  expect(first.open).toBe(false);
  expect(session.current().id).toBe(second.id);
});

test("two openings at once leave one case open and the other closed", async () => {
  const a = await session.create(CASE);
  const b = await session.create({ ...CASE, name: "Case 8" });
  session.lock("asked");
  const opened = await Promise.all([
    session.open(a.id, a.user.id, CASE.passphrase),
    session.open(b.id, b.user.id, CASE.passphrase),
  ]);
  expect(opened.filter((c) => c.open)).toHaveLength(1);
  expect(session.peek()?.open).toBe(true);
});
