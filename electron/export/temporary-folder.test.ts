import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inPrivateFolder } from "./private-folder.ts";
import { clearTemporary, temporaryFolder } from "./temporary-folder.ts";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "candour-left-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test("A3: what a killed process left among temporary files is gone at the next start", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  for (const maker of [pid, process.pid]) {
    mkdirSync(join(place, `candour-export-${maker}-AbC123`));
    writeFileSync(join(place, `candour-export-${maker}-AbC123`, "1.pdf"), "never verified");
  }
  clearTemporary(place);
  expect(readdirSync(place)).toEqual([`candour-export-${process.pid}-AbC123`]);
});

test("V2: what a killed process left among temporary files is gone at the next export", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const left = join(place, `candour-export-${pid}-AbC123`);
  mkdirSync(left);
  writeFileSync(join(left, "1.pdf"), "never verified");
  mkdirSync(join(place, "candour-export-notours"));
  const first = basename(temporaryFolder(place));
  const second = basename(temporaryFolder(place));
  expect(readdirSync(place).toSorted()).toEqual(
    ["candour-export-notours", first, second].toSorted(),
  );
});

test("V2: what a killed run left beside an export is gone a day later, and not before", async () => {
  for (const [name, hours] of Object.entries({ ".candour-old123": 25, ".candour-new123": 23 })) {
    mkdirSync(join(place, name));
    writeFileSync(join(place, name, "1.pdf"), "never verified");
    const then = Date.now() / 1000 - hours * 3600;
    utimesSync(join(place, name), then, then);
  }
  await inPrivateFolder(join(place, "out.pdf"), async () => {});
  expect(readdirSync(place)).toEqual([".candour-new123"]);
});
