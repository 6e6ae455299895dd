// Turns the burnt pixels of a page into image objects of the export and the operators that paint
// them over the whole page. Nothing but pixels goes in: no metadata, no profile, no name.
import type { Size } from "../../../pdfium/display.ts";
import type { PageResource } from "../../page-output.ts";
import { blackMask } from "./black-mask.ts";
import { jpeg } from "./jpeg.ts";
import { layers } from "./layers.ts";
import type { Layer } from "./layers.ts";
import { classify, isGrey } from "./palette.ts";
import { blue, green, red } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";
import { number } from "../text/text-layer.ts";

/** Photographs above this resolution are kept at two thirds of it. */
const SCREEN_DPI = 240;

export interface PageImage {
  readonly images: readonly PageResource[];
  readonly operators: string;
}

/** @param black whether the page is painted in nothing but black and white */
export async function pageImage(
  pixels: Pixels,
  width: number,
  height: number,
  black: boolean,
): Promise<PageImage> {
  const place = `q ${number(width)} 0 0 ${number(height)} 0 0 cm`;
  const mask = black ? blackMask(pixels) : undefined;
  if (mask) return inLayers(mask, pixels, place);
  const extents = pixels.extents();
  const classes = classify(pixels, extents);
  const masks = classes.kind === "palette" ? layers(pixels, classes, extents) : undefined;
  if (masks) return inLayers(masks, pixels, place);
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
  return { images: [photograph], operators: `${place} /I0 Do Q\n` };
}

function inLayers(masks: readonly Layer[], size: Size, place: string): PageImage {
  const images = masks.map(({ mask }, i) =>
    image(i, mask, {
      Width: size.width,
      Height: size.height,
      ImageMask: true,
      BitsPerComponent: 1,
      Filter: "CCITTFaxDecode",
      DecodeParms: { K: -1, Columns: size.width, Rows: size.height },
    }),
  );
  const painted = masks.map(({ colour }, i) => {
    const rgb = [red(colour), green(colour), blue(colour)].map((v) => number(v / 255)).join(" ");
    return `${place} ${rgb} rg /I${i} Do Q\n`;
  });
  return { images, operators: painted.join("") };
}

function image(
  index: number,
  bytes: Uint8Array,
  entries: Readonly<Record<string, unknown>>,
): PageResource {
  const encoded = { entries, bytes, softMask: undefined };
  return { kind: "image", name: `I${index}`, key: undefined, image: encoded };
}
