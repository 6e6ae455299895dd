import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import { openPdfium } from "../pdfium/document.ts";
import { withoutEchoes } from "./echoes.ts";
import { readPageText } from "./page-text.ts";

const LINE = "The mother Willa Hooper came";
const BELOW = "All will see Anna, who will stay.";

/** A line and its shadow, letter by letter, as web browsers print them. */
async function shadowed(dx: number, dy: number) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const draw = (at: number, y: number, shade: number) => {
    let x = at;
    for (const letter of LINE) {
      page.drawText(letter, { x, y, size: 14, font, color: rgb(shade, shade, shade) });
      x += font.widthOfTextAtSize(letter, 14);
    }
  };
  draw(72 + dx, 700 + dy, 0.6);
  draw(72, 700, 0);
  page.drawText(BELOW, { x: 72, y: 660, size: 14, font });
  const document = await openPdfium(await pdf.save());
  try {
    return readPageText(document, 1);
  } finally {
    document.close();
  }
}

describe("letters drawn again beside themselves", () => {
  it.each([
    [3, -3],
    [1, -1],
    [0, 0],
    [-2, 2],
  ])("are read once: %d to the right, %d up", async (dx, dy) => {
    const { text, quads } = await shadowed(dx, dy);
    expect(text.replace(/\s+/g, " ")).toBe(`${LINE} ${BELOW}`);
    // A mark over a name reaches into every letter of its shadow.
    const at = text.indexOf("Willa");
    const [rect, ...more] = rectsOfSpan(quads, at, at + "Willa Hooper".length);
    expect(more).toEqual([]);
    expect(rect![1]).toBeLessThan(699 + Math.min(0, dy));
    expect(rect![3]).toBeGreaterThan(709 + Math.max(0, dy));
  });

  it("and what stands elsewhere is read again", async () => {
    const { text } = await shadowed(120, -300);
    expect(text.match(/Willa Hooper/g)).toHaveLength(2);
  });

  it("leave the two letters of one drawing alone, and take a string drawn upon itself once", () => {
    const at = (char: string, x: number, object = 1) => {
      const quad = [x, 0, x + 5, 0, x + 5, 10, x, 10];
      return { char, quad, invisible: false, object };
    };
    const sheriff = [..."sheriff"].map((char, i) => at(char, 6 * Math.min(i, 5)));
    expect(withoutEchoes(sheriff)).toEqual(sheriff);
    const twice = [..."Anna"].flatMap((char, i) => [at(char, 6 * i), at(char, 6 * i)]);
    expect(
      withoutEchoes(twice)
        .map(({ char }) => char)
        .join(""),
    ).toBe("Anna");
  });
});
