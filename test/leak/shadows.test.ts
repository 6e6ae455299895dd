// Words with a shadow that is a picture of its own, a little beside them, as slides have: nothing of a
// burnt word's shadow stays beside its box (B2), and what its line can tell is stated (B1).
import { createCanvas } from "@napi-rs/canvas";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { marksOf } from "../../electron/burn/crisp/testing/find-text.ts";
import { drawPage } from "./oracle/pixels.ts";
import type { Picture } from "./oracle/pixels.ts";

const SIZE = 18;
const AT = { x: 72, y: 600 };
const FINE = 4;

/** "Tom Rowe casts it" with a grey shadow to the right and below. */
async function shadowed(name: string, by: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const text = `${name} casts it`;
  const [width, height] = [font.widthOfTextAtSize(text, SIZE) + 20, 2 * SIZE];
  const canvas = createCanvas(width * FINE, height * FINE);
  const pen = canvas.getContext("2d");
  pen.font = `${SIZE * FINE}px Liberation Sans, Arimo, Helvetica, Arial`;
  pen.fillStyle = "#808080";
  let x = 0;
  for (const letter of text) {
    pen.fillText(letter, x * FINE, 1.4 * SIZE * FINE);
    x += font.widthOfTextAtSize(letter, SIZE);
  }
  const shadow = await pdf.embedPng(canvas.toBuffer("image/png"));
  page.drawImage(shadow, { x: AT.x + by, y: AT.y - 0.6 * SIZE - by, width, height });
  page.drawText(text, { ...AT, size: SIZE, font });
  page.drawText("The nurse came later.", { x: 72, y: 500, size: SIZE, font });
  return pdf.save();
}

/** The darkest of each stretch of inked columns of the line, from a place on. */
function runsFrom({ data, width, height, scale }: Picture, from: number): number[] {
  const [top, bottom] = [AT.y + SIZE, AT.y - SIZE].map((y) => height - Math.round(y * scale));
  const runs: number[] = [];
  let open = false;
  for (let x = Math.ceil(from * scale); x < width; x++) {
    let dark = 255;
    for (let y = top!; y < bottom!; y++) dark = Math.min(dark, data[(y * width + x) * 4]!);
    const inked = dark < 215;
    if (inked && open) runs[runs.length - 1] = Math.min(runs.at(-1)!, dark);
    else if (inked) runs.push(dark);
    open = inked;
  }
  return runs;
}

describe("the shadow of a burnt word", () => {
  it.each(["Tom Rowe", "Maximilian Wetherby"])("B1 B2 goes with it: %s", async (name) => {
    for (const by of [1.4, 2.8]) {
      const original = await shadowed(name, by);
      const marks = await marksOf(original, name, "Mother");
      const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
      const [page] = report.pages;
      const [box] = page!.boxes;
      const runs = runsFrom(await drawPage(bytes, 1, 4), box!.rect[2] + 0.5);
      expect(runs.length).toBeGreaterThan(0);
      // What is left of the line are letters, with their shadows: no shadow without its letter.
      expect(Math.max(...runs)).toBeLessThan(100);
      expect(box!.bits).toBeGreaterThan(0);
    }
  });
});
