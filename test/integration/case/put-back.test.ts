// An older copy of a case's folder, put in the place of what this computer saw: behind a step of a session
// that was killed, and after the case was destroyed.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { wordsOf } from "../../../electron/audit/proof.ts";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
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
  document = addDocument(open, "report", ["Tansy Quill lives here."]);
  open.suggestions.replace(document, findAll(open, document, "Tansy Quill"));
});
afterEach(() => {
  open.close();
  desk.clear();
});

const folder = () => join(desk.folder, open.id);
const kept = () => join(desk.folder, "kept-copy");
const reopen = () => desk.store.open(open.id, open.user.id, PASSPHRASE);
const kinds = () => [...open.entries.each()].map((e) => e.kind);

test("A2: behind a step of a session that was killed it is noticed, and told by app and verifier", async () => {
  open.close();
  open = await reopen();
  const killed = open;
  cpSync(folder(), kept(), { recursive: true });
  for (const { id } of open.review.suggestions(document))
    open.review.append(document, [
      { type: "accepted", suggestions: [id], label: "Child A", reason: "child-name" },
    ]);
  open.workflow.submit();
  // Nobody closes it: the folder is exchanged before anybody opens it again.
  rmSync(folder(), { recursive: true });
  cpSync(kept(), folder(), { recursive: true });
  open = await reopen();
  expect(kinds()).toContain("case.rolledBack");
  expect(wordsOf(open.trail.check())).toContain("an older copy of the case was found");
  open.close();
  const verdict = await verifyTrail({ path: folder(), access: { passphrase: PASSPHRASE } });
  expect(verdict.whole).toBe(true);
  expect(verdict.notices.join()).toContain("An older copy of the case was found in its place");
  killed.close();
});

test("A2: a step that is still there is no reason to notice anything", async () => {
  for (const { id } of open.review.suggestions(document))
    open.review.append(document, [
      { type: "accepted", suggestions: [id], label: "Child A", reason: "child-name" },
    ]);
  open.workflow.submit();
  open.close();
  open = await reopen();
  expect(kinds()).not.toContain("case.rolledBack");
  expect(wordsOf(open.trail.check())).not.toContain("older copy");
});

test("A2: after the case was destroyed it is noticed", async () => {
  open.close();
  cpSync(folder(), kept(), { recursive: true });
  open = await reopen();
  desk.store.destroy(open, "kept as long as the law asks");
  cpSync(kept(), folder(), { recursive: true });
  open = await reopen();
  expect(kinds()).toContain("case.rolledBack");
});
