// SIGKILL while a document is burnt and verified: under the name of the output stands the whole
// verified file or nothing, and nothing of the attempt is left beside it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resource } from "../../../electron/resources.ts";

/** CANDOUR_KILLS=500 for the measurement of a release. */
const KILLS = Math.max(3, Math.round(Number(process.env["CANDOUR_KILLS"] ?? 8) / 10));
const CLI = resource("build", "bin", "candour.mjs");

let folder: string;
let whole: Uint8Array;
/** Milliseconds that the whole run takes here. */
let takes: number;

const environment = { ...process.env, SOURCE_DATE_EPOCH: "1700000000" };
const args = (out: string) => {
  const [source, marks] = [join(folder, "in.pdf"), join(folder, "marks.json")];
  return [CLI, "burn", source, "--marks", marks, "--out", out];
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candour-killed-burn-"));
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let n = 0; n < 4; n++)
    document
      .addPage([595, 842])
      .drawText("Tansy Quill was seen.", { x: 72, y: 700, size: 12, font });
  writeFileSync(join(folder, "in.pdf"), await document.save());
  const marks = [{ page: 1, rect: [72, 697, 132, 712], label: "Child A", reason: "child-name" }];
  writeFileSync(join(folder, "marks.json"), JSON.stringify({ marks }));
  const began = performance.now();
  const ran = spawnSync(process.execPath, args(join(folder, "whole.pdf")), {
    encoding: "utf8",
    env: environment,
  });
  takes = performance.now() - began;
  expect(ran.status, ran.stderr).toBe(0);
  whole = new Uint8Array(readFileSync(join(folder, "whole.pdf")));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function killAfter(out: string, after: number): Promise<void> {
  return new Promise((resolve) => {
    // A group of its own, so that its workers are killed with it, as a power cut would.
    const child = spawn(process.execPath, args(out), {
      stdio: "ignore",
      detached: true,
      env: environment,
    });
    const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), after);
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

test(
  `${KILLS} kills while burning: the whole verified file or none`,
  async () => {
    const target = mkdtempSync(join(folder, "out-"));
    let left = 0;
    for (let run = 0; run < KILLS; run++) {
      const out = join(target, `${run}.pdf`);
      // Also near the end, where the file is renamed.
      const share = run % 3 === 0 ? 0.9 + ((run * 37) % 20) / 100 : ((run * 61) % 100) / 100;
      await killAfter(out, 30 + share * takes);
      if (!existsSync(out)) continue;
      left++;
      expect(new Uint8Array(readFileSync(out))).toEqual(whole);
    }
    // Private folders of killed attempts may lie there, under no name that could be taken for an export.
    const names = readdirSync(target).filter((n) => n.endsWith(".pdf"));
    expect(names).toHaveLength(left);
  },
  60_000 + KILLS * 30_000,
);
