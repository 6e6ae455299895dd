// Channels 53 to 55: what the headless command leaves in temporary folders, in the home folder, in its
// report and on the screen never holds a secret, whether it finishes, refuses or is killed (A3).
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { leakFixtures } from "../fixtures/leaks/index.ts";
import type { LeakFixture } from "../fixtures/leaks/leak.ts";
import { runMeasured } from "./measured-run.ts";
import { rawPieces } from "./oracle/raw.ts";
import { fragments, readable } from "./oracle/spelling.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "left-behind-"));
const chosen = leakFixtures().filter(({ name }) =>
  ["text under a box", "bookmark", "scan with an OCR layer"].includes(name),
);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(directory, name))
    .filter((file) => statSync(file).isFile());
}

/** Runs the command in a world of its own and tells where the secret was found afterwards. */
async function traces(
  fixture: LeakFixture,
  limit: number,
  marks: string,
  exit: number | null,
): Promise<string[]> {
  const world = mkdtempSync(path.join(folder, "world-"));
  const given = path.join(folder, path.basename(world).replace("world", "given"));
  mkdirSync(given);
  writeFileSync(path.join(given, "in.pdf"), fixture.bytes);
  writeFileSync(path.join(given, "marks.json"), marks);
  const home = path.join(world, "home");
  const temporary = path.join(world, "tmp");
  const out = path.join(world, "out");
  for (const one of [home, temporary, out]) mkdirSync(one);
  const run = await runMeasured(
    process.execPath,
    [
      "build/bin/candour.mjs",
      "burn",
      path.join(given, "in.pdf"),
      "--marks",
      path.join(given, "marks.json"),
      "--out",
      path.join(out, "out.pdf"),
      "--report",
      path.join(out, "report.json"),
    ],
    {
      limit,
      cwd: ROOT,
      env: {
        PATH: process.env["PATH"],
        HOME: home,
        TMPDIR: temporary,
        XDG_CACHE_HOME: path.join(home, "cache"),
        XDG_CONFIG_HOME: path.join(home, "config"),
        XDG_DATA_HOME: path.join(home, "data"),
      },
    },
  );
  expect(run.code).toBe(exit);
  const parts = fragments(fixture.secret);
  const found = [
    { where: "stdout", text: run.stdout },
    { where: "stderr", text: run.stderr },
    ...filesUnder(world).flatMap((file) => [
      { where: `name of ${path.relative(world, file)}`, text: file },
      ...rawPieces(new Uint8Array(readFileSync(file))).map(({ text }) => ({
        where: path.relative(world, file),
        text,
      })),
    ]),
  ].filter(({ text }) => readable(text, parts) !== null);
  return [...new Set(found.map(({ where }) => where))];
}

describe("what is left behind", () => {
  for (const fixture of chosen) {
    const marks = JSON.stringify(fixture.marks);
    it(`A3 holds no secret when finished: ${fixture.name}`, async () => {
      expect(await traces(fixture, 60_000, marks, 0)).toEqual([]);
    }, 90_000);
  }
  it("A3 holds no secret when refused", async () => {
    const marks = JSON.stringify({ marks: [{ page: 99, rect: [0, 0, 9, 9] }] });
    expect(await traces(chosen[0]!, 60_000, marks, 2)).toEqual([]);
  }, 90_000);
  for (const limit of [350, 700, 1200]) {
    it(`A3 holds no secret when killed after ${limit} ms`, async () => {
      expect(await traces(chosen[0]!, limit, JSON.stringify(chosen[0]!.marks), null)).toEqual([]);
    }, 90_000);
  }
});
