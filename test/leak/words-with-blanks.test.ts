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
import { openFace } from "../fixtures/embedded-font.ts";
import { LETTER_AT, LETTER_LINES, LETTER_SIZE, scannedLetter } from "../fixtures/scanned-letter.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "spread-words-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const face = openFace("serif");
/** Points. */
const wide = (text: string): number => {
  const advances = face.layout(text).positions.map(({ xAdvance }) => xAdvance);
  return (advances.reduce((sum, advance) => sum + advance, 0) / face.unitsPerEm) * LETTER_SIZE;
};
const baseline = (line: number): number => 842 - LETTER_AT.first - LETTER_AT.leading * line;
/** Of a letter of the font that the unseen words are in. */
const STEP = 0.6 * LETTER_SIZE;
const NAME = "Caleb Whitlock,";

const startOf = (line: string, index: number): number =>
  LETTER_AT.left + wide(line.slice(0, index));

/** @param aside points by which the words lie beside their ink */
async function read(aside: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await scannedLetter({ tilt: 0, face: "serif" }));
  const [page] = pdf.getPages();
  const font = await pdf.embedFont(StandardFonts.Courier);
  const key = page!.node.newFontDictionary("OCR", font.ref);
  const operators = LETTER_LINES.flatMap((line, i) =>
    [...line.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => [
      setCharacterSqueeze((100 * wide(word)) / (STEP * (word.length + 1))),
      setTextMatrix(1, 0, 0, 1, startOf(line, index) + aside, baseline(i) - aside),
      showText(font.encodeText(`${word} `)),
    ]),
  );
  page!.pushOperators(
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    setFontAndSize(key, LETTER_SIZE),
    ...operators,
    endText(),
  );
  return pdf.save();
}

const at = LETTER_LINES.findIndex((line) => line.includes(NAME));
const from = startOf(LETTER_LINES[at]!, LETTER_LINES[at]!.indexOf(NAME));
const marks: readonly PlanMark[] = [
  {
    page: 1,
    rect: [from - 1, baseline(at) - 3, from + wide(NAME), baseline(at) + 9],
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
