import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { openPdfium } from "../pdfium/document.ts";
import { readPictures } from "./pictures.ts";

test("a drawing takes in the words that stand mostly in it, not those beside it", async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const x of [60, 120, 180, 240])
    for (const y of [120, 180])
      page.drawCircle({ x: x + 14, y: y + 14, size: 14, borderWidth: 1, opacity: 0 });
  for (const x of [120, 180]) page.drawText("Orla", { x, y: 165, size: 8, font });
  page.drawText("Joanna Tansy", { x: 48, y: 167, size: 8, font });
  page.drawText("Figure 1: the family as it was then", { x: 40, y: 215, size: 8, font });
  for (const x of [88, 148, 208])
    page.drawLine({ start: { x, y: 134 }, end: { x: x + 32, y: 190 }, thickness: 1 });
  const document = await openPdfium(await pdf.save());
  const [drawing, ...rest] = readPictures(document, 1);
  document.close();
  expect(rest).toEqual([]);
  const [x0, , , y1] = drawing!.rect;
  expect(x0).toBeGreaterThan(46);
  expect(x0).toBeLessThan(49);
  expect(y1).toBeLessThan(212);
});
