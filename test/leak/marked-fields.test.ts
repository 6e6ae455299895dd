// B3: what a form field says beside a mark stays text. The verifier knows it by what the field
// says and shows, and knows nothing else there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { boxOf, helvetica, LeakDocument, mark, SURROUNDINGS } from "../fixtures/leaks/leak.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "fields-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = ["Visit to Thistlewood-1226 today", "Nobody was at home", "A card was left"];

function form(lines: readonly string[], caption = "Send"): Uint8Array {
  const document = new LeakDocument();
  const { pdf } = document;
  const shown = lines.map((line, i) => `1 0 0 1 4 ${76 - 16 * i} Tm (${line}) Tj`).join(" ");
  const look = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 300 90] /Resources << /Font << /F1 ${document.helvetica} 0 R >> >>`,
    `1 1 0.8 rg 0 0 300 90 re f /Tx BMC BT /F1 12 Tf 0 g ${shown} ET EMC`,
  );
  const field = pdf.add(
    `<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (Notes) /F 4 /Rect [72 500 372 590]
    /V (${lines.join("\\r")}) /DA (/F1 12 Tf 0 g) /AP << /N ${look} 0 R >> >>`,
  );
  const choices = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 ${document.helvetica} 0 R >> >>`,
    "0.9 1 0.9 rg 0 0 200 40 re f /Tx BMC BT /F1 12 Tf 0 g 4 26 Td (At home) Tj 0 -16 Td (In school) Tj ET EMC",
  );
  const list = pdf.add(
    `<< /Type /Annot /Subtype /Widget /FT /Ch /T (Where) /F 4 /Rect [72 400 272 440]
    /Opt [[(h) (At home)] [(s) (In school)]] /V (h) /DA (/F1 12 Tf 0 g) /AP << /N ${choices} 0 R >> >>`,
  );
  const face = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 ${document.helvetica} 0 R >> >>`,
    `0 0 1 rg 0 0 60 20 re f BT /F1 12 Tf 1 g 6 6 Td (${caption}) Tj ET`,
  );
  const button = pdf.add(
    `<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (Act) /F 4 /Rect [400 500 460 520]
    /MK << /CA (${caption}) >> /AP << /N ${face} 0 R >> >>`,
  );
  const fields = `[${field} 0 R ${list} 0 R ${button} 0 R]`;
  document.page({ content: SURROUNDINGS, entries: `/Annots ${fields}` });
  return document.finish(`/AcroForm << /Fields ${fields} >>`);
}

const MARKS = [mark(boxOf(76 + helvetica("Visit to ", 12), 576, helvetica("Thistlewood", 12)))];

/** @param original that the export of a form is held against */
async function burnt(source: Uint8Array, original = source) {
  const plan = { marks: MARKS, mode: "auto", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn({ ...plan, original: source });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks: MARKS, candidatePath, claim: report });
  return { bytes, report, checks: findings.map(({ check }) => check) };
}

describe("a mark in a form field", () => {
  it("B3 leaves the words beside it as text", async () => {
    const { bytes, report, checks } = await burnt(form(LINES));
    expect(checks).toEqual([]);
    expect(report.pages[0]!.kind).toBe("crisp");
    const [text] = await readWithPdfium(bytes);
    for (const words of [
      "Visit to",
      "1226 today",
      "In school",
      "Nobody was at home",
      "A card was left",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Thistlewood");
  });

  it("V2 what a button says is none of the page's letters, whatever their colours", async () => {
    for (const caption of ["Mend", "Men", "Meadows"])
      expect((await burnt(form(LINES, caption))).checks).toEqual([]);
    expect((await burnt(form(LINES, "Sent"), form(LINES))).checks).toContain("nothing-added");
  });

  it("is no excuse for words that the field did not hold", async () => {
    const other = LINES.with(1, "Nobody saw the home");
    const { checks } = await burnt(form(other), form(LINES));
    expect(checks).toContain("nothing-added");
  });
});
