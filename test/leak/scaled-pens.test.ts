// V4: word processors scale drawings by a little more one way than another; no page may be sealed for that.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { LeakDocument, SURROUNDINGS, mark, sentence } from "../fixtures/leaks/leak.ts";

const folder = mkdtempSync(path.join(tmpdir(), "office-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function burnt(original: Uint8Array, marks: readonly PlanMark[]) {
  const options = { mode: "auto", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn({ original, marks, ...options });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  const kinds = report.pages.map(({ kind }) => kind);
  return { findings, kinds };
}

const shown = sentence("The child ", "Marian", " was seen at home.");

it.each([
  ["next to round", "0.080252 0 0 0.080422"],
  ["half as high as wide", "0.08 0 0 0.04"],
  ["aslant", "0.24 0.01 0.1 0.12"],
])("V4 a drawing with a pen that is %s stays crisp and passes every check", async (_, scale) => {
  const document = new LeakDocument();
  const lines = "1234.56789 3000.12345 m 1999.1 2500.77777 l 1500.3 3100.1 l S";
  const content = `${SURROUNDINGS}\n${shown.operators}\nq ${scale} 0 0 cm 9 w ${lines} Q`;
  document.page({ content });
  const { findings, kinds } = await burnt(document.finish(), [mark(shown.rect)]);
  expect(findings).toEqual([]);
  expect(kinds).toEqual(["crisp"]);
});
