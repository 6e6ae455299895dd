// Encodes decoded pixels anew: stencils and two-level pictures as packed bits, pictures of few
// colours losslessly through a palette, photographs as JPEG; transparency as a soft mask of its
// own. No metadata, profile or thumbnail can come along, because none ever gets here.
import { zlibSync } from "fflate";
import type { EncodedImage } from "../../page-output.ts";
import { jpeg } from "../../sealed/encode/jpeg.ts";
import { Pixels as Picture } from "../../sealed/pixels/pixels.ts";
import type { Pixels } from "../interpret/display-list.ts";

const PALETTE = 256;
/** Lossless is kept while it costs at most this much more than JPEG. */
const LOSSLESS_PRICE = 1.25;
/** Smaller pictures are never worth a JPEG. */
const SMALL = 4_096;

export async function encodeImage(pixels: Pixels): Promise<EncodedImage> {
  if (pixels.kind === "mask" || pixels.kind === "grey1") return bits(pixels);
  const channels = pixels.kind === "rgba" ? 4 : 3;
  const softMask = channels === 4 ? alpha(pixels) : undefined;
  const flat = palette(pixels, channels);
  if (flat) return { ...flat, softMask };
  const rgb = plainColours(pixels, channels);
  const grey = isGrey(rgb);
  const lossless = zlibSync(grey ? rgb.filter((_, i) => i % 3 === 0) : rgb, { level: 6 });
  const space = { ColorSpace: grey ? "DeviceGray" : "DeviceRGB", BitsPerComponent: 8 };
  const base = { ...size(pixels), ...space };
  const keep = { entries: { ...base, Filter: "FlateDecode" }, bytes: lossless, softMask };
  if (lossless.length <= SMALL) return keep;
  const photo = await jpeg(asPicture(rgb, pixels), grey);
  if (lossless.length <= photo.length * LOSSLESS_PRICE) return keep;
  return { entries: { ...base, Filter: "DCTDecode" }, bytes: photo, softMask };
}

function size(pixels: Pixels): Record<string, unknown> {
  return {
    Width: pixels.width,
    Height: pixels.height,
    ...(pixels.interpolate ? { Interpolate: true } : {}),
  };
}

function bits(pixels: Pixels): EncodedImage {
  const row = (pixels.width + 7) >> 3;
  const spare = row * 8 - pixels.width;
  const data = pixels.data.slice(0, row * pixels.height);
  // Bits beyond the width are seen by nobody and must say nothing.
  if (spare > 0)
    for (let y = 1; y <= pixels.height; y++) data[y * row - 1]! &= (255 << spare) & 255;
  const kind =
    pixels.kind === "mask"
      ? { ImageMask: true, BitsPerComponent: 1 }
      : { ColorSpace: "DeviceGray", BitsPerComponent: 1 };
  return {
    entries: { ...size(pixels), ...kind, Filter: "FlateDecode" },
    bytes: zlibSync(data, { level: 6 }),
    softMask: undefined,
  };
}

function alpha(pixels: Pixels): EncodedImage | undefined {
  const data = pixels.data.filter((_, i) => i % 4 === 3);
  if (data.every((a) => a === 255)) return undefined;
  return {
    entries: {
      Width: pixels.width,
      Height: pixels.height,
      ColorSpace: "DeviceGray",
      BitsPerComponent: 8,
      Filter: "FlateDecode",
    },
    bytes: zlibSync(data, { level: 6 }),
    softMask: undefined,
  };
}

/** Colour under full transparency is invisible and is made black, so that it says nothing. */
function plainColours(pixels: Pixels, channels: 3 | 4): Uint8Array {
  if (channels === 3) return pixels.data;
  const count = pixels.width * pixels.height;
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    if (pixels.data[i * 4 + 3] === 0) continue;
    rgb[i * 3] = pixels.data[i * 4]!;
    rgb[i * 3 + 1] = pixels.data[i * 4 + 1]!;
    rgb[i * 3 + 2] = pixels.data[i * 4 + 2]!;
  }
  return rgb;
}

function isGrey(rgb: Uint8Array): boolean {
  for (let i = 0; i < rgb.length; i += 3) {
    if (rgb[i] !== rgb[i + 1] || rgb[i] !== rgb[i + 2]) return false;
  }
  return true;
}

function palette(pixels: Pixels, channels: 3 | 4): Omit<EncodedImage, "softMask"> | undefined {
  const rgb = plainColours(pixels, channels);
  const count = rgb.length / 3;
  const codes = new Map<number, number>();
  const out = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const colour = (rgb[i * 3]! << 16) | (rgb[i * 3 + 1]! << 8) | rgb[i * 3 + 2]!;
    let code = codes.get(colour);
    if (code === undefined) {
      if (codes.size === PALETTE) return undefined;
      code = codes.size;
      codes.set(colour, code);
    }
    out[i] = code;
  }
  const table = Uint8Array.from(
    [...codes.keys()].flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]),
  );
  return {
    entries: {
      ...size(pixels),
      ColorSpace: ["Indexed", "DeviceRGB", codes.size - 1, table],
      BitsPerComponent: 8,
      Filter: "FlateDecode",
    },
    bytes: zlibSync(out, { level: 6 }),
  };
}

function asPicture(rgb: Uint8Array, pixels: Pixels): Picture {
  const picture = new Picture(pixels.width, pixels.height);
  for (let i = 0; i < picture.data.length; i++) {
    const [r, g, b] = [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!];
    picture.data[i] = ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  }
  return picture;
}
