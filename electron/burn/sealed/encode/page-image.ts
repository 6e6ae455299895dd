// Turns the burnt pixels of a page into image objects of the export and the operators that paint
// them over the whole page. Nothing but pixels goes in: no metadata, no profile, no name.
import type { PageResource } from "../../page-output.ts";
import { jpeg } from "./jpeg.ts";
import { layers } from "./layers.ts";
import { classify, isGrey } from "./palette.ts";
import { blue, green, red } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";
import { number } from "../text/text-layer.ts";

/** Photographs above this resolution are kept at two thirds of it. */
const SCREEN_DPI = 240;

export interface PageImage {
  readonly images: readonly PageResource[];
  readonly operators: string;
  readonly photograph: boolean;
}

export async function pageImage(pixels: Pixels, width: number, height: number): Promise<PageImage> {
  const extents = pixels.extents();
  const classes = classify(pixels, extents);
  const place = `q ${number(width)} 0 0 ${number(height)} 0 0 cm`;
  const masks = classes.kind === "palette" ? layers(pixels, classes, extents) : undefined;
  if (!masks) {
    const grey = isGrey(pixels, extents);
    const dense = (pixels.width * 72) / width > SCREEN_DPI;
    const small = dense ? pixels.twoThirds() : pixels;
    const data = await jpeg(small, grey);
    const photograph = image(0, data, {
      Width: small.width,
      Height: small.height,
      ColorSpace: grey ? "DeviceGray" : "DeviceRGB",
      BitsPerComponent: 8,
      Filter: "DCTDecode",
    });
    return { images: [photograph], operators: `${place} /I0 Do Q\n`, photograph: true };
  }
  const images = masks.map(({ mask }, i) =>
    image(i, mask, {
      Width: pixels.width,
      Height: pixels.height,
      ImageMask: true,
      BitsPerComponent: 1,
      Filter: "CCITTFaxDecode",
      DecodeParms: { K: -1, Columns: pixels.width, Rows: pixels.height },
    }),
  );
  const painted = masks.map(({ colour }, i) => {
    const rgb = [red(colour), green(colour), blue(colour)].map((v) => number(v / 255)).join(" ");
    return `${place} ${rgb} rg /I${i} Do Q\n`;
  });
  return { images, operators: painted.join(""), photograph: false };
}

function image(
  index: number,
  bytes: Uint8Array,
  entries: Readonly<Record<string, unknown>>,
): PageResource {
  const encoded = { entries, bytes, softMask: undefined };
  return { kind: "image", name: `I${index}`, key: undefined, image: encoded };
}
