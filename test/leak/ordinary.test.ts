// Ordinary pages stay crisp (issue 3): what fonts, grounds and covers of every day once sealed is
// carried on, passes the gate, is the same for twins, and what nobody sees does not come along.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { BurnOutput } from "../../shared/model/burning.ts";
import type { MarksFile } from "../../shared/model/plan.ts";
import { ORDINARY } from "../fixtures/ordinary/index.ts";
import type { OrdinaryCase } from "../fixtures/ordinary/index.ts";
import { OrdinaryPage } from "../fixtures/ordinary/page.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ordinary-"));

interface Burnt extends BurnOutput {
  readonly original: Uint8Array;
  readonly marks: MarksFile;
}

async function burnt(one: OrdinaryCase, secret: string): Promise<Burnt> {
  const page = await OrdinaryPage.create();
  await one.draw(page, secret);
  const { bytes: original, marks } = await page.finish();
  const input = {
    original,
    marks: marks.marks,
    mode: "auto",
    language: "en-GB",
    epoch: 0,
  } as const;
  return { ...(await burn(input)), original, marks };
}

describe("ordinary pages", () => {
  for (const one of ORDINARY) {
    it(`B1 B3 V2 crisp, verified and equal for twins: ${one.name}`, async () => {
      const first = await burnt(one, "Marian");
      expect(first.report.pages.map(({ kind, reason }) => reason ?? kind)).toEqual(["crisp"]);
      for (const secret of one.telling ? [] : ["Marina", "Wilhelmina", "Ik"]) {
        const other = await burnt(one, secret);
        expect(Buffer.compare(first.bytes, other.bytes), secret).toBe(0);
      }
      const texts = [
        (await readWithPdfJs(first.bytes)).pages[0]!,
        (await readWithPdfium(first.bytes))[0]!,
      ];
      for (const text of texts) {
        const plain = text.replace(/\s+/gu, " ");
        for (const word of one.keep) expect(plain).toContain(word);
        for (const word of [...(one.hidden ?? []), "Marian"]) expect(plain).not.toContain(word);
      }
      const candidatePath = path.join(folder, "export.pdf");
      writeFileSync(candidatePath, first.bytes);
      const { original, report } = first;
      const { marks } = first.marks;
      const { findings } = await verify({ original, marks, candidatePath, claim: report });
      expect(findings).toEqual([]);
    });
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
