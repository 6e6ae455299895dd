// Somebody with a passphrase and a database tool changes the case beside its trail: decisions taken
// out, an original or export exchanged, a role given away, a signature made up. The trail itself stays
// whole; app and verifier still say that the two stories differ.
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import { openWithTool } from "./database-tool.ts";
import {
  addDocument,
  findAll,
  makeCase,
  makeDesk,
  PASSPHRASE,
  type Desk,
} from "./invented-case.ts";

let desk: Desk;
let caseId: string;
let user: string;
beforeEach(async () => {
  desk = makeDesk();
  const open = await makeCase(desk.store);
  caseId = open.id;
  user = open.user.id;
  const document = addDocument(open, "report", ["Tansy Quill met Orla Venn."]);
  const all = open.suggestions.replace(document, [
    ...findAll(open, document, "Tansy Quill"),
    ...findAll(open, document, "Orla Venn"),
  ]);
  for (const s of all) open.review.append(document, [{ type: "refused", suggestions: [s.id] }]);
  open.close();
});
afterEach(() => desk.clear());

async function withTool(...sql: string[]): Promise<void> {
  const folder = join(desk.folder, caseId);
  const db = await openWithTool(folder, caseId, user);
  for (const one of sql) db.exec(one);
  db.close();
}

async function stories(): Promise<{
  app: readonly string[];
  verifier: string | null;
  trail: unknown;
}> {
  const path = join(desk.folder, caseId);
  const { fault } = await verifyTrail({ path, access: { passphrase: PASSPHRASE } });
  const open = await desk.store.open(caseId, user, PASSPHRASE);
  const result = {
    app: open.contradictions(),
    verifier: fault,
    trail: open.trail.check().fault,
  };
  open.close();
  return result;
}

test("an untouched case tells one story", async () => {
  expect(await stories()).toEqual({ app: [], verifier: null, trail: null });
});

for (const [what, sql] of Object.entries({
  "a decision taken out": [
    "DROP TRIGGER review_events_are_never_deleted",
    "DELETE FROM review_events WHERE seq = 2",
  ],
  "a decision edited": [
    "DROP TRIGGER review_events_are_never_changed",
    `UPDATE review_events SET event = json_object('type', 'accepted', 'suggestions',
       json_extract(event, '$.suggestions'), 'label', 'Child A', 'reason', 'child-name') WHERE seq = 2`,
  ],
  "a reason edited": [
    "DROP TRIGGER review_events_are_never_changed",
    `UPDATE review_events SET event = json_set(event, '$.note', 'the board agreed') WHERE seq = 1`,
  ],
  "a decision given to another person": [
    "PRAGMA foreign_keys = OFF",
    "DROP TRIGGER review_events_are_never_changed",
    "UPDATE review_events SET by = 'somebody else' WHERE seq = 2",
  ],
  "an original exchanged": [`UPDATE documents SET sha256 = '${"0".repeat(64)}'`],
  "an export made up": [
    `INSERT INTO exports SELECT 'x', id, 'n', 'now', imported_by, '${"0".repeat(64)}', 1, 1, 1, 0,
       'p', '{}', '{}', '{}', '{}', 'f' FROM documents`,
  ],
  "a role given away": ["UPDATE users SET role = 'reviewer'"],
}))
  test(`A2: ${what} is found by the app and by the verifier`, async () => {
    await withTool(...sql);
    const { app, verifier, trail } = await stories();
    expect(trail).toBeNull();
    expect(app).toHaveLength(1);
    if (what !== "an export made up") expect(verifier).toMatch(/decision|documents|role/iu);
    else expect(verifier).toMatch(/exports/u);
  });

test("A2: a signature made up beside the trail is found", async () => {
  await withTool(
    `INSERT INTO workflow SELECT 1, 'now', id, 'signed', '{"plan":"${"a".repeat(64)}"}' FROM users`,
  );
  const { app } = await stories();
  expect(app).toEqual([
    "The case holds steps or a signature that the trail tells otherwise or does not know.",
  ]);
});

test("A2: with the triggers dropped and the last entries gone, the trail's own check stays silent and a witness does not", async () => {
  const open = await desk.store.open(caseId, user, PASSPHRASE);
  const witness = open.trail.checkpoint();
  open.close();
  await withTool(
    "DROP TRIGGER audit_is_never_deleted",
    "DROP TRIGGER review_events_are_never_deleted",
    "DELETE FROM audit WHERE seq > (SELECT min(seq) FROM audit WHERE kind = 'mark.refused')",
    "DELETE FROM review_events WHERE seq > 1",
  );
  const again = await desk.store.open(caseId, user, PASSPHRASE);
  expect(again.trail.check([witness]).fault).not.toBeNull();
  // And this computer remembers having seen more.
  expect([...again.entries.each()].map((e) => e.kind)).toContain("case.rolledBack");
  again.close();
});
