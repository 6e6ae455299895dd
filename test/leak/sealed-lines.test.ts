// B3: lines of a sealed page are set anew as letters, not moved as pixels, wherever their letters can
// be drawn: with ligatures that are characters, with blanks that are objects of their own, and with
// words that run from right to left, which the layer tells where they stand.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { EmbeddedFont } from "../fixtures/embedded-font.ts";
import type { Face } from "../fixtures/embedded-font.ts";
import { PdfBuilder } from "../fixtures/pdf-builder.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sealed-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12;
const LEFT = 60;
/** Bits of a line whose letters were drawn anew; as pixels it would tell 3. */
const DRAWN_ANEW = 2;

interface Given {
  readonly original: Uint8Array;
  readonly marks: readonly PlanMark[];
}

/** Lines of words, each word and each blank an object of its own; the word in braces is marked. */
function page(face: Face, lines: readonly string[]): Given {
  const pdf = new PdfBuilder();
  const font = new EmbeddedFont(face, "F", true);
  const marks: PlanMark[] = [];
  const content = lines.map((line, row) => {
    const y = 320 - 20 * row;
    let x = LEFT;
    return line
      .split(/( )/u)
      .map((piece) => {
        const word = piece.replace(/[{}]/gu, "");
        const wide = font.width(word, SIZE);
        if (word !== piece)
          marks.push({
            page: 1,
            rect: [x, y - 3, x + wide, y + 9],
            label: "Child A",
            reason: "child-name",
          });
        const out = `BT /F ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm [${font.show(word)}] TJ ET\n`;
        x += wide;
        return out;
      })
      .join("");
  });
  const stream = pdf.stream("", content.join(""));
  const embedded = font.embed(pdf);
  const pages = pdf.reserve();
  const own = pdf.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 420 400] /Contents ${stream} 0 R
    /Resources << /Font << /F ${embedded} 0 R >> >> >>`,
  );
  pdf.set(pages, `<< /Type /Pages /Kids [${own} 0 R] /Count 1 >>`);
  const root = pdf.add(`<< /Type /Catalog /Pages ${pages} 0 R >>`);
  return { original: pdf.build({ trailer: `/Root ${root} 0 R` }), marks };
}

async function sealed({ original, marks }: Given) {
  const plan = { original, marks, mode: "sealed", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn(plan);
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, marks, candidatePath, claim: report });
  const texts = [(await readWithPdfJs(bytes)).pages[0]!, (await readWithPdfium(bytes))[0]!];
  const plain = texts.map((text) => text.replace(/\s+/gu, " "));
  return { findings, texts: plain, bits: report.pages[0]!.boxes.map((box) => box.bits) };
}

describe("lines of a sealed page", () => {
  it("B3 are drawn anew with blanks as objects and ligatures as characters", async () => {
    const given = page("serif", [
      "The first office kept a file of its own on the",
      "family, and {Thistlewood} was not in the file when",
      "the officer asked for it in the first week.",
    ]);
    const { findings, texts, bits } = await sealed(given);
    expect(findings).toEqual([]);
    expect(bits).toEqual([DRAWN_ANEW]);
    for (const text of texts) expect(text.normalize("NFKC")).toContain("was not in the file when");
  });

  it("B3 tell words from right to left in their places, so that every reader turns them", async () => {
    // The font's shaping turns the letters of a word; words stand from right to left as well.
    const visual = (line: string): string => line.split(" ").toReversed().join(" ");
    const given = page("hebrew", [
      visual("הילדים גרו בבית של הסבתא"),
      visual("והסבתא אמרה כי {יעלית} לא באה"),
      visual("אל בית הספר במשך כל השבוע"),
    ]);
    const { findings, texts, bits } = await sealed(given);
    expect(findings).toEqual([]);
    expect(bits).toEqual([DRAWN_ANEW]);
    for (const text of texts) {
      expect(text).toContain("הילדים גרו בבית של הסבתא");
      expect(text).not.toContain("יעלית");
    }
  });
});
