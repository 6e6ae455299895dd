// V2: letters of a font that the file does not bring, light on a dark ground, as in the head of a table: the
// export draws them in its own font, and they must look like themselves there as dark ones must.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { helvetica, LeakDocument, mark } from "../fixtures/leaks/leak.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "light-letters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BEFORE = "Seen on 11 May 2011 with ";
const NAME = "Tansy Quillam";

it("V2 light letters on a dark ground beside a burnt name stay text", async () => {
  const document = new LeakDocument();
  document.page({
    content:
      "0.1 0.2 0.4 rg 60 580 420 50 re f 1 g\n" +
      `BT /F1 12 Tf 72 612 Td (${BEFORE}${NAME} at home, age 1) Tj\n` +
      "0 -20 Td (1 year: 21 May 2010 and 30 Sept. 2011) Tj ET",
    resources: "",
  });
  const original = document.finish();
  const x = 72 + helvetica(BEFORE, 12);
  const marks = [mark([x - 0.4, 609, x + helvetica(NAME, 12) + 0.4, 621])];
  const options = { marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn({ original, ...options });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  expect({ findings, kind: report.pages[0]!.kind }).toEqual({ findings: [], kind: "crisp" });
  const [text] = await readWithPdfium(bytes);
  expect(text).toContain("21 May 2010 and 30 Sept. 2011");
  expect(text).not.toContain("Quillam");
});
