// `npm run bench`: how much processor time burning takes, beside another engine in the same run; ratios
// count, not seconds; what somebody waits for is told apart, because long work runs on two cores. Crisp
// burn and verification of 100 text pages with 1,000 boxes against the removal alone by mupdf, the floor
// beneath which no verifier that looks at both files can come, both in two worker processes as the
// application has them, sealed pages against drawing the same pages, the memory of 300 pages.
// mupdf is licensed under the AGPL and no part of the product: it is fetched into a temporary folder
// when `--peer` is given, or taken from the folder that `--peer-folder` names. `--pages N` is for haste.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { burn } from "../../electron/burn/burn.ts";
import { KeptPages } from "../../electron/burn/kept-pages.ts";
import { PRINT_DPI } from "../../electron/burn/sealed/resolution.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { resource } from "../../electron/resources.ts";
import type { BurnInput, BurnReport } from "../../shared/model/burning.ts";
import { PdfiumEngine } from "../../electron/verify/engines/pdfium.ts";
import { PdfiumPage } from "../../electron/verify/engines/pdfium-page.ts";
import { SCALE } from "../../electron/verify/page-pictures.ts";
import { PixelStore } from "../../electron/verify/pixels/store.ts";
import { verify } from "../../electron/verify/verify.ts";
import { argument } from "./argument.ts";
import { benchDocument } from "./burn-document.ts";
import type { BenchDocument } from "./burn-document.ts";
import { fetchedPeer, loadPeer, removed } from "./peer.ts";

const pages = Number(argument("pages") ?? 100);
const folder = mkdtempSync(path.join(tmpdir(), "bench-"));

interface Timed<T> {
  readonly value: T;
  readonly seconds: number;
  /** Seconds that somebody waits: several threads may work at once, and other work holds it up. */
  readonly waited: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  // Processor time: what else the machine does must not count.
  const started = process.cpuUsage();
  const clock = performance.now();
  const value = await work();
  const { user, system } = process.cpuUsage(started);
  const waited = (performance.now() - clock) / 1000;
  return { value, seconds: (user + system) / 1e6, waited };
}

async function burnt(
  { bytes, marks }: BenchDocument,
  mode: BurnInput["mode"],
  change: Partial<BurnInput> = {},
  kept?: KeptPages,
) {
  let first = 0;
  const started = performance.now();
  const input = { original: bytes, marks, mode, language: "en-GB", epoch: 0, ...change };
  const tell = () => {
    first ||= (performance.now() - started) / 1000;
  };
  const run = await timed(() => burn(input, tell, kept));
  return { ...run, first };
}

async function peer(): ReturnType<typeof loadPeer> {
  const at = argument("peer-folder");
  if (at !== undefined) return loadPeer(at);
  return process.argv.includes("--peer") ? loadPeer(fetchedPeer(folder)) : undefined;
}

/** @param again one canvas for all pages, as the burner draws; otherwise a new one for each */
async function drawn({ bytes }: BenchDocument, again: boolean): Promise<void> {
  const document = await openPdfium(bytes);
  let canvas: Uint32Array | undefined;
  try {
    for (let page = 1; page <= document.pageCount; page++) {
      const size = document.pixelSize(page, { dpi: PRINT_DPI });
      document.withPage(page, (open) => {
        canvas = document.drawOpen(open, size, undefined, again ? canvas : undefined);
      });
    }
  } finally {
    document.close();
  }
}

/** What no verifier can do without: each page of both files read and drawn once, by one engine. */
async function bothSeen(files: readonly Uint8Array[], grey: boolean): Promise<void> {
  const engine = await PdfiumEngine.start();
  const store = new PixelStore();
  for (const bytes of files) {
    const document = engine.open(bytes);
    for (let index = 0; index < document.pages; index++) {
      const page = new PdfiumPage(document, index, 1);
      page.glyphs();
      page.render(SCALE, { store, grey });
      page.close();
      store.reclaim();
    }
    document.close();
  }
}

function say(what: string, seconds: number, more = ""): void {
  console.log(`${what.padEnd(46)} ${seconds.toFixed(2).padStart(7)} s${more && `  ${more}`}`);
}

const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}×`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

async function crisp(document: BenchDocument): Promise<void> {
  await burnt(benchDocument(2), "crisp");
  const kept = new KeptPages();
  const run = await burnt(document, "auto", {}, kept);
  const share = run.value.report.pages.filter((page) => page.kind === "crisp").length;
  const { length } = run.value.bytes;
  say(
    "crisp burn",
    run.seconds,
    `${share} of ${pages} crisp, ${megabytes(length)} of ${megabytes(document.bytes.length)}, first sign after ${run.first.toFixed(2)} s, all after ${run.waited.toFixed(2)} s`,
  );
  const again = await burnt(document, "auto", { sealedPages: [1, pages] }, kept);
  say("  two doubtful pages burnt again, sealed", again.seconds, ratio(again.seconds, run.seconds));
  const candidatePath = path.join(folder, "crisp.pdf");
  writeFileSync(candidatePath, run.value.bytes);
  const { bytes: original, marks } = document;
  const check = await timed(() =>
    verify({ original, candidatePath, marks, claim: run.value.report }),
  );
  const verdict = check.value.passed ? "passed" : "FAILED";
  say("verification", check.seconds, `${verdict}, waited for ${check.waited.toFixed(2)} s`);
  await byCommand(document);
  const other = await peer();
  if (!other) {
    console.log("no peer: give --peer or --peer-folder DIR to measure mupdf in the same run");
    return;
  }
  removed(other, benchDocument(2));
  const theirs = await timed(() => removed(other, document));
  say("mupdf, removal alone", theirs.seconds, megabytes(theirs.value));
  console.log(
    `crisp burn and verification: ${ratio(run.seconds + check.seconds, theirs.seconds)} of it, waited for ${ratio(run.waited + check.waited, theirs.waited)}; burn alone ${ratio(run.seconds, theirs.seconds)}, waited for ${ratio(run.waited, theirs.waited)}`,
  );
  await floor([original, run.value.bytes], theirs.seconds);
}

/** What somebody waits for between the command and its file: the verifier prepares while the other burns. */
async function byCommand({ bytes, marks }: BenchDocument): Promise<void> {
  const command = (...args: string[]) =>
    execFileSync(process.execPath, [resource("build", "bin", "candour.mjs"), ...args], {
      stdio: "ignore",
    });
  const [original, plan] = [path.join(folder, "original.pdf"), path.join(folder, "plan.json")];
  writeFileSync(original, bytes);
  writeFileSync(plan, JSON.stringify({ marks }));
  command("--help"); // its bundle is made
  const out = path.join(folder, "exported.pdf");
  const run = await timed(() => command("burn", original, "--marks", plan, "--out", out));
  console.log(
    `the command, with two processes from their start: waited for ${run.waited.toFixed(2)} s`,
  );
}

/** Two engines and all comparing come on top of this. */
async function floor(files: readonly Uint8Array[], theirs: number): Promise<void> {
  await bothSeen(files, true);
  const dpi = Math.round(SCALE * 72);
  for (const [how, grey] of [
    ["grey", true],
    ["colours", false],
  ] as const) {
    const { seconds } = await timed(() => bothSeen(files, grey));
    const share =
      seconds > 2 * theirs ? "more than twice it: no verifier that looks can be as quick" : "of it";
    say(
      `  PDFium reads and draws both once, ${dpi} dpi, ${how}`,
      seconds,
      `${ratio(seconds, theirs)} ${share}`,
    );
  }
}

async function sealed(document: BenchDocument): Promise<void> {
  const run = await burnt(document, "sealed");
  say(
    "sealed burn",
    run.seconds,
    `${megabytes(run.value.bytes.length)}, first sign after ${run.first.toFixed(2)} s, all after ${run.waited.toFixed(2)} s`,
  );
  const draw = await timed(() => drawn(document, false));
  say(`drawing at ${PRINT_DPI} dpi`, draw.seconds, `waited for ${draw.waited.toFixed(2)} s`);
  const again = await timed(() => drawn(document, true));
  say("  into one canvas", again.seconds, `waited for ${again.waited.toFixed(2)} s`);
  console.log(
    `sealed: ${ratio(run.seconds, draw.seconds)} of drawing, ${ratio(run.seconds, again.seconds)} into one canvas; waited for ${ratio(run.waited, draw.waited)} and ${ratio(run.waited, again.waited)}`,
  );
}

function memory(): void {
  const own = fileURLToPath(import.meta.url);
  const out = execFileSync(process.execPath, [own, "--peak", String(pages * 3)]).toString();
  console.log(`memory for ${pages * 3} crisp pages: ${out.trim()}`);
}

/** The application burns and verifies in processes of their own. */
async function peakOf(many: number): Promise<string> {
  const document = benchDocument(many);
  const { bytes, report } = (await burnt(document, "crisp")).value;
  const burnPeak = process.resourceUsage().maxRSS / 1024;
  const [file, claim] = [path.join(folder, "long.pdf"), path.join(folder, "long.json")];
  writeFileSync(file, bytes);
  writeFileSync(claim, JSON.stringify(report));
  const own = fileURLToPath(import.meta.url);
  const args = [own, "--peak-verify", String(many), "--file", file, "--claim", claim];
  const verifyPeak = execFileSync(process.execPath, args).toString().trim();
  return `${burnPeak.toFixed(0)} MB to burn, ${verifyPeak} MB to verify at most`;
}

async function verifyPeakOf(many: number): Promise<string> {
  const { bytes: original, marks } = benchDocument(many);
  const claim = JSON.parse(readFileSync(argument("claim")!, "utf8")) as BurnReport;
  const { passed } = await verify({ original, candidatePath: argument("file")!, marks, claim });
  if (!passed) throw new Error("the long document is not verified");
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}

try {
  const peak = argument("peak");
  const peakVerify = argument("peak-verify");
  if (peak !== undefined) console.log(await peakOf(Number(peak)));
  else if (peakVerify !== undefined) console.log(await verifyPeakOf(Number(peakVerify)));
  else {
    const document = benchDocument(pages);
    console.log(`${pages} pages, ${document.marks.length} boxes`);
    await crisp(document);
    await sealed(document);
    memory();
  }
} finally {
  rmSync(folder, { recursive: true });
}
