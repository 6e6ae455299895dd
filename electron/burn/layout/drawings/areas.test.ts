import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { openPdfium } from "../../../pdfium/document.ts";
import { burn } from "../../burn.ts";

/** Two names far apart in an area, a long line through each gap, one upright through all. */
async function family(letters: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText("The family as it was then", { x: 40, y: 270, size: 12, font });
  if (letters) {
    page.drawText("Tansy Orlebar", { x: 120, y: 205, size: 10, font });
    page.drawText("Orla Orlebar", { x: 120, y: 160, size: 10, font });
  }
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    const [start, end] = [
      { x: x0, y: y0 },
      { x: x1, y: y1 },
    ];
    page.drawLine({ start, end, thickness: 1, color: rgb(0, 0, 0) });
  };
  line(40, 185, 360, 185);
  line(250, 100, 250, 250);
  page.drawText("What it shows is told below", { x: 40, y: 60, size: 12, font });
  return pdf.save();
}

async function darkest(bytes: Uint8Array, [x0, y0, x1, y1]: readonly number[]): Promise<number> {
  const document = await openPdfium(bytes);
  const { width, rgba } = document.render(1, { widthPx: 400 });
  document.close();
  let dark = 255;
  for (let y = Math.ceil(300 - y1!); y < 300 - y0!; y++)
    for (let x = Math.ceil(x0!); x < x1!; x++) dark = Math.min(dark, rgba[(y * width + x) * 4]!);
  return dark;
}

describe("a mark over an area of a crisp page", () => {
  it("B2 burns what is drawn between its lines, and nothing beside it", async () => {
    const { bytes, report } = await burn({
      original: await family(true),
      marks: [{ page: 1, rect: [100, 150, 290, 225], reason: "picture" }],
      mode: "crisp",
      language: "en-GB",
      epoch: 0,
    });
    expect(await darkest(bytes, [110, 182, 285, 188])).toBe(255);
    expect(await darkest(bytes, [246, 178, 254, 198])).toBe(255);
    for (const kept of [
      [45, 182, 85, 188],
      [300, 182, 350, 188],
      [246, 105, 254, 140],
      [246, 235, 254, 248],
    ])
      expect(await darkest(bytes, kept)).toBeLessThan(160);
    // Where the lines end says how large the mark was.
    expect(Math.max(...report.pages[0]!.boxes.map(({ bits }) => bits))).toBeGreaterThanOrEqual(2.6);
  });

  it("B2 and where no letter stands a box covers all of it", async () => {
    const { bytes } = await burn({
      original: await family(false),
      marks: [{ page: 1, rect: [100, 150, 290, 225], reason: "picture" }],
      mode: "crisp",
      language: "en-GB",
      epoch: 0,
    });
    const document = await openPdfium(bytes);
    const { width, rgba } = document.render(1, { widthPx: 400 });
    document.close();
    for (let y = 78; y < 148; y++) expect(rgba[(y * width + 105) * 4]).toBeLessThan(40);
  });
});
