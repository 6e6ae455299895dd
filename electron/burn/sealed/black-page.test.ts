import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import type { RGB } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { helvetica } from "../../../test/fixtures/leaks/leak.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { burn } from "../burn.ts";

const BEFORE = "The panel asked what ";
const AFTER = " had been told, and by whom.";
const BLACK = rgb(0, 0, 0);
const [X, Y, SIZE] = [40, 150, 12];
const DPI = 300;

interface Look {
  /** Colour of the name, and of the line above it. */
  readonly name?: RGB;
  readonly above?: RGB;
  readonly who?: string;
}

async function sentence({ name = BLACK, above = BLACK, who = "Tansy" }: Look): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 200]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText("A heading in a larger face", { x: X, y: 175, size: 14, font, color: above });
  page.drawLine({ start: { x: X, y: 120 }, end: { x: 300, y: 120 }, thickness: 1 });
  page.drawText("Nothing of this line is marked; it says the same as before.", {
    x: X,
    y: 100,
    size: 9.3,
    font,
  });
  const middle = X + helvetica(BEFORE, SIZE);
  const end = middle + helvetica(who, SIZE);
  page.drawText(BEFORE, { x: X, y: Y, size: SIZE, font });
  page.drawText(who, { x: middle, y: Y, size: SIZE, font, color: name });
  page.drawText(AFTER, { x: end, y: Y, size: SIZE, font });
  return pdf.save();
}

async function sealed(look: Look): Promise<Uint8Array> {
  const x = X + helvetica(BEFORE, SIZE);
  const rect = [x - 0.3, Y - 3, x + helvetica(look.who ?? "Tansy", SIZE) + 0.3, Y + 10] as const;
  const { bytes } = await burn({
    original: await sentence(look),
    marks: [{ page: 1, rect, reason: "child-name", label: "Child A" }],
    mode: "sealed",
    language: "en-GB",
    epoch: 0,
  });
  return bytes;
}

/** Whether a pixel is darker than half; the whole page by rows. */
async function dark(bytes: Uint8Array) {
  const document = await openPdfium(bytes);
  const { width, height, rgba } = document.render(1, { dpi: DPI });
  document.close();
  return { width, height, at: (x: number, y: number) => rgba[(y * width + x) * 4 + 1]! < 128 };
}

describe("a sealed page without colours", () => {
  it("B3 shows everything that was not marked within a pixel of where it stood", async () => {
    const before = await dark(await sentence({}));
    const after = await dark(await sealed({}));
    let ink = 0;
    let away = 0;
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const)
      for (let y = 1; y < one.height - 1; y++) {
        const up = ((one.height - y) * 72) / DPI;
        if (up > Y - 5 && up < Y + 13) continue;
        for (let x = 1; x < one.width - 1; x++) {
          if (!one.at(x, y)) continue;
          ink++;
          let near = false;
          for (let dy = -1; dy <= 1; dy++)
            for (let dx = -1; dx <= 1; dx++) near ||= other.at(x + dx, y + dy);
          if (!near) away++;
        }
      }
    expect(ink).toBeGreaterThan(5000);
    expect(away).toBe(0);
  }, 60_000);

  it("B1 does not tell by its picture what colour a burnt name had", async () => {
    const black = await sealed({});
    const red = await sealed({ name: rgb(0.8, 0, 0), who: "Hollingbourne" });
    expect(Buffer.from(red).equals(Buffer.from(black))).toBe(true);
  }, 60_000);

  it("B3 keeps the colours of what stays", async () => {
    const document = await openPdfium(await sealed({ above: rgb(0.8, 0, 0) }));
    const { rgba } = document.render(1, { dpi: 100 });
    document.close();
    let red = 0;
    for (let i = 0; i < rgba.length; i += 4) if (rgba[i]! - rgba[i + 1]! > 100) red++;
    expect(red).toBeGreaterThan(50);
  }, 60_000);
});
