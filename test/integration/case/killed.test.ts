// SIGKILL at random moments: every acknowledged decision is there, no half file, the chain is whole.
// A modest number of runs here; CANDOUR_KILLS=500 for the measurement of a release.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { restoreCaseFile } from "../../../electron/cases/handover.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { resource } from "../../../electron/resources.ts";
import { addDocument, makeCase, makeDesk, PASSPHRASE, type Desk } from "./invented-case.ts";

const KILLS = Number(process.env["CANDOUR_KILLS"] ?? 8);
const MODES = ["decisions", "import", "export", "passphrase", "backup"] as const;
const WORKER = resource("test", "integration", "case", "killed-worker.ts");

let desk: Desk;
let caseId: string;
let userId: string;
let document: string;
let passphrase = PASSPHRASE;
beforeAll(async () => {
  desk = makeDesk();
  const open = await makeCase(desk.store);
  caseId = open.id;
  userId = open.user.id;
  document = addDocument(open, "report", ["One page.", "Another."]);
  open.close();
});
afterAll(() => desk.clear());

/** Lines said before the kill. */
function workUntilKilled(mode: string, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WORKER, mode, desk.folder, caseId, userId], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let wrong = "";
    child.stderr.on("data", (chunk: Buffer) => (wrong += String(chunk)));
    child.stdout.on("data", (chunk: Buffer) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), after);
      said += String(chunk);
    });
    child.on("close", (_code, signal) => {
      const lines = said.split("\n").slice(0, -1);
      if (signal === "SIGKILL") resolve(lines);
      else reject(new Error(`The worker ended by itself: ${wrong}`));
    });
  });
}

async function openAfter(said: readonly string[]): Promise<OpenCase> {
  const last = Number(
    said
      .findLast((l) => l.startsWith("passphrase"))
      ?.split(" ")
      .at(-1) ?? -1,
  );
  // The change that was under way may be done or not; what was acknowledged must hold.
  const candidates =
    last >= 0 ? [`passphrase ${last}`, `passphrase ${last + 1}`] : [passphrase, "passphrase 0"];
  for (const candidate of candidates) {
    const open = await desk.store.open(caseId, userId, candidate).catch(() => undefined);
    if (!open) continue;
    if (candidate !== passphrase) await open.team.changePassphrase(candidate, PASSPHRASE);
    passphrase = PASSPHRASE;
    return open;
  }
  throw new Error("No passphrase opens the case any more");
}

test(
  `${KILLS} kills: nothing acknowledged is lost, nothing is half there, the trail is whole`,
  async () => {
    let acknowledged = 0;
    for (let run = 0; run < KILLS; run++) {
      const mode = MODES[run % MODES.length]!;
      const said = await workUntilKilled(mode, 5 + ((run * 7_919) % 240));
      const done = said.filter((l) => l !== "ready");
      acknowledged += done.length;
      const open = await openAfter(said);
      expect(open.trail.check().fault).toBeNull();
      const events = open.review.events(document);
      const documents = open.documents.list();
      for (const line of done) {
        const [what, value] = line.split(" ");
        if (what === "seq") expect(events.length).toBeGreaterThanOrEqual(Number(value));
        if (what === "export") expect(open.exports.list().map((e) => e.id)).toContain(value);
        if (what === "document") expect(documents.map((d) => d.id)).toContain(value);
      }
      for (const d of documents.slice(-2))
        expect((await open.documents.bytes(d.id)).length).toBe(d.bytes);
      for (const e of open.exports.list().slice(-2))
        expect((await open.exports.bytes(e.id)).length).toBe(e.bytes);
      const told = [...open.entries.each()].filter((e) => e.kind === "export.verified");
      expect(told).toHaveLength(open.exports.list().length);
      const decisions = [...open.entries.each()].filter((e) => e.kind === "page.sealed");
      expect(decisions).toHaveLength(events.length);
      open.close();
      const folder = join(desk.folder, caseId);
      const names = [".", "originals", "exports"].flatMap((f) => readdirSync(join(folder, f)));
      expect(names.filter((n) => n.includes(".part-"))).toEqual([]);
      await backupIsWhole();
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
  60_000 + KILLS * 8_000,
);

/** Whatever stands under the backup's name is a whole case, however its writer ended. */
async function backupIsWhole(): Promise<void> {
  const file = join(desk.folder, "backup.candour");
  if (!existsSync(file)) return;
  const other = makeDesk();
  expect(await restoreCaseFile(other.folder, file)).toBe(caseId);
  other.clear();
}
