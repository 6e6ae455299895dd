// The other process of read-only.test.ts: tries everything with a case whose folder cannot be written.
// Started as: node read-only-worker.ts FOLDER CASE USER BACKUP. Prints one line of JSON.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { verifyTrail } from "../../../electron/audit/verify/verify-trail.ts";
import { CaseStore } from "../../../electron/cases/case-store.ts";
import { restoreCaseFile } from "../../../electron/cases/handover.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { CHEAP, PASSPHRASE } from "./invented-case.ts";

const [folder, id, user, backup] = process.argv.slice(2) as [string, string, string, string];
const store = new CaseStore({ folder, tool: "Candour test", cost: CHEAP });
const told: Record<string, string> = {};

await tell("list", async () => store.list().map((c) => c.trouble ?? "fine"));
await tell("open", async () => (await store.open(id, user, PASSPHRASE)).close());
await tell("create", () =>
  store.create({ name: "n", user: { name: "u", role: "analyst" }, passphrase: PASSPHRASE }),
);
await tell("restore", () => restoreCaseFile(folder, backup, { replace: true }));
await tell("verify", async () => {
  const path = join(folder, id);
  return (await verifyTrail({ path, access: { passphrase: PASSPHRASE } })).fault ?? "whole";
});
writeSync(1, `${JSON.stringify(told)}\n`);

async function tell(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    const answer = await work();
    told[what] = typeof answer === "string" ? answer : "done";
  } catch (error) {
    told[what] =
      error instanceof Refusal ? `${error.code}: ${error.message}` : `defect: ${String(error)}`;
  }
}
