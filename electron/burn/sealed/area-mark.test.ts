import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { openPdfium } from "../../pdfium/document.ts";
import { burn } from "../burn.ts";

/** A drawing of two people joined by a line, each with a name beneath; text above and below it. */
async function genogram(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText("The family as it was then", { x: 40, y: 270, size: 12, font });
  for (const [x, name] of [
    [120, "Tansy"],
    [260, "Orla"],
  ] as const) {
    page.drawCircle({ x, y: 190, size: 20, borderColor: rgb(0, 0, 0), borderWidth: 1 });
    page.drawText(name, { x: x - 14, y: 155, size: 10, font });
  }
  page.drawLine({ start: { x: 140, y: 190 }, end: { x: 240, y: 190 }, thickness: 1 });
  page.drawText("What it shows is told below", { x: 40, y: 60, size: 12, font });
  return pdf.save();
}

/** Lightest and darkest of a stretch of the finished page, 0 to 255. */
async function shades(bytes: Uint8Array, [x0, y0, x1, y1]: readonly number[]) {
  const document = await openPdfium(bytes);
  const { width, rgba } = document.render(1, { widthPx: 400 });
  document.close();
  const all: number[] = [];
  for (let y = Math.ceil(300 - y1!); y < 300 - y0!; y++)
    for (let x = Math.ceil(x0!); x < x1!; x++) all.push(rgba[(y * width + x) * 4]!);
  return { lightest: Math.max(...all), darkest: Math.min(...all) };
}

describe.each(["auto", "sealed"] as const)("a mark over a drawing with letters, %s", (mode) => {
  it("B2 burns the drawing, too, and not its letters alone", async () => {
    const rect = [90, 145, 290, 225] as const;
    const { bytes } = await burn({
      original: await genogram(),
      marks: [{ page: 1, rect, reason: "picture" }],
      mode,
      language: "en-GB",
      epoch: 0,
    });
    // Beside the label, which stands in the middle: where the people and their names were.
    for (const of of [
      [96, 150, 142, 220],
      [238, 150, 284, 220],
    ])
      expect((await shades(bytes, of)).lightest).toBeLessThan(40);
    expect((await shades(bytes, [40, 268, 180, 280])).darkest).toBeLessThan(120);
  });
});
