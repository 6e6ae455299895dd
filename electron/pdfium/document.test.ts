import { describe, expect, it } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import {
  displayedSize,
  invert,
  multiply,
  toDisplayed,
  toPixels,
  transformRect,
} from "./display.ts";
import { openPdfium } from "./document.ts";

/** A one-page document with a black square from (20,50) to (30,60) in user space. */
function pdf(page: string, content = "20 50 10 10 re f"): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[10 20 310 420]/CropBox[0 40 200 500]>>",
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R ${page}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, "0")} 00000 n \n`;
  text += `trailer<</Root 1 0 R/Size 5>>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

async function refusalOf(bytes: Uint8Array, password?: string): Promise<string> {
  try {
    (await openPdfium(bytes, password)).close();
    return "opened";
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).code;
  }
}

describe("opening a document", () => {
  it("B5 refuses what is no readable PDF with a code of its own", async () => {
    expect(await refusalOf(new Uint8Array())).toBe("empty");
    expect(await refusalOf(new TextEncoder().encode("Dear all, please find"))).toBe("not-a-pdf");
    expect(await refusalOf(pdf("").subarray(0, 260))).toBe("truncated");
    expect(await refusalOf(new TextEncoder().encode("%PDF-1.4\nnothing\n%%EOF"))).toBe("damaged");
  });

  it("reads inherited boxes, cuts the crop to the media and finds the UserUnit", async () => {
    const document = await openPdfium(pdf("/UserUnit 2.5/Rotate 90"));
    expect(document.geometry(1)).toEqual({
      page: 1,
      mediaBox: [10, 20, 310, 420],
      cropBox: [10, 40, 200, 420],
      rotation: 90,
      userUnit: 2.5,
    });
    document.close();
  });
});

describe("rendering", () => {
  for (const rotation of [0, 90, 180, 270]) {
    it(`draws where the transform says, turned by ${rotation}`, async () => {
      const document = await openPdfium(pdf(`/Rotate ${rotation}/UserUnit 2`));
      const geometry = document.geometry(1);
      const picture = document.render(1, { dpi: 72 });
      expect({ width: picture.width, height: picture.height }).toEqual(displayedSize(geometry));
      const square = transformRect(toPixels(geometry, picture), [20, 50, 30, 60]);
      const dark = darkBounds(picture);
      for (const i of [0, 1, 2, 3]) expect(dark[i]).toBeCloseTo(square[i]!, 5);
      document.close();
    });
  }

  it("inverts its own matrices", async () => {
    const document = await openPdfium(pdf("/Rotate 270"));
    const m = toDisplayed(document.geometry(1));
    const unit = multiply(m, invert(m));
    [1, 0, 0, 1, 0, 0].forEach((v, i) => expect(unit[i]).toBeCloseTo(v, 9));
    document.close();
  });

  it("refuses a rendering above 10,000 pixels a side", async () => {
    const document = await openPdfium(pdf(""));
    expect(() => document.render(1, { dpi: 4000 })).toThrow(Refusal);
    document.close();
  });
});

function darkBounds(p: { width: number; height: number; rgba: Uint8Array }): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 0; y < p.height; y++) {
    for (let x = 0; x < p.width; x++) {
      if (p.rgba[(y * p.width + x) * 4]! > 127) continue;
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x + 1);
      box[3] = Math.max(box[3]!, y + 1);
    }
  }
  return box;
}

describe("memory that is drawn into again", () => {
  it("B1 holds nothing of the drawing before, smaller or larger", async () => {
    const dark = await openPdfium(pdf("", "0 0 400 500 re f"));
    const own = await openPdfium(pdf(""));
    const drawn = (of: typeof own, dpi: number): Uint8Array => of.render(1, { dpi }).rgba;
    const before = [36, 72, 144].map((dpi) => drawn(own, dpi));
    drawn(dark, 144);
    expect([36, 72, 144].map((dpi) => drawn(own, dpi))).toEqual(before);
    const size = own.pixelSize(1, { dpi: 72 });
    drawn(dark, 72);
    const shown = own.withPage(1, (open) => own.withDrawn(open, size, (pixels) => pixels.slice()));
    expect(new Uint8Array(shown.buffer)).toEqual(before[1]);
    own.close();
    dark.close();
  });
});
