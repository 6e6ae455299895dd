import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { openPdfium } from "../../pdfium/document.ts";
import { helvetica } from "../../../test/fixtures/leaks/leak.ts";
import { burn } from "../burn.ts";

/** A drawing of two people joined by a line, each with a name beneath; text above and below it. */
async function genogram(name = "it"): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText("The family as it was then", { x: 40, y: 270, size: 12, font });
  for (const [x, name] of [
    [120, "Tansy"],
    [260, "Orla"],
  ] as const) {
    page.drawCircle({
      x,
      y: 190,
      size: 20,
      borderColor: rgb(0, 0, 0),
      borderWidth: 1,
    });
    page.drawText(name, { x: x - 14, y: 155, size: 10, font });
  }
  page.drawLine({
    start: { x: 140, y: 190 },
    end: { x: 240, y: 190 },
    thickness: 1,
  });
  page.drawText(`${BEFORE}${name} is told below`, {
    x: 40,
    y: 60,
    size: 12,
    font,
  });
  return pdf.save();
}

const BEFORE = "What of ";

/** Where a name stands in the last line. */
function markOf(name: string): [number, number, number, number] {
  const x = 40 + helvetica(BEFORE, 12);
  return [x - 0.3, 57, x + helvetica(name, 12) + 0.3, 70];
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

  it("B1 sets lines anew that stand apart from it, however long their names are", async () => {
    const burnt = async (name: string) => {
      const marks = [
        { page: 1, rect: [90, 145, 290, 225] as const, reason: "picture" },
        { page: 1, rect: markOf(name), reason: "child-name", label: "Child A" },
      ];
      const original = await genogram(name);
      return burn({ original, marks, mode, language: "en-GB", epoch: 0 });
    };
    const [one, other] = [await burnt("Tansy"), await burnt("Hollingbourne")];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect((await shades(one.bytes, [238, 150, 284, 220])).lightest).toBeLessThan(40);
  });

  it("B2 burns all of it, too, where a name beside it is marked", async () => {
    const marks = [
      { page: 1, rect: [90, 145, 220, 225] as const, reason: "picture" },
      { page: 1, rect: [244, 152, 275, 164] as const, reason: "child-name", label: "Child A" },
    ];
    const original = await genogram();
    const { bytes } = await burn({ original, marks, mode, language: "en-GB", epoch: 0 });
    expect((await shades(bytes, [96, 150, 112, 220])).lightest).toBeLessThan(40);
  });
});
