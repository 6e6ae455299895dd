// The headless command as others run it: what a stopped run leaves, what one leaves whose report cannot be
// written, what certificates of twins say, and that its bundle is no other code.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshBundle } from "../../build/headless/fresh.mjs";
import { recheck } from "../../electron/papers/certificate-recheck.ts";
import type { Certificate } from "../../electron/papers/certificate.ts";
import { appRoot, resource } from "../../electron/resources.ts";

const CLI = resource("build", "bin", "candour.mjs");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-command-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A note of so many pages about somebody, and a mark over the name on each. */
async function noteAbout(name: string, pages: number): Promise<readonly [string, string]> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const marks = [];
  for (let page = 1; page <= pages; page++) {
    document
      .addPage([595, 842])
      .drawText(`${name} was seen at home.`, { x: 72, y: 700, size: 12, font });
    const right = 72 + font.widthOfTextAtSize(name, 12);
    marks.push({ page, rect: [72, 697, right, 712], label: "Child A", reason: "child-name" });
  }
  const stem = join(folder, `${name.length}-${pages}`);
  writeFileSync(`${stem}.pdf`, await document.save());
  writeFileSync(`${stem}.json`, JSON.stringify({ marks }));
  return [`${stem}.pdf`, `${stem}.json`];
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly told: string;
}

function burn(input: readonly [string, string], ...more: string[]) {
  return candour("burn", input[0], "--marks", input[1], ...more);
}

function candour(...asked: string[]) {
  const args = [CLI, ...asked];
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1700000000" };
  const child: ChildProcess = spawn(process.execPath, args, { env });
  let told = "";
  child.stderr!.on("data", (text) => (told += String(text)));
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, told })),
  );
  return { child, ended };
}

const namesIn = (path: string) => readdirSync(path);

async function working(path: string): Promise<void> {
  while (!namesIn(path).some((name) => name.startsWith(".candour-"))) await sleep(5);
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s while burning leaves nothing",
  async (signal) => {
    const out = mkdtempSync(join(folder, "out-"));
    const input = await noteAbout("Tansy Quill", 6);
    const { child, ended } = burn(
      input,
      "--out",
      join(out, "o.pdf"),
      "--report",
      join(out, "r.json"),
    );
    await working(out);
    child.kill(signal);
    const { signal: by, told } = await ended;
    expect([by, told]).toEqual([
      signal,
      "candour: It was stopped before it finished. Nothing was written.\n",
    ]);
    expect(namesIn(out)).toEqual([]);
  },
  60_000,
);

test("where the report cannot be written there is no export either", async () => {
  const out = mkdtempSync(join(folder, "out-"));
  const reports = join(folder, "reports");
  mkdirSync(reports);
  const input = await noteAbout("Tansy Quill", 2);
  const { ended } = burn(input, "--out", join(out, "o.pdf"), "--report", join(reports, "r.json"));
  await working(out);
  rmSync(reports, { recursive: true });
  const { code, told } = await ended;
  expect([code, told.split("\n").length]).toEqual([2, 2]);
  expect(told).toContain("“r.json” was not written");
  expect(namesIn(out)).toEqual([]);
}, 60_000);

test("A3: certificates of twins are equal byte for byte, but for the hashes of original and plan", async () => {
  const made: string[] = [];
  for (const name of ["Al Bo", "Mary Ann Featherstone-Oxley"]) {
    const out = mkdtempSync(join(folder, "out-"));
    const more = ["--out", join(out, "o.pdf"), "--certificate", join(out, "c.json")];
    const { code, told } = await burn(await noteAbout(name, 1), ...more).ended;
    expect(code, told).toBe(0);
    const certificate = readFileSync(join(out, "c.json"), "utf8");
    const { original, plan } = JSON.parse(certificate) as Certificate;
    made.push(certificate.replace(original.sha256, "original").replace(plan.sha256, "plan"));
  }
  expect(JSON.parse(made[0]!)).toMatchObject({ plan: { marks: 1 }, export: { pages: 1 } });
  expect(made[1]).toBe(made[0]);
});

type Altered = (certificate: Certificate) => unknown;
const ALTERED: Readonly<Record<string, Altered>> = {
  "names another file": (c) => ({ ...c, export: { ...c.export, sha256: "0".repeat(64) } }),
  "counts other pages": (c) => ({ ...c, export: { ...c.export, pages: 2 } }),
  "names its pages otherwise": (c) => ({ ...c, pages: [{ ...c.pages[0], page: 2 }] }),
  "counts other marks": (c) => ({ ...c, plan: { ...c.plan, marks: 2 } }),
  "counts other boxes": (c) => ({ ...c, gaps: { ...c.gaps, count: 2, constant: 2 } }),
  "betrays bits in the gaps only": (c) => ({ ...c, gaps: { ...c.gaps, mostBits: 3 } }),
  "leaves a check out": (c) => ({ ...c, checks: c.checks.filter((k) => k.id !== "terms-absent") }),
  "leaves out a check that the export allows": (c) => ({
    ...c,
    checks: c.checks.filter((k) => k.id !== "fonts-lean"),
  }),
  "tells of a failed check": (c) => ({
    ...c,
    checks: c.checks.map((k, i) => (i === 0 ? { ...k, passed: false } : k)),
  }),
  "says more than certificates do": (c) => ({ ...c, approved: "by the board" }),
  "says more inside": (c) => ({ ...c, plan: { ...c.plan, approved: true } }),
  "says less": ({ notes: _notes, ...c }) => c,
};

test("a certificate that was altered so that it can be seen does not pass", async () => {
  const out = mkdtempSync(join(folder, "out-"));
  const more = ["--out", join(out, "o.pdf"), "--certificate", join(out, "c.json")];
  const { code, told } = await burn(await noteAbout("Tansy Quill", 1), ...more).ended;
  expect(code, told).toBe(0);
  const bytes = new Uint8Array(readFileSync(join(out, "o.pdf")));
  const certificate = JSON.parse(readFileSync(join(out, "c.json"), "utf8")) as Certificate;
  expect((await recheck(bytes, certificate)).findings).toEqual([]);
  for (const [what, alter] of Object.entries(ALTERED))
    expect((await recheck(bytes, alter(certificate))).passed, what).toBe(false);
}, 60_000);

test("whoever has original and marks holds a certificate against them", async () => {
  const out = mkdtempSync(join(folder, "out-"));
  const [file, certificate] = [join(out, "o.pdf"), join(out, "c.json")];
  const [original, marks] = await noteAbout("Tansy Quillam", 1);
  const made = await burn([original, marks], "--out", file, "--certificate", certificate).ended;
  expect(made.code, made.told).toBe(0);
  const held = (by: string) =>
    candour("verify", original, file, "--marks", by, "--certificate", certificate).ended;
  expect((await held(marks)).code).toBe(0);
  const { marks: own } = JSON.parse(readFileSync(marks, "utf8")) as { marks: object[] };
  const other = join(out, "other.json");
  writeFileSync(other, JSON.stringify({ marks: own.map((m) => ({ ...m, reason: "other" })) }));
  const { code, told } = await held(other);
  expect(code).toBe(1);
  expect(told).toContain("The certificate was made with other marks.");
}, 60_000);

test("the bundle that the command runs burns byte for byte as the sources do", async () => {
  const out = mkdtempSync(join(folder, "out-"));
  const [original, marks] = await noteAbout("Tansy Quillam", 2);
  const [bundled, plain] = [join(out, "bundled.pdf"), join(out, "plain.pdf")];
  expect((await burn([original, marks], "--out", bundled).ended).code).toBe(0);
  const bundle = freshBundle(appRoot());
  expect(bundle, "none was made").toBeDefined();
  const source = `const { run } = await import(${JSON.stringify(resource("electron", "cli.ts"))});
    await run(process.argv.slice(1));`;
  const asked = ["burn", original, "--marks", marks, "--out", plain];
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1700000000" };
  const { status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", source, ...asked],
    { env },
  );
  expect(status).toBe(0);
  expect(readFileSync(plain).equals(readFileSync(bundled))).toBe(true);
}, 60_000);
