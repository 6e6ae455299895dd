// The other process of full-disk.test.ts: works until the disk takes no more, then goes on.
// Started as: node full-disk-worker.ts FOLDER CASE USER, under a limit for the size of files or on a
// small disk. Prints one line of JSON.
import { writeSync } from "node:fs";
import { CaseStore } from "../../../electron/cases/case-store.ts";
import { exportCaseFile } from "../../../electron/cases/handover.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { CHEAP, PASSPHRASE } from "./invented-case.ts";

const [folder, id, user] = process.argv.slice(2) as [string, string, string];
const store = new CaseStore({ folder, tool: "Candour test", cost: CHEAP });
const open = await store.open(id, user, PASSPHRASE);
const document = open.documents.list()[0]!.id;
const told: Record<string, string> = {};
let acknowledged = open.review.events(document).length;

const large = new Uint8Array(6_000_000).map((_, i) => (i * 31 + (i >> 8)) & 255);
await tell("import", () => {
  const facts = { sha256: "", pages: 1, title: null, encrypted: false, tagged: false };
  open.documents.add({
    name: "large.pdf",
    bytes: large,
    facts: { ...facts, bytes: large.length },
  });
});
await tell("decide", () => {
  const note = "x ".repeat(240);
  for (let i = 0; i < 4_000; i++) {
    open.review.append(document, [{ type: "page-sealed", page: 1, sealed: i % 2 === 0 }]);
    acknowledged++;
    if (i % 4 === 0)
      open.publication.comment({ document, target: null, page: 1, text: `${i} ${note}` });
  }
});
await tell("after", () => {
  open.review.append(document, [{ type: "page-sealed", page: 1, sealed: true }]);
  acknowledged++;
});
await tell("backup", () => exportCaseFile(open, `${folder}/backup.candour`));
open.close();
writeSync(1, `${JSON.stringify({ told, acknowledged })}\n`);

async function tell(what: string, work: () => unknown): Promise<void> {
  try {
    await work();
    told[what] = "done";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told[what] = `${error.code}: ${error.message}`;
  }
}
