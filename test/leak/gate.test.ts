// Burner and verifier together: what the burner makes of every fixture passes the gate. A refusal here
// is a false alarm, since the suite's own oracle has judged the same exports to be clean.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { MarksFile } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { leakFixtures } from "../fixtures/leaks/index.ts";
import { typesetterTwins } from "../fixtures/typesetters/twins.ts";
import { twins } from "../fixtures/twins/index.ts";
import { PENDING_GATE } from "./pending.ts";

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly marks: MarksFile;
  readonly mayRefuse?: boolean;
}

const folder = mkdtempSync(path.join(tmpdir(), "gate-"));
const figures = { runs: 0, alarms: 0, green: [] as string[] };

/** Findings of the verifier; empty when the export passes. */
async function alarmsOf({ bytes, marks, mayRefuse }: Case): Promise<string[]> {
  figures.runs++;
  const input = { original: bytes, marks: marks.marks };
  const output = await burn({ ...input, mode: "auto", language: "en-GB" }).catch((error) => {
    if (mayRefuse === true && error instanceof Refusal) return null;
    throw error;
  });
  if (output === null) return [];
  const candidatePath = path.join(folder, `${figures.runs}.pdf`);
  writeFileSync(candidatePath, output.bytes);
  const { passed, findings } = await verify({ ...input, candidatePath, claim: output.report });
  rmSync(candidatePath);
  if (!passed) figures.alarms++;
  return passed ? [] : findings.map(({ check, message }) => `${check}: ${message}`);
}

const cases: Case[] = [
  ...leakFixtures().map((leak) => ({ ...leak, name: `channel ${leak.channel}: ${leak.name}` })),
  ...[...twins(), ...typesetterTwins()].map(({ name, versions }) => ({
    name: `twin: ${name}`,
    ...versions.at(-1)!,
  })),
];
const pendingNames = new Set(PENDING_GATE.map(({ name }) => name));

describe("burner and verifier", () => {
  for (const one of cases.filter(({ name }) => !pendingNames.has(name))) {
    it(`B3 V2 passes the gate: ${one.name}`, async () => {
      expect((await alarmsOf(one)).join("; ")).toBe("");
    });
  }

  it("runs what is known to be red and tells what has become green", async () => {
    for (const one of cases.filter(({ name }) => pendingNames.has(name))) {
      if ((await alarmsOf(one)).length === 0) figures.green.push(one.name);
    }
    const known = new Set(cases.map(({ name }) => name));
    expect([...pendingNames].filter((name) => !known.has(name))).toEqual([]);
  }, 300_000);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const now = figures.green.length > 0 ? `, of which now green: ${figures.green.join("; ")}` : "";
  console.log(
    `gate: ${figures.alarms} of ${figures.runs} good exports refused; ${pendingNames.size} pending${now}`,
  );
});
