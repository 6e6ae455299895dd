// A case on media that cannot be written (a read-only mount, where the system lets a test make one; a
// folder without the right to write, where it does not): clear sentences, nothing changed, and the
// trail can still be checked.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportCaseFile } from "../../../electron/cases/handover.ts";
import { resource } from "../../../electron/resources.ts";
import { addDocument, makeCase, makeDesk, PASSPHRASE } from "./invented-case.ts";

const WORKER = resource("test", "integration", "case", "read-only-worker.ts");
const ROOT = process.getuid?.() === 0;

function contentOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    hash.update(name);
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** Runs the worker where `folder` cannot be written. Root may write anywhere but on such a mount. */
function runReadOnly(folder: string, args: readonly string[]) {
  const command = [process.execPath, WORKER, ...args];
  if (!ROOT) {
    const folders = [folder, ...readdirSync(folder).map((name) => join(folder, name))].filter(
      (path) => statSync(path).isDirectory(),
    );
    for (const path of folders) chmodSync(path, 0o500);
    const ran = spawnSync(command[0]!, command.slice(1), { encoding: "utf8" });
    for (const path of folders) chmodSync(path, 0o700);
    return ran;
  }
  const mount = `mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"`;
  return spawnSync("unshare", ["-m", "sh", "-c", mount, folder, ...command], { encoding: "utf8" });
}

test("read-only media: one sentence each, nothing changed, and the trail can be checked", async () => {
  const desk = makeDesk();
  const beside = makeDesk();
  const open = await makeCase(desk.store);
  addDocument(open, "report", ["One page."]);
  const backup = join(beside.folder, "backup.candour");
  await exportCaseFile(open, backup);
  open.close();
  const before = contentOf(desk.folder);

  const ran = runReadOnly(desk.folder, [desk.folder, open.id, open.user.id, backup]);
  expect(ran.status, ran.stderr).toBe(0);
  const told = JSON.parse(ran.stdout) as Record<string, string>;
  expect(told["list"]).toBe("done");
  expect(told["verify"]).toBe("whole");
  for (const what of ["open", "create", "restore"])
    expect(told[what], what).toMatch(/^read-only: [^.]+ cannot be written/u);
  expect(contentOf(desk.folder)).toBe(before);

  // Writable again, everything is there.
  const again = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(again.documents.list()).toHaveLength(1);
  expect(again.trail.check().fault).toBeNull();
  again.close();
  desk.clear();
  beside.clear();
}, 60_000);
