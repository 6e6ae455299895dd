// A case that has gone all its way (signed, reopened, signed, exported, released), changed afterwards by
// somebody with a passphrase and a database tool. Each change leaves the trail whole; app and verifier
// say that the two stories differ, and nothing is signed or released any more (A2, R1, R2).
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import { saveCopy } from "../../../electron/services/save-copy.ts";
import { openWithTool } from "./database-tool.ts";
import { PASSPHRASE } from "./invented-case.ts";
import {
  as,
  decideAll,
  document,
  lookAtAll,
  refused,
  session,
  threePeople,
  untilSigned,
  users,
  value,
} from "./three-people.ts";

threePeople();

const DECISION = {
  kind: "publish-redacted",
  ground: null,
  evidence: null,
  decidedBy: "The board",
  decidedOn: "2026-01-05",
  publishOn: null,
  noticeGivenOn: "2026-01-05",
  reviewOn: null,
} as const;

function exportOf(name: string): string {
  const open = session.current();
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${name}`);
  const page = { page: 1, kind: "crisp" as const, boxes: [], touched: [], touchedOriginal: [] };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const plan = open.review.plan(document);
  return open.exports.add({
    document,
    name,
    bytes,
    plan,
    report: { pages: [page], swept: {}, notes: [], engines: {} },
    verification: {
      passed: true,
      findings: [],
      notices: [],
      pages: 3,
      engines: {},
      sha256,
      checks: [{ id: "terms-absent", name: "n", passed: true, detail: "" }],
    },
    certificate: ({ at }) => ({
      format: "candour-certificate-1",
      made: at,
      by: open.user.name,
      export: { sha256, pages: 3 },
      plan: { sha256: plan.hash },
      trail: open.trail.checkpoint(),
    }),
  }).id;
}

/** A draft of fewer marks, then the signed plan, a released export of it, and a question answered. */
async function allTheWay(): Promise<{ clean: string; witness: string }> {
  exportOf("draft");
  await decideAll();
  await value("comments.add", { document, target: null, page: 1, text: "Is this the school?" });
  const [comment] = await value("comments.list", {});
  await value("comments.resolve", { id: comment!.id });
  await value("workflow.submit", {});
  await as("rhea");
  await lookAtAll();
  await value("workflow.sign", {});
  const clean = exportOf("clean");
  const witness = join(session.current().folder, "..", "witness.json");
  writeFileSync(witness, JSON.stringify(session.current().exports.certificate(clean), null, 1));
  await as("pia");
  await value("publication.decide", DECISION);
  await value("releases.record", {
    export: clean,
    to: "The council",
    note: null,
    supersedes: null,
  });
  return { clean, witness };
}

async function withTool(...sql: string[]): Promise<string> {
  const open = session.current();
  const { folder, id } = open;
  session.lock("asked");
  const db = await openWithTool(folder, id, users.ada);
  const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers as { name: string }[]) db.exec(`DROP TRIGGER ${name}`);
  for (const one of sql) db.exec(one);
  db.close();
  const { fault } = await verifyTrail({ path: folder, access: { passphrase: PASSPHRASE } });
  await value("cases.open", { id, user: users.pia, passphrase: PASSPHRASE });
  return fault ?? "";
}

async function withWitness(witness: string): Promise<string | null> {
  const { folder } = session.current();
  session.lock("asked");
  const access = { passphrase: PASSPHRASE };
  return (await verifyTrail({ path: folder, access, witnesses: [witness] })).fault;
}

test("an untouched case tells one story, with its certificate as a witness", async () => {
  const { witness } = await allTheWay();
  expect(await withTool()).toBe("");
  expect(session.current().faults()).toEqual([]);
  expect(await withWitness(witness)).toBeNull();
});

for (const [what, change] of Object.entries({
  "names another file": { export: { sha256: "0".repeat(64), pages: 3 } },
  "names another plan": { plan: { sha256: "0".repeat(64) } },
  "names another person": { by: "Pia" },
}))
  test(`A2: a witness that ${what} is no certificate of the trail's`, async () => {
    const { witness } = await allTheWay();
    const certificate = JSON.parse(readFileSync(witness, "utf8")) as object;
    writeFileSync(witness, JSON.stringify({ ...certificate, ...change }));
    expect(await withWitness(witness)).toMatch(/certificate/u);
  });

for (const [what, sql] of Object.entries({
  "a draft passed off as made from the signed plan":
    "UPDATE exports SET plan_hash = (SELECT plan_hash FROM exports ORDER BY at DESC LIMIT 1)",
  "a certificate exchanged": `UPDATE exports SET certificate = json_set(certificate, '$.by', 'Rhea')`,
  "an older certificate put back":
    "UPDATE exports SET certificate = (SELECT certificate FROM exports ORDER BY at LIMIT 1)",
  "an export of other pages": "UPDATE exports SET sealed_pages = crisp_pages, crisp_pages = 0",
  "the plan beside an export":
    "UPDATE exports SET plan = json_set(plan, '$.marks[0].label', 'Child B')",
  "a decision on publication": `UPDATE publication_decisions
     SET decision = json_set(decision, '$.noticeGivenOn', '2025-01-05')`,
  "a release to somebody else": "UPDATE releases SET recipient = 'The press'",
  "a release taken out": "DELETE FROM releases",
  "an unanswered comment taken out": "DELETE FROM comments",
  "a comment that says something else": "UPDATE comments SET text = 'This is not the school.'",
  "a document taken out of publication": "UPDATE documents SET role = 'earlier-version'",
  "a page said to have been seen": `INSERT INTO seen SELECT document, '%ada%', kind, item, as_of, at
     FROM seen WHERE kind = 'page'`,
  "a look at a later state than was told": "UPDATE seen SET as_of = 99 WHERE kind = 'page'",
  "a place said to have been seen later than it was": `UPDATE seen SET as_of = 99
    WHERE kind = 'suggestion'`,
  "a picture said to have been seen": `INSERT INTO seen SELECT document, user, 'picture', '1-7', as_of, at
    FROM seen LIMIT 1`,
  "a removed person": "UPDATE users SET removed_at = 'now' WHERE role = 'reviewer'",
  "a person by another name": "UPDATE users SET name = 'Rhea B' WHERE role = 'reviewer'",
  "the signature taken out": "DELETE FROM workflow WHERE step = 'signed'",
  "another plan signed": `UPDATE workflow SET data = json_set(data, '$.documents[0].plan',
     '${"a".repeat(64)}') WHERE step = 'signed'`,
  "a signature given to another person": "UPDATE workflow SET by = '%ada%' WHERE step = 'signed'",
}))
  test(`A2: ${what} is found by the app and by the verifier, and nothing is released`, async () => {
    const { clean } = await allTheWay();
    const fault = await withTool(sql.replaceAll("%ada%", users.ada));
    const open = session.current();
    expect(open.trail.check().fault).toBeNull();
    expect(open.faults()).toHaveLength(1);
    expect(fault).toMatch(/different|certificate|looks|edited/u);
    await expect(
      saveCopy(undefined as never, open, clean, join(open.folder, "copy.pdf")),
    ).rejects.toThrow(/changed beside its trail/u);
    await refused("releases.record", {
      export: clean,
      to: "The panel",
      note: null,
      supersedes: null,
    });
  });

/** A signature put into table and trail with a person's own key, past every check of the window. */
async function signPast(who: "ada" | "rhea"): Promise<string> {
  await as(who);
  const open = session.current();
  const documents = [...open.workflow.plans()];
  const plan = "0".repeat(64);
  const { at } = open.trail.append({
    kind: "review.signed",
    data: { plan, documents, questionsLeft: 0 },
  });
  const data = JSON.stringify({ documents, plan, signature: "" });
  return withTool(
    `INSERT INTO workflow (at, by, step, data) VALUES ('${at}', '${users[who]}', 'signed', '${data}')`,
  );
}

test("R1 A2: an analyst's own signature is found, though table and trail tell the same", async () => {
  await decideAll();
  await value("workflow.submit", {});
  expect(await signPast("ada")).toMatch(/an act that its person's role has no part in/u);
  expect((await value("trail.check", {})).message).toMatch(
    /an act that its person has no part in/u,
  );
});

test("R1 R2 A2: so is that of a reviewer who decided, or who had not looked", async () => {
  await decideAll();
  await value("workflow.submit", {});
  await signPast("rhea");
  expect((await value("trail.check", {})).message).toMatch(/decided, or who had not seen all/u);
  expect(session.current().faults()).toHaveLength(1);
});

test("R1 A2: a voided signature cannot be put back", async () => {
  await untilSigned();
  await value("workflow.reopen", { reason: "One more place was found." });
  const fault = await withTool(
    "INSERT INTO workflow (at, by, step, data) SELECT at, by, step, data FROM workflow WHERE step = 'signed'",
  );
  expect(session.current().stage().stage).toBe("signed");
  expect(session.current().faults()).toHaveLength(1);
  expect(fault).toMatch(/steps or signatures/u);
});

test("A2: nothing is signed in a case that was changed beside its trail", async () => {
  await decideAll();
  await value("comments.add", { document, target: null, page: 1, text: "Is this the school?" });
  await value("workflow.submit", {});
  await withTool("DELETE FROM comments");
  await as("rhea");
  await lookAtAll();
  expect(await refused("workflow.sign", {})).toMatch(/changed beside its trail/u);
});

test("A2: a key that is gone without an entry is told by the app as well", async () => {
  await decideAll();
  const fault = await withTool("DELETE FROM settings WHERE name = 'term-key'");
  expect(session.current().faults()).toEqual([
    "The key over the decisions is missing, and the trail does not say why.",
  ]);
  expect(fault).toMatch(/key over the decisions/u);
});

test("R1: who was removed and comes back under a name that reads alike is the same person", async () => {
  await decideAll();
  await value("workflow.submit", {});
  await as("rhea");
  await value("team.remove", { id: users.ada });
  const list = await value("team.add", {
    name: "Аda",
    role: "reviewer",
    passphrase: PASSPHRASE,
  });
  const again = list.find((u) => u.role === "reviewer" && u.name !== "Rhea")!;
  await value("cases.open", { id: session.peek()!.id, user: again.id, passphrase: PASSPHRASE });
  await lookAtAll();
  const { obstacles } = await value("workflow.state", {});
  expect(obstacles.map((o) => o.code)).toEqual(["submitted", "decided"]);
  await refused("workflow.sign", {});
});

test.each(["Rhea ", "rhea", "Rhеa", "R\u200Bhea", "Ｒhea"])(
  "R1: nobody is added as %j beside Rhea",
  async (name) => {
    expect(await refused("team.add", { name, role: "reviewer", passphrase: PASSPHRASE })).toMatch(
      /this name/u,
    );
  },
);
