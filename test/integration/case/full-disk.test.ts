// A disk that takes no more: one clear sentence, nothing acknowledged lost, the chain goes on.
// The size of files is limited for a process of its own, which fails writes as a full disk does;
// CANDOUR_SMALL_DISK names a folder on a really small disk to be tried as well.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resource } from "../../../electron/resources.ts";
import { addDocument, makeCase, makeDesk, PASSPHRASE } from "./invented-case.ts";

const WORKER = resource("test", "integration", "case", "full-disk-worker.ts");
const SMALL = process.env["CANDOUR_SMALL_DISK"];

async function fillUp(folder: string | undefined, limit: string): Promise<void> {
  const desk = makeDesk(folder);
  const open = await makeCase(desk.store);
  const document = addDocument(open, "report", ["One page."]);
  open.close();
  // What somebody would delete to make room again.
  const ballast = join(desk.folder, "ballast");
  writeFileSync(ballast, new Uint8Array(800_000));
  const ran = spawnSync(
    "bash",
    ["-c", `${limit}exec "$0" "$@"`, process.execPath, WORKER, desk.folder, open.id, open.user.id],
    { encoding: "utf8" },
  );
  expect(ran.stderr.replaceAll(/^.*Warning.*$/gmu, "").trim()).toBe("");
  const { told, acknowledged } = JSON.parse(ran.stdout) as {
    told: Record<string, string>;
    acknowledged: number;
  };
  expect(told["import"]).toMatch(/^disk-full: .*(full|could not take)/u);
  expect(told["decide"]).toMatch(/^disk-full: /u);

  rmSync(ballast);
  const again = await desk.store.open(open.id, open.user.id, PASSPHRASE);
  expect(again.review.events(document)).toHaveLength(acknowledged);
  expect(again.documents.list()).toHaveLength(1);
  expect(readdirSync(join(desk.folder, open.id, "originals"))).toHaveLength(1);
  expect(again.trail.check().fault).toBeNull();
  // The trail itself tells of the failed write, if there was room for an entry before the end.
  const kinds = [...again.entries.each()].map((e) => e.kind);
  expect(kinds.includes("write.failed")).toBe(told["after"] === "done");
  if (!told["backup"]!.startsWith("done"))
    expect(existsSync(join(desk.folder, "backup.candour"))).toBe(false);
  again.close();
  desk.clear();
}

test("a full disk refuses the change in one sentence and loses nothing acknowledged", async () => {
  await fillUp(undefined, "trap '' XFSZ; ulimit -f 2048; ");
  if (SMALL) await fillUp(mkdtempSync(join(SMALL, "desk-")), "");
}, 180_000);
