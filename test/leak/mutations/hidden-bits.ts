// Cheats within fonts and pictures that no page shows: widths, names and idle bytes of a font,
// bits beyond an image's edge, colours that nobody sees.
import { inflateSync } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import type { PDFDocument, PDFPage } from "pdf-lib";
import { drawingTables } from "./canonical.ts";
import { addContent, deflate, edited, firstFont } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { streamText } from "./rewrite.ts";
import { SECRET } from "./good-pair.ts";

const LEAN = "fonts-lean";
const CLEAN = "images-clean";

export const HIDDEN_BITS: readonly Mutation[] = [
  edited("a width that is not its glyph's", LEAN, (_, p) => {
    const list = cidFont(p).lookup(PDFName.of("W"), PDFArray).lookup(1, PDFArray);
    list.set(0, PDFNumber.of(list.lookup(0, PDFNumber).asNumber() + 2));
  }),
  edited("a default width that says something", "objects-allowed", (_, p) =>
    cidFont(p).set(PDFName.of("DW"), PDFNumber.of(437)),
  ),
  edited("a font with a name of its own", LEAN, (_, p) => {
    const name = PDFName.of("QKWZPA+F1");
    for (const dict of [firstFont(p), cidFont(p)]) dict.set(PDFName.of("BaseFont"), name);
  }),
  edited("a table of names within a font", LEAN, (_, p) =>
    program(p, (font) => drawingTables(font, { name: Buffer.from("\0\0\0\0\0\x06hi") })),
  ),
  edited("hints within a font", LEAN, (_, p) =>
    program(p, (font) => drawingTables(font, { fpgm: Buffer.from("hinting") })),
  ),
  edited("bytes after a font's last table", LEAN, (_, p) =>
    program(p, (font) => Buffer.concat([font, Buffer.from("more bytes")])),
  ),
  edited("bytes between a font's tables", LEAN, (_, p) => program(p, padded)),
  edited("a comment in a text map", LEAN, (_, p) =>
    textMap(p, (text) => text.replace("begincmap", "begincmap\n% hello")),
  ),
  edited("a text map with a name of its own", LEAN, (_, p) =>
    textMap(p, (text) => text.replace("Adobe-Identity-UCS", "Adobe-Identity-b3d1")),
  ),
  edited("a text map in another order", LEAN, (_, p) =>
    textMap(p, (text) => text.replace(/(<0001> .*)\n(<0002> .*)/, "$2\n$1")),
  ),
  edited("a code that means another letter", "nothing-added", (_, p) =>
    textMap(p, (text) => text.replace(/(<0003> )<.*>/, "$1<0416>")),
  ),
  edited("bits beyond an image's width", CLEAN, (d, p) =>
    image(
      d,
      p,
      { ...BILEVEL, Width: 5, Height: 2, Filter: "FlateDecode" },
      deflate(Buffer.from([0xfb, 0xfa])),
    ),
  ),
  edited("bits behind the end of a fax image", CLEAN, (d, p) => image(d, p, FAX, fax(0b111))),
  edited("a colour that an image does not show", CLEAN, (d, p) =>
    image(d, p, palette("ffffff546869"), deflate(Buffer.alloc(16))),
  ),
  edited("colours in another order", CLEAN, (d, p) =>
    image(d, p, palette("fefefeffffff"), deflate(Buffer.from([1, 1, 1, 1, ...Buffer.alloc(12)]))),
  ),
  edited("a density in a JPEG", CLEAN, (d, p) => {
    const data = jpeg();
    data.writeUInt16BE(0x5468, 14);
    image(
      d,
      p,
      { Width: 32, Height: 16, ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "DCTDecode" },
      data,
    );
  }),
  edited("a thumbnail in a JPEG's header", CLEAN, (d, p) => {
    const data = jpeg();
    data[18] = 1;
    image(
      d,
      p,
      { Width: 32, Height: 16, ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "DCTDecode" },
      data,
    );
  }),
  edited("the secret clipped away", "terms-absent", (d, p) =>
    addContent(
      d,
      p,
      `q\n0 0 1 1 re\nW\nn\nBT\n${type1(d, p)} 9 Tf\n200 300 Td\n(${SECRET}) Tj\nET\nQ`,
    ),
  ),
  edited("the secret in type of half a point", "terms-absent", (d, p) =>
    addContent(d, p, `BT\n${type1(d, p)} 0.5 Tf\n200 300 Td\n(${SECRET}) Tj\nET`),
  ),
  edited("invisible letters on a box", "nothing-added", (d, p) =>
    addContent(d, p, `BT\n3 Tr\n${type1(d, p)} 10 Tf\n135 718 Td\n(Th) Tj\nET`),
  ),
  edited("a note in white between two lines", "nothing-added", (d, p) =>
    addContent(d, p, `BT\n1 g\n${type1(d, p)} 2 Tf\n300 730 Td\n(k7) Tj\nET`),
  ),
];

const BILEVEL = { ColorSpace: "DeviceGray", BitsPerComponent: 1 };
const FAX = {
  ...BILEVEL,
  Width: 3,
  Height: 3,
  Filter: "CCITTFaxDecode",
  DecodeParms: { K: -1, Columns: 3, Rows: 3 },
};

/** Three white rows and the end mark of 24 bits; what is left of the last byte is `rest`. */
function fax(rest: number): Buffer {
  const bits = `111${"000000000001".repeat(2)}`;
  const left = 32 - bits.length;
  const whole = bits + (rest << (left - 3)).toString(2).padStart(left, "0");
  return Buffer.from(whole.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

function palette(colours: string): Record<string, unknown> {
  return {
    Width: 4,
    Height: 4,
    ColorSpace: ["Indexed", "DeviceRGB", colours.length / 6 - 1, PDFHexString.of(colours)],
    BitsPerComponent: 8,
    Filter: "FlateDecode",
  };
}

/** A white JPEG with the plain header of exports. */
function jpeg(): Buffer {
  const canvas = createCanvas(32, 16);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 32, 16);
  const data = canvas.toBuffer("image/jpeg");
  const segment = Buffer.from("ffe000104a46494600010100000100010000", "hex");
  const first = data.readUInt16BE(2) === 0xffe0 ? 4 + data.readUInt16BE(4) : 2;
  return Buffer.concat([data.subarray(0, 2), segment, data.subarray(first)]);
}

function image(
  document: PDFDocument,
  page: PDFPage,
  entries: Record<string, unknown>,
  data: Uint8Array,
): void {
  const { context } = document;
  const stream = context.stream(data, { Type: "XObject", Subtype: "Image", ...entries } as never);
  page.node.setXObject(PDFName.of("I9"), context.register(stream));
  addContent(document, page, "q\n20 0 0 10 500 40 cm\n/I9 Do\nQ");
}

function type1(document: PDFDocument, page: PDFPage): string {
  const font = {
    Type: "Font",
    Subtype: "Type1",
    BaseFont: "Helvetica",
    Encoding: "WinAnsiEncoding",
  };
  page.node.setFontDictionary(
    PDFName.of("F9"),
    document.context.register(document.context.obj(font)),
  );
  return "/F9";
}

function cidFont(page: PDFPage): PDFDict {
  return firstFont(page).lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
}

function program(page: PDFPage, change: (font: Buffer) => Buffer): void {
  const descriptor = cidFont(page).lookup(PDFName.of("FontDescriptor"), PDFDict);
  const stream = descriptor.lookup(PDFName.of("FontFile2")) as PDFRawStream;
  restream(stream, change(inflateSync(stream.contents)));
}

function textMap(page: PDFPage, change: (text: string) => string): void {
  const stream = firstFont(page).lookup(PDFName.of("ToUnicode")) as PDFRawStream;
  restream(stream, Buffer.from(change(streamText(stream)), "latin1"));
}

/** Puts other data in a stream's place, in the form of exports. */
function restream(stream: PDFRawStream, plain: Uint8Array): void {
  const data = deflate(plain);
  (stream as unknown as { contents: Uint8Array }).contents = data;
  stream.dict.set(PDFName.of("Length"), PDFNumber.of(data.length));
}

/** Moves the last table of a font eight bytes on. */
function padded(font: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, i) => 12 + i * 16);
  const last = entries.reduce((a, b) =>
    font.readUInt32BE(b + 8) > font.readUInt32BE(a + 8) ? b : a,
  );
  const at = font.readUInt32BE(last + 8);
  const moved = Buffer.concat([font.subarray(0, at), Buffer.from("in there"), font.subarray(at)]);
  moved.writeUInt32BE(at + 8, last + 8);
  return moved;
}
