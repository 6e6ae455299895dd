import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import { exportVerified } from "./export.ts";
import type { ExportWorkers } from "./export.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-export-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A burner that comes through `burnt` pages and then refuses; `asked` tells what the verifier is asked for. */
function refusing(burnt: number): { workers: ExportWorkers; asked: string[] } {
  const asked: string[] = [];
  const verifier = {
    started: true,
    run: (job: string) => {
      asked.push(job);
      return new Promise(() => {});
    },
  };
  const burner = {
    started: false,
    run: async (
      _job: string,
      _input: unknown,
      _limits: unknown,
      onPage: (step: unknown) => void,
    ) => {
      for (let page = 1; page <= burnt; page++) onPage({ page });
      throw new Refusal("damaged", "The file is damaged.");
    },
  };
  return { workers: { burner, verifier } as unknown as ExportWorkers, asked };
}

it.each([
  ["is not even opened by the verifier where the burner came through no page of it", 0, 40, []],
  ["that is short is not prepared", 3, 3, []],
  [
    "that holds up the verifier's preparing does not hold up the burner's refusal",
    2,
    40,
    ["prepareVerify"],
  ],
] as const)("B5 an original %s", async (_what, burnt, pages, prepared) => {
  const { workers, asked } = refusing(burnt);
  const original = new Uint8Array([1]);
  const input = { original, marks: [], mode: "auto", language: "en-GB", epoch: 0 } as const;
  const target = join(folder, "out.pdf");
  await expect(exportVerified(workers, input, target, false, pages)).rejects.toThrow("damaged");
  expect(asked).toEqual(["warmVerify", ...prepared, "forgetPrepared"]);
  expect(readdirSync(folder)).toEqual([]);
});

it("a short document is done with within a minute, however many ways to burn it are left", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const left: (number | undefined)[] = [];
    const pages = [{ page: 1, kind: "crisp", boxes: [], touched: [], touchedOriginal: [] }];
    let kind = "crisp";
    const burner = {
      started: false,
      run: async (_job: string, _input: unknown, { most }: { most?: number }) => {
        left.push(most);
        vi.advanceTimersByTime(14_000);
        const report = { pages: [{ ...pages[0], kind }], swept: {}, notes: [], engines: {} };
        kind = "sealed";
        return { bytes: new Uint8Array([1]), report };
      },
    };
    const verifier = {
      started: false,
      run: async (job: string, _input: unknown, { most }: { most?: number }) => {
        if (job === "warmVerify") return null;
        left.push(most);
        vi.advanceTimersByTime(14_000);
        return { passed: false, findings: [{ check: "words-kept", page: 1, message: "m" }] };
      },
    };
    const workers = { burner, verifier } as unknown as ExportWorkers;
    const input = { original: new Uint8Array([1]), marks: [], mode: "auto", language: "en-GB" };
    const target = join(folder, "out.pdf");
    const began = performance.now();
    vi.advanceTimersByTime(3_000);
    const result = await exportVerified(workers, input as never, target, false, 1, {
      since: began,
    });
    expect(result.exported).toBe(false);
    expect(left).toEqual([52_000, 38_000, 24_000, 10_000]);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
