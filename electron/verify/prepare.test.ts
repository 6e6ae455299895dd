// What is prepared before there is an export saves time and changes nothing that is found.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shortPages } from "../../test/fixtures/short-pages.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { FEWEST } from "./pages/team.ts";
import { takeSpare } from "./pages/spare.ts";
import { forget, prepare, takePrepared, warmUp } from "./prepare.ts";
import { verify } from "./verify.ts";

describe("preparing a verification", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "candour-prepare-"));
  });

  afterEach(async () => {
    await forget();
    await rm(folder, { recursive: true, force: true });
  });

  /** The original as its own export: all that is burnt is still there. */
  async function naked(pages: number) {
    const original = shortPages(pages);
    const marks = Array.from({ length: pages }, (_, i): PlanMark => ({
      page: i + 1,
      rect: [70, 695, 150, 715],
      reason: "name",
    }));
    const candidatePath = join(folder, "export.pdf");
    await writeFile(candidatePath, original);
    return { original, candidatePath, marks };
  }

  it.each([3, FEWEST])(
    "V1 leads to the same findings on %i pages",
    async (pages) => {
      const input = await naked(pages);
      const plain = await verify(input);
      await prepare({ original: input.original, password: undefined });
      expect(await verify(input)).toEqual(plain);
      expect(plain.findings.length).toBeGreaterThan(pages);
      // It was used up.
      expect(await takePrepared(input)).toBeUndefined();
    },
    120_000,
  );

  it("V1 begins in a second thread that was there before the original", async () => {
    const input = await naked(FEWEST);
    const plain = await verify(input);
    await warmUp(FEWEST);
    await prepare({ original: input.original, password: undefined });
    // It was taken, and there is one only.
    expect(await takeSpare()).toBeUndefined();
    expect(await verify(input)).toEqual(plain);
  }, 120_000);

  it("leaves no thread behind that nobody needed", async () => {
    await warmUp(1);
    expect(await takeSpare()).toBeUndefined();
    await warmUp(FEWEST);
    const spare = await takeSpare();
    expect(spare?.hasEnded).toBe(false);
    await spare?.close();
    await warmUp(FEWEST);
    await forget();
    expect(await takeSpare()).toBeUndefined();
  }, 120_000);

  it("is broken off by the verification", async () => {
    const input = await naked(FEWEST);
    const plain = await verify(input);
    const preparing = prepare({ original: input.original, password: undefined });
    expect(await verify(input)).toEqual(plain);
    await preparing;
  }, 120_000);

  it("serves no other original, and no other password", async () => {
    const input = await naked(2);
    await prepare({ original: shortPages(1), password: undefined });
    expect(await takePrepared(input)).toBeUndefined();
    await prepare({ original: input.original, password: "candour" });
    expect(await takePrepared(input)).toBeUndefined();
    await prepare({ original: input.original.slice(), password: undefined });
    const prepared = await takePrepared(input);
    expect(prepared?.original.pdfium.pages).toBe(2);
    await prepared?.original.close();
  });

  it("B5 leaves it to the verification to refuse what cannot be opened", async () => {
    const input = { ...(await naked(1)), original: new Uint8Array([37, 80, 68, 70]) };
    await prepare({ original: input.original, password: undefined });
    await expect(verify(input)).rejects.toThrow("The original cannot be read");
  });
});
