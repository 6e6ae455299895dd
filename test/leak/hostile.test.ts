// Hostile and odd input through the headless command: finished, or refused in one sentence, within
// sixty seconds and two gigabytes, and nothing left behind (B4, B5).
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { HostileFixture } from "../fixtures/hostile/hostile.ts";
import { hostileFixtures } from "../fixtures/hostile/index.ts";
import { runMeasured } from "./measured-run.ts";
import { readWithPdfJs } from "./oracle/engines.ts";
import { rawPieces } from "./oracle/raw.ts";
import { folded, fragments, readable } from "./oracle/spelling.ts";
import { PENDING_HOSTILE } from "./pending.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SECONDS = 60;
const MEBIBYTES = 2048;
/** The command kills its own worker at the limit; it may take this long to say so. */
const GRACE = 10;

/** Time for the whole queue; the clock of each run is its own. */
const QUEUE = 3_600_000;

const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
const figures = {
  files: 0,
  finished: 0,
  refused: 0,
  slowest: 0,
  largest: 0,
  green: [] as string[],
};

/** Two runs at a time: most of the hostile ones do nothing but wait for their clock. */
const places = [Promise.resolve(), Promise.resolve()];

function faultsOf(fixture: HostileFixture): Promise<string[]> {
  const next = places.shift()!;
  const run = next.then(() => measure(fixture));
  places.push(
    run.then(
      () => undefined,
      () => undefined,
    ),
  );
  return run;
}

/** What is wrong with how the command took the file; empty when nothing is. */
async function measure(fixture: HostileFixture): Promise<string[]> {
  const own = path.join(folder, String(figures.files++));
  const temporary = path.join(own, "tmp");
  mkdirSync(temporary, { recursive: true });
  const [input, marks, out] = ["in.pdf", "marks.json", "out.pdf"].map((name) =>
    path.join(own, name),
  );
  writeFileSync(input!, fixture.bytes);
  writeFileSync(marks!, JSON.stringify(fixture.marks));
  const run = await runMeasured(
    process.execPath,
    ["build/bin/candour.mjs", "burn", input!, "--marks", marks!, "--out", out!],
    {
      limit: (SECONDS + GRACE) * 1000,
      cwd: ROOT,
      env: { ...process.env, TMPDIR: temporary, SOURCE_DATE_EPOCH: "1700000000" },
    },
  );
  const faults: string[] = [];
  figures.slowest = Math.max(figures.slowest, run.milliseconds);
  figures.largest = Math.max(figures.largest, run.peak ?? 0);
  if (run.timedOut) faults.push("did not end");
  else if (run.milliseconds > (SECONDS + GRACE / 2) * 1000) faults.push("too slow");
  if ((run.peak ?? 0) > MEBIBYTES) faults.push(`took ${Math.round(run.peak!)} MiB`);
  if (![0, 1, 2].includes(run.code ?? -1) && !run.timedOut) faults.push(`exit ${run.code}`);
  const left = [...readdirSync(own), ...readdirSync(temporary)].filter(
    (name) => !["in.pdf", "marks.json", "out.pdf", "tmp"].includes(name),
  );
  if (left.length > 0) faults.push(`left behind ${left.join(", ")}`);
  if (run.code === 0) {
    figures.finished++;
    if (fixture.expect === "refuse") faults.push("finished, and should not have");
    faults.push(...(await faultsOfExport(fixture, out!)));
  } else {
    figures.refused++;
    if (fixture.expect === "finish") faults.push(`refused: ${run.stderr.trim().slice(0, 200)}`);
    if (existsSync(out!)) faults.push("refused, but a file is there");
    const lines = run.stderr.trim().split("\n");
    const sentence = lines.length === 1 && /^candour: .{10,300}$/.test(lines[0]!);
    if (!sentence || /\bat .*:\d+|went wrong inside/.test(run.stderr)) {
      faults.push(`no clear sentence: ${run.stderr.trim().slice(0, 200)}`);
    }
  }
  rmSync(own, { recursive: true, force: true });
  return faults;
}

async function faultsOfExport(fixture: HostileFixture, out: string): Promise<string[]> {
  if (!existsSync(out)) return ["exit 0 without a file"];
  const bytes = new Uint8Array(readFileSync(out));
  const { pages, beside } = await readWithPdfJs(bytes);
  const text = folded(pages.join(" "));
  const lost = fixture.keep.filter((word) => !text.includes(folded(word)));
  const parts = fragments(fixture.secret);
  const leaks = [...rawPieces(bytes), ...beside, { where: "text", text }].filter(
    (piece) => fixture.expect === "finish" && readable(piece.text, parts) !== null,
  );
  return [...lost.map((word) => `lost: ${word}`), ...leaks.map(({ where }) => `leak: ${where}`)];
}

const pendingNames = new Set(PENDING_HOSTILE.map(({ name }) => name));
const fixtures: HostileFixture[] = [];
for await (const fixture of hostileFixtures()) fixtures.push(fixture);

describe.concurrent("hostile input", () => {
  for (const fixture of fixtures.filter(({ name }) => !pendingNames.has(name))) {
    it(
      `B4 B5 ${fixture.name}`,
      async () => {
        expect((await faultsOf(fixture)).join("; ")).toBe("");
      },
      QUEUE,
    );
  }
  it("runs what is known to be red and tells what has become green", async () => {
    for (const fixture of fixtures.filter(({ name }) => pendingNames.has(name))) {
      if ((await faultsOf(fixture)).length === 0) figures.green.push(fixture.name);
    }
    const known = new Set(fixtures.map(({ name }) => name));
    expect([...pendingNames].filter((name) => !known.has(name))).toEqual([]);
  }, 1_800_000);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const now = figures.green.length > 0 ? `, of which now green: ${figures.green.join("; ")}` : "";
  console.log(
    `hostile suite: ${figures.finished} finished and ${figures.refused} refused of ${figures.files} files, slowest ${(figures.slowest / 1000).toFixed(1)} s, largest ${Math.round(figures.largest)} MiB; ${pendingNames.size} pending${now}`,
  );
});
