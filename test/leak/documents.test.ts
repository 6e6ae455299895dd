// The leak suite proper: every channel's fixture and every twin goes through the burner and is judged
// by an oracle that shares no code with it. Known gaps stand in pending.ts and are counted aloud.
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import type { BurnOutput } from "../../shared/model/burning.ts";
import type { MarksFile } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { leakFixtures } from "../fixtures/leaks/index.ts";
import type { LeakFixture } from "../fixtures/leaks/leak.ts";
import { twins } from "../fixtures/twins/index.ts";
import { typesetterTwins } from "../fixtures/typesetters/twins.ts";
import type { Twin } from "../fixtures/twins/twin.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";
import { judge } from "./oracle/oracle.ts";
import { folded } from "./oracle/spelling.ts";
import { PENDING_LEAKS, PENDING_TWINS, STATED_TWINS } from "./pending.ts";

const figures = {
  documents: 0,
  leaks: 0,
  words: 0,
  refusals: 0,
  pages: 0,
  crisp: 0,
  twins: 0,
  unequal: 0,
  pendingGreen: [] as string[],
};

async function burnt(original: Uint8Array, marks: MarksFile): Promise<BurnOutput | Refusal> {
  try {
    const output = await burn({ original, marks: marks.marks, mode: "auto", language: "en-GB" });
    figures.pages += output.report.pages.length;
    figures.crisp += output.report.pages.filter((page) => page.kind === "crisp").length;
    return output;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    figures.refusals++;
    return error;
  }
}

/** What is wrong with the export of a leak fixture; empty when nothing is. */
async function faultsOfLeak(fixture: LeakFixture): Promise<string[]> {
  figures.documents++;
  const output = await burnt(fixture.bytes, fixture.marks);
  if (output instanceof Refusal) {
    return fixture.mayRefuse === true ? [] : [`refused: ${output.message}`];
  }
  const { leaks, lost } = await judge(fixture, output);
  if (leaks.length > 0) figures.leaks++;
  figures.words += lost.length;
  return [...leaks.map((place) => `leak: ${place}`), ...lost.map((word) => `lost: ${word}`)];
}

async function faultsOfTwin(twin: Twin): Promise<string[]> {
  figures.twins++;
  const faults: string[] = [];
  const outputs: BurnOutput[] = [];
  for (const version of twin.versions) {
    const output = await burnt(version.bytes, version.marks);
    if (output instanceof Refusal) return [`refused: ${output.message}`];
    outputs.push(output);
  }
  const [first, ...others] = outputs;
  const states = outputs.every(({ report }) =>
    report.pages.some((page) => page.boxes.some((box) => box.bits > 0)),
  );
  const mayDiffer = states && STATED_TWINS.some(({ name }) => name === twin.name);
  others.forEach(({ bytes }, index) => {
    if (mayDiffer) return;
    if (Buffer.compare(first!.bytes, bytes) !== 0) {
      faults.push(`version ${index + 2} is not equal to version 1`);
    }
  });
  if (faults.length > 0) figures.unequal++;
  const texts = {
    "pdf.js": (await readWithPdfJs(first!.bytes)).pages.join("\n"),
    PDFium: (await readWithPdfium(first!.bytes)).join("\n"),
  };
  for (const [engine, text] of Object.entries(texts)) {
    const plain = folded(text);
    const lost = [...new Set(twin.keep)].filter((word) => !plain.includes(folded(word)));
    figures.words += lost.length;
    faults.push(...lost.map((word) => `lost: ${engine}: ${word}`));
  }
  return faults;
}

const pendingLeaks = new Set(PENDING_LEAKS.map(({ name }) => name));
const pendingTwins = new Set(PENDING_TWINS.map(({ name }) => name));
const leaks = leakFixtures();
const pairs = [...twins(), ...typesetterTwins()];

describe("leak channels", () => {
  for (const fixture of leaks.filter(({ name }) => !pendingLeaks.has(name))) {
    it(`B2 B3 channel ${fixture.channel}: ${fixture.name}`, async () => {
      expect((await faultsOfLeak(fixture)).join("; ")).toBe("");
    });
  }
});

describe("twins", () => {
  for (const twin of pairs.filter(({ name }) => !pendingTwins.has(name))) {
    it(`B1 twins: ${twin.name}`, async () => {
      expect((await faultsOfTwin(twin)).join("; ")).toBe("");
    });
  }
});

describe("pending", () => {
  it("runs what is known to be red and tells what has become green", async () => {
    for (const fixture of leaks.filter(({ name }) => pendingLeaks.has(name))) {
      if ((await faultsOfLeak(fixture)).length === 0) figures.pendingGreen.push(fixture.name);
    }
    for (const twin of pairs.filter(({ name }) => pendingTwins.has(name))) {
      if ((await faultsOfTwin(twin)).length === 0) figures.pendingGreen.push(twin.name);
    }
    const unknown = [
      ...[...pendingLeaks].filter((name) => !leaks.some((leak) => leak.name === name)),
      ...[...pendingTwins].filter((name) => !pairs.some((twin) => twin.name === name)),
    ];
    expect(unknown).toEqual([]);
  }, 600_000);
});

afterAll(() => {
  const share = ((100 * figures.crisp) / Math.max(1, figures.pages)).toFixed(0);
  console.log(
    `leak suite: ${figures.leaks} of ${figures.documents} documents leak, ${figures.unequal} of ${figures.twins} twins unequal, ${figures.words} words lost, ${figures.refusals} refusals, ${share} % of pages crisp; ${pendingLeaks.size + pendingTwins.size} pending${figures.pendingGreen.length > 0 ? `, of which now green: ${figures.pendingGreen.join("; ")}` : ""}`,
  );
});
