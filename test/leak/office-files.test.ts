// B3, V4: what word processors and their printers put on pages, which no page may be sealed or lose words
// for: drawings with pens that are wider one way than another, and bullets under codes without a meaning.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { LeakDocument, SURROUNDINGS, mark, sentence } from "../fixtures/leaks/leak.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "office-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function burnt(original: Uint8Array, marks: readonly PlanMark[], mode: "auto" | "sealed") {
  const { bytes, report } = await burn({ original, marks, mode, language: "en-GB", epoch: 0 });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  const kinds = report.pages.map(({ kind }) => kind);
  return { bytes, findings, kinds };
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
  const { findings, kinds } = await burnt(document.finish(), [mark(shown.rect)], "auto");
  expect(findings).toEqual([]);
  expect(kinds).toEqual(["crisp"]);
});

it("B3 a sealed page's words hold no signs without a meaning: some readers pass over their lines", async () => {
  const document = new LeakDocument();
  const meaning = document.pdf.stream(
    "",
    "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <95> <001f> endbfchar endcmap",
  );
  const bullet = document.pdf.add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode ${meaning} 0 R >>`,
  );
  const items = ["Lantern in the hall", "Meadow by the gate"].map(
    (text, i) => `BT /F2 12 Tf 72 ${500 - 18 * i} Td <95> Tj /F1 12 Tf 12 0 Td (${text}) Tj ET`,
  );
  const content = [SURROUNDINGS, shown.operators, ...items].join("\n");
  document.page({ content, fonts: `/F2 ${bullet} 0 R` });
  const { bytes, findings, kinds } = await burnt(document.finish(), [mark(shown.rect)], "sealed");
  expect(findings).toEqual([]);
  expect(kinds).toEqual(["sealed"]);
  const text = (await readWithPdfium(bytes)).join(" ");
  expect(text).toContain("Lantern in the hall");
  expect(text.replaceAll(/[\r\n\t]/g, "")).not.toMatch(/\p{Cc}/u);
});
