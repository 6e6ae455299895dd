// Turns the burnt pixels of a page into image objects of the export and the operators that paint
// them over the whole page. Nothing but pixels goes in: no metadata, no profile, no name.
import type { PDFDocument, PDFRef } from "pdf-lib";
import { jpeg } from "./jpeg.ts";
import { layers } from "./layers.ts";
import { classify } from "./palette.ts";
import { blue, green, red } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";
import { number } from "./text-layer.ts";

/** Photographs above this resolution are kept at two thirds of it. */
const SCREEN_DPI = 240;

export interface PageImage {
  readonly images: ReadonlyMap<string, PDFRef>;
  readonly operators: string;
  readonly photograph: boolean;
}

export async function pageImage(
  doc: PDFDocument,
  pixels: Pixels,
  width: number,
  height: number,
): Promise<PageImage> {
  const extents = pixels.extents();
  const classes = classify(pixels, extents);
  const images = new Map<string, PDFRef>();
  const place = `q ${number(width)} 0 0 ${number(height)} 0 0 cm`;
  if (classes.kind === "photograph") {
    const dense = (pixels.width * 72) / width > SCREEN_DPI;
    const small = dense ? pixels.twoThirds() : pixels;
    const data = await jpeg(small, classes.grey);
    images.set(
      "I0",
      doc.context.register(
        doc.context.stream(data, {
          Type: "XObject",
          Subtype: "Image",
          Width: small.width,
          Height: small.height,
          ColorSpace: classes.grey ? "DeviceGray" : "DeviceRGB",
          BitsPerComponent: 8,
          Filter: "DCTDecode",
        }),
      ),
    );
    return { images, operators: `${place} /I0 Do Q\n`, photograph: true };
  }
  const painted = layers(pixels, classes, extents).map(({ colour, mask }, i) => {
    images.set(
      `I${i}`,
      doc.context.register(
        doc.context.stream(mask, {
          Type: "XObject",
          Subtype: "Image",
          Width: pixels.width,
          Height: pixels.height,
          ImageMask: true,
          BitsPerComponent: 1,
          Filter: "CCITTFaxDecode",
          DecodeParms: { K: -1, Columns: pixels.width, Rows: pixels.height },
        }),
      ),
    );
    const rgb = [red(colour), green(colour), blue(colour)].map((v) => number(v / 255)).join(" ");
    return `${place} ${rgb} rg /I${i} Do Q\n`;
  });
  return { images, operators: painted.join(""), photograph: false };
}
