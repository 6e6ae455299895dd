import { PDFRawStream } from "pdf-lib";
import type { PDFDocument } from "pdf-lib";
import { expect, it } from "vitest";
import { openPdfium } from "../../../pdfium/document.ts";
import { oddPage } from "../testing/odd-page.ts";
import { interpretPage } from "./interpret-page.ts";
import { Faces } from "./loaded-faces.ts";
import { openPdf } from "./open-pdf.ts";

const HEAD = 128;
const WHITE = [0.9642, 1, 0.8249];

/** A grey whose levels are brighter than a screen's by so much (ICC.1:2001-04, with two tags). */
function greyProfile(gamma: number): Uint8Array {
  const bytes = Buffer.alloc(192);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write("mntrGRAYXYZ ", 12, "latin1");
  bytes.write("acsp", 36, "latin1");
  const xyz = (at: number): void =>
    WHITE.forEach((part, i) => bytes.writeInt32BE(Math.round(part * 65536), at + 4 * i));
  xyz(68);
  bytes.writeUInt32BE(2, HEAD);
  const tag = (i: number, name: string, kind: string, size: number, at: number): void => {
    bytes.write(name, HEAD + 4 + 12 * i, "latin1");
    bytes.writeUInt32BE(at, HEAD + 8 + 12 * i);
    bytes.writeUInt32BE(size, HEAD + 12 + 12 * i);
    bytes.write(kind, at, "latin1");
  };
  tag(0, "wtpt", "XYZ ", 20, 156);
  xyz(164);
  tag(1, "kTRC", "curv", 14, 176);
  bytes.writeUInt32BE(1, 184);
  bytes.writeUInt16BE(Math.round(gamma * 256), 188);
  return bytes;
}

it("B3 colours of a profile that the file brings are those that are seen, give or take a level", async () => {
  const grey = (doc: PDFDocument) => {
    const profile = greyProfile(1.8);
    const dict = doc.context.obj({ N: 1, Length: profile.length });
    return doc.context.register(PDFRawStream.of(dict, profile));
  };
  // The second lies just under a whole level, the third just above.
  const content = [0.75, 0.886, 0.8863].map(
    (level, i) => `${level} sc ${20 + 60 * i} 20 50 50 re f`,
  );
  const original = await oddPage(`/C cs ${content.join(" ")}`, {
    resources: (doc) => ({ ColorSpace: { C: ["ICCBased", grey(doc)] } }),
  });
  const pdf = await openPdf(original, undefined);
  const { items } = await interpretPage(pdf, 1, new Faces());
  await pdf.loadingTask.destroy();
  const fills = items.flatMap((item) => (item.kind === "path" ? [item.paint.fill] : []));
  const document = await openPdfium(original);
  const size = document.pixelSize(1, { dpi: 72 });
  const seen = document.withPage(1, (open) => document.drawOpen(open, size));
  document.close();
  const levels = [0, 1, 2].map((i) => seen[(200 - 45) * size.width + 45 + 60 * i]! & 255);
  expect(levels[0]).toBeGreaterThan(0.75 * 255 + 5);
  expect(fills).toHaveLength(3);
  for (const [i, fill] of fills.entries())
    expect(Math.abs(parseInt(fill!.slice(1, 3), 16) - levels[i]!)).toBeLessThanOrEqual(1);
  expect(fills[1]).toBe(fills[2]);
});
