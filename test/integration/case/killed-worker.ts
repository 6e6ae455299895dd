// The other process of killed.test.ts: works on a case and says each time what it was told is done.
// Started as: node killed-worker.ts MODE FOLDER CASE USER. It is killed without warning.
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { CaseStore } from "../../../electron/cases/case-store.ts";
import { exportCaseFile } from "../../../electron/cases/handover.ts";
import { CHEAP, PASSPHRASE } from "./invented-case.ts";

const [mode, folder, id, user] = process.argv.slice(2) as [string, string, string, string];
const store = new CaseStore({ folder, tool: "Candour test", cost: CHEAP });
const open = await store.open(id, user, PASSPHRASE);
const [document] = open.documents.list();
// Synchronous, so that nothing is said before it is done nor lost after.
const PASSED = { passed: true, checks: [], findings: [], notices: [], pages: 2, engines: {} };
const say = (line: string) => writeSync(1, `${line}\n`);
say("ready");

for (let i = 0; ; i++) {
  if (mode === "decisions") {
    const [stored] = open.review.append(document!.id, [
      { type: "page-sealed", page: 1 + (i % 2), sealed: i % 3 !== 0 },
    ]);
    say(`seq ${stored!.seq}`);
  } else if (mode === "import") {
    const bytes = new Uint8Array(300_000).map((_, j) => (i * 31 + j * 7) & 255);
    const facts = { sha256: "", pages: 1, title: null, encrypted: false, tagged: false };
    bytes.set([i & 255, i >> 8, process.pid & 255, process.pid >> 8]);
    const added = open.documents.add({
      name: `${i}.pdf`,
      bytes,
      facts: { ...facts, bytes: bytes.length },
    });
    say(`document ${added.id}`);
  } else if (mode === "export") {
    const bytes = new Uint8Array(300_000).map((_, j) => (i * 37 + j * 5) & 255);
    bytes.set([i & 255, i >> 8, process.pid & 255, process.pid >> 8]);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const made = open.exports.add({
      document: document!.id,
      name: "review-published.pdf",
      bytes,
      plan: open.review.plan(document!.id),
      report: { pages: [], swept: {}, notes: [], engines: {} },
      verification: { ...PASSED, sha256 },
      certificate: () => ({ trail: open.trail.checkpoint() }),
    });
    say(`export ${made.id}`);
  } else if (mode === "passphrase") {
    const [old, fresh] = [i === 0 ? PASSPHRASE : `passphrase ${i - 1}`, `passphrase ${i}`];
    await open.team.changePassphrase(old, fresh);
    say(`passphrase ${i}`);
  } else {
    await exportCaseFile(open, join(folder, "backup.candour"));
    say(`backup ${i}`);
  }
}
