import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import { exportVerified } from "./export.ts";
import type { ExportWorkers } from "./export.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-export-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("B5 an original that holds up the verifier's preparing does not hold up the burner's refusal", async () => {
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
    run: () => Promise.reject(new Refusal("damaged", "The file is damaged.")),
  };
  const workers = { burner, verifier } as unknown as ExportWorkers;
  const original = new Uint8Array([1]);
  const input = { original, marks: [], mode: "auto", language: "en-GB", epoch: 0 } as const;
  const target = join(folder, "out.pdf");
  await expect(exportVerified(workers, input, target, false, 1)).rejects.toThrow("damaged");
  expect(asked).toEqual(["prepareVerify", "forgetPrepared"]);
  expect(readdirSync(folder)).toEqual([]);
});
