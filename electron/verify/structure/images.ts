// Looks into the image streams of an export: pixels and nothing else. A JPEG may hold its tables
// and its scan, a Group 4 image must end where its end mark is, raw pixels must have exactly the
// size that they claim (leak channels 26, 33, 44). It decodes no picture; renders are elsewhere.
import { isList, isName, isText, numberOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { Decoded } from "../raw/filters.ts";
import type { Resolve } from "./resources.ts";

export function imageProblems(dict: Dict, decoded: Decoded, resolve: Resolve): string[] {
  const width = numberOf(resolve(dict.entries.get("Width"))) ?? 0;
  const height = numberOf(resolve(dict.entries.get("Height"))) ?? 0;
  if (!(width > 0 && height > 0 && width <= 40_000 && height <= 40_000))
    return ["has no usable size"];
  switch (decoded.image?.filter) {
    case undefined:
      return rawProblems(dict, decoded.bytes, width, height, resolve);
    case "DCTDecode":
      return jpegProblems(decoded.bytes, width, height);
    case "CCITTFaxDecode":
      return faxProblems(decoded, width, height);
    default:
      return ["uses an image filter that is not allowed"];
  }
}

function rawProblems(
  dict: Dict,
  bytes: Uint8Array,
  width: number,
  height: number,
  resolve: Resolve,
): string[] {
  const mask = dict.entries.get("ImageMask") === true;
  const bits = mask ? 1 : (numberOf(resolve(dict.entries.get("BitsPerComponent"))) ?? 0);
  const space = resolve(dict.entries.get("ColorSpace"));
  const name = isList(space) ? "Indexed" : isName(space) ? space.value : "";
  const parts = mask ? 1 : ({ DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4, Indexed: 1 }[name] ?? 0);
  const row = Math.ceil((width * parts * bits) / 8);
  if (row * height !== bytes.length) return ["holds more or fewer bytes than its pixels need"];
  const problems: string[] = [];
  const spare = row * 8 - width * parts * bits;
  if (spare > 0)
    for (let y = 1; y <= height; y++)
      if (bytes[y * row - 1]! & ((1 << spare) - 1)) {
        problems.push("holds bits beyond its width");
        break;
      }
  if (name === "Indexed" && (bits !== 8 || !paletteInOrder(space, bytes, resolve)))
    problems.push("has colours that it does not show, or in another order");
  return problems;
}

/** Colours stand in the order in which the picture first shows them, and none is left over. */
function paletteInOrder(space: Value | undefined, bytes: Uint8Array, resolve: Resolve): boolean {
  let next = 0;
  for (const index of bytes) {
    if (index > next) return false;
    if (index === next) next++;
  }
  const [, , highest, table] = isList(space) ? space.items.map(resolve) : [];
  return highest === next - 1 && isText(table) && table.bytes.length === 3 * next;
}

function jpegProblems(bytes: Uint8Array, width: number, height: number): string[] {
  const problems: string[] = [];
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return ["is no JPEG"];
  let at = 2;
  let sized = false;
  for (;;) {
    if (bytes[at] !== 0xff) return [...problems, "is a broken JPEG"];
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) {
      at += 2;
      break;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return [...problems, "is a broken JPEG"];
    if (marker === 0xe0) {
      // JFIF and nothing more: density, no thumbnail.
      const head = Buffer.from(bytes.subarray(at + 2, at + 18)).toString("hex");
      if (head !== JFIF) problems.push("has a header of its own");
    } else if (marker >= 0xe1 && marker <= 0xef)
      problems.push("carries EXIF or other private data");
    else if (marker === 0xfe) problems.push("carries a comment");
    else if (marker >= 0xc0 && marker <= 0xc2) {
      sized = true;
      const high = ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0);
      const wide = ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0);
      if (high !== height || wide !== width) problems.push("is not as large as it says");
    } else if (![0xdb, 0xc4, 0xdd, 0xda].includes(marker)) problems.push("has an odd segment");
    at += 2 + length;
    if (marker === 0xda) {
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && endsScan(bytes[at + 1]!))) at++;
    }
  }
  if (!sized) problems.push("has no size");
  if (at !== bytes.length) problems.push("holds bytes after its end");
  return problems;
}

/** Version 1.1, no unit, density 1:1, no thumbnail. */
const JFIF = "00104a46494600010100000100010000";

function endsScan(marker: number): boolean {
  return marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7) && marker !== 0xff;
}

function faxProblems({ bytes, image }: Decoded, width: number, height: number): string[] {
  const entries = image?.params?.entries;
  const problems: string[] = [];
  if (numberOf(entries?.get("K")) !== -1) problems.push("is not coded as Group 4");
  if ((numberOf(entries?.get("Columns")) ?? 1728) !== width) problems.push("has a false width");
  const rows = numberOf(entries?.get("Rows"));
  if (rows !== undefined && rows !== height) problems.push("has a false height");
  if (entries?.get("EndOfBlock") === false) problems.push("has no end mark");
  else if (!endsAtMark(bytes)) problems.push("holds bytes after its end mark");
  return problems;
}

/** Group 4 data ends with 000000000001 twice, filled up to a whole byte; never earlier. */
function endsAtMark(bytes: Uint8Array): boolean {
  let window = 0xffffff;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    for (let bit = 7; bit >= 0; bit--) {
      window = ((window << 1) | ((byte >> bit) & 1)) & 0xffffff;
      if (window === 0x001001) return i === bytes.length - 1 && (byte & ((1 << bit) - 1)) === 0;
    }
  }
  return false;
}
