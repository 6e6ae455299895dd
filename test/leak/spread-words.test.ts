// Some recognisers write a word and the blank behind it as one string and spread both over the word's
// ink: read as told, each word ends a letter too early. A mark from such a text leaves no letter on the
// paper, and the words beside it stay words.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { scannedLetter } from "../fixtures/scanned-letter.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "spread-words-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = [
  "I saw his mother last week with her new baby",
  "and the nurse says that Caleb Whitlock was seen at the door",
  "by those who live there and who called on him",
];
/** The letter is typed: every sign is as wide as any other. */
const [LEFT, TOP, STEP, SIZE] = [62, 842 - 90, 18, 11];
const WIDE = 0.6 * SIZE;

interface Scan {
  readonly original: Uint8Array;
  /** Where the name is, as its letters are told, and as its ink lies. */
  readonly told: Rect;
  readonly inked: Rect;
}

async function scan(name: string): Promise<Scan> {
  const document = await PDFDocument.load(await scannedLetter({ lines: LINES, tilt: 0 }));
  const page = document.getPage(0);
  page.node.setFontDictionary(
    PDFName.of("C"),
    (await document.embedFont(StandardFonts.Courier)).ref,
  );
  const operators: string[] = [];
  let [told, inked]: [Rect, Rect] = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  for (const [row, line] of LINES.entries()) {
    const y = TOP - STEP * row;
    const words = line.split(" ");
    let at = 0;
    for (const [i, word] of words.entries()) {
      const x = LEFT + at * WIDE;
      const last = i + 1 === words.length;
      const share = last ? 1 : word.length / (word.length + 1);
      const shown = last ? word : `${word} `;
      operators.push(
        `BT 3 Tr /C ${SIZE} Tf ${100 * share} Tz 1 0 0 1 ${x} ${y} Tm (${shown}) Tj ET`,
      );
      const end = x + word.length * WIDE;
      if (name.startsWith(word)) {
        told = [x, y - 2, x, y + 8];
        inked = told;
      }
      if (name.endsWith(word)) {
        told = [told[0], told[1], x + (end - x) * share, told[3]];
        inked = [inked[0], inked[1], end, inked[3]];
      }
      at += word.length + 1;
    }
  }
  const content = new TextEncoder().encode(operators.join("\n"));
  page.node.addContentStream(document.context.register(document.context.stream(content)));
  return { original: await document.save(), told, inked };
}

describe("a scan whose words are told with their blanks", () => {
  it("B2 B3 loses the whole ink of a name that is marked by its letters, and no word beside it", async () => {
    const { original, told, inked } = await scan("Caleb Whitlock");
    const burnt = async (rect: Rect) => {
      const marks = [{ page: 1, rect, label: "Child A", reason: "child-name" }];
      const plan = { original, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
      return { marks, ...(await burn(plan)) };
    };
    const { bytes, marks, report } = await burnt(told);
    expect(inked[2] - told[2]).toBeGreaterThan(5);
    expect(Buffer.compare(bytes, (await burnt(inked)).bytes)).toBe(0);
    const texts = [(await readWithPdfJs(bytes)).pages[0]!, (await readWithPdfium(bytes))[0]!];
    for (const text of texts) {
      const plain = text.replace(/\s+/gu, " ");
      for (const words of [LINES[0]!, "the nurse says that [Child A] was seen", LINES[2]!])
        expect(plain).toContain(words);
      expect(plain).not.toMatch(/Caleb|Whitlock/u);
    }
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, bytes);
    const { findings } = await verify({ original, marks, candidatePath, claim: report });
    expect(findings).toEqual([]);
  });
});
