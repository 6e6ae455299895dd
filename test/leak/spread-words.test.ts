// B3: the reader of scans that most people use writes each word with a blank behind it and spreads both
// over the word's own ink. Such a layer sits on its words and is carried on; one that sits beside its
// words is not.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  PDFDocument,
  StandardFonts,
  TextRenderingMode,
  beginText,
  endText,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
} from "pdf-lib";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { LETTER_LINES, scannedLetter } from "../fixtures/scanned-letter.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "spread-words-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Points of one letter, and where the letter's lines stand. */
const STEP = 6.6;
const LEFT = 62;
const baseline = (line: number): number => 842 - 90 - 18 * line;
const NAME = "Caleb Whitlock,";

/** @param aside points by which the words lie beside their ink */
async function read(aside: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await scannedLetter({ tilt: 0 }));
  const [page] = pdf.getPages();
  const font = await pdf.embedFont(StandardFonts.Courier);
  const key = page!.node.newFontDictionary("OCR", font.ref);
  const operators = LETTER_LINES.flatMap((line, i) =>
    [...line.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => [
      setCharacterSqueeze((100 * word.length) / (word.length + 1)),
      setTextMatrix(1, 0, 0, 1, LEFT + STEP * index + aside, baseline(i) - aside),
      showText(font.encodeText(`${word} `)),
    ]),
  );
  page!.pushOperators(
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    setFontAndSize(key, 11),
    ...operators,
    endText(),
  );
  return pdf.save();
}

const at = LETTER_LINES.findIndex((line) => line.includes(NAME));
const from = LEFT + STEP * LETTER_LINES[at]!.indexOf(NAME);
const marks: readonly PlanMark[] = [
  {
    page: 1,
    rect: [from - 1, baseline(at) - 3, from + STEP * NAME.length, baseline(at) + 9],
    label: "Child A",
    reason: "child-name",
  },
];

async function wordsOf(original: Uint8Array) {
  const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  return { findings, notes: report.notes, text: (await readWithPdfium(bytes))[0]! };
}

it("B3 keeps the words of a layer that spreads them with their blanks", async () => {
  const { findings, notes, text } = await wordsOf(await read(0));
  expect(findings).toEqual([]);
  expect(notes).toEqual([]);
  expect(text).toContain("Child A");
  expect(text).not.toMatch(/Caleb|Whitlock,/);
  // The burnt surname goes from the unseen words of other lines as well.
  const lines = LETTER_LINES.filter((_, i) => i !== at)
    .join(" ")
    .replace("Whitlock,", "");
  const lost = (lines.match(/\S{2,}/g) ?? []).filter((word) => !text.includes(word));
  expect(lost).toEqual([]);
});

it("B2 leaves out the words of one that lies beside them", async () => {
  const { findings, notes, text } = await wordsOf(await read(9));
  expect(findings).toEqual([]);
  expect(notes.join(" ")).toContain("does not sit on its words and was left out");
  expect(text).not.toMatch(/Caleb|Whitlock|surgery/i);
});
