// Cheats in fonts, images and streams, and pictures of the secret.
import { createCanvas } from "@napi-rs/canvas";
import { PDFArray, PDFDict, PDFName, PDFNumber } from "pdf-lib";
import type { PDFDocument, PDFRawStream, PDFPage } from "pdf-lib";
import {
  deflate,
  dropShown,
  edited,
  addContent,
  replaceContent,
  helvetica,
  firstFont,
} from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { SCANNED, SECRET } from "./good-pair.ts";
import { streamText } from "./rewrite.ts";

export const FONTS_AND_IMAGES: readonly Mutation[] = [
  edited("a text entry for an unused code", "fonts-lean", (d, p) => {
    const map = firstFont(p).lookup(PDFName.of("ToUnicode")) as PDFRawStream;
    const text = streamText(map).replace(/endbfchar/, "<0FFF> <0054>\nendbfchar");
    firstFont(p).set(
      PDFName.of("ToUnicode"),
      d.context.register(d.context.stream(deflate(Buffer.from(text)), { Filter: "FlateDecode" })),
    );
  }),
  edited("a width for an unused code", "fonts-lean", (d, p) => {
    const cid = firstFont(p).lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
    const widths = cid.lookup(PDFName.of("W"), PDFArray);
    widths.push(PDFNumber.of(4000));
    widths.push(d.context.obj([500]));
  }),
  edited("a glyph that no page shows", "fonts-lean", (d, p) =>
    replaceContent(d, p, (text) => dropShown(text, 1)),
  ),
  edited("a font that no page uses", "fonts-lean", (d, p) => void helvetica(d, p)),
  edited("EXIF in a JPEG", "images-clean", (d, p) =>
    addImage(d, p, jpegWith(segment(0xe1, Buffer.from(`Exif\0\0${SECRET}`))), JPEG, CORNER),
  ),
  edited("a comment in a JPEG", "images-clean", (d, p) =>
    addImage(d, p, jpegWith(segment(0xfe, Buffer.from("hello"))), JPEG, CORNER),
  ),
  edited("bytes after a JPEG's end", "images-clean", (d, p) =>
    addImage(d, p, Buffer.concat([jpegWith(Buffer.alloc(0)), Buffer.from("more")]), JPEG, CORNER),
  ),
  edited("more pixels than an image shows", "images-clean", (d, p) =>
    addImage(
      d,
      p,
      deflate(Buffer.alloc(4 * 4 + 9, 255)),
      { Width: 4, Height: 4, ColorSpace: "DeviceGray", BitsPerComponent: 8, Filter: "FlateDecode" },
      CORNER,
    ),
  ),
  edited("slack behind compressed data", "streams-exact", (d, p) =>
    addImage(
      d,
      p,
      Buffer.concat([deflate(Buffer.alloc(16, 255)), Buffer.from("slack")]),
      { Width: 4, Height: 4, ColorSpace: "DeviceGray", BitsPerComponent: 8, Filter: "FlateDecode" },
      CORNER,
    ),
  ),
  edited("an image with a profile", "objects-allowed", (d, p) =>
    addImage(
      d,
      p,
      deflate(Buffer.alloc(16, 255)),
      {
        Width: 4,
        Height: 4,
        ColorSpace: [
          "ICCBased",
          d.context.register(d.context.stream(Buffer.from("icc"), { N: 1 })),
        ],
        BitsPerComponent: 8,
        Filter: "FlateDecode",
      },
      CORNER,
    ),
  ),
  edited("an inline image", "content-plain", (d, p) =>
    addContent(d, p, "q 5 0 0 5 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"),
  ),

  edited("the secret's picture under a label", "burnt-ink-gone", (d, p) => underBox(d, p)),
  edited("a picture elsewhere on the page", "page-unchanged", (d, p) =>
    addImage(
      d,
      p,
      deflate(picture("hello", 120, 30)),
      {
        Width: 120,
        Height: 30,
        ColorSpace: "DeviceGray",
        BitsPerComponent: 8,
        Filter: "FlateDecode",
      },
      "60 0 0 15 400 300",
    ),
  ),
  edited("the secret drawn in other letters on a scanned line", "terms-absent", (d) =>
    addImage(
      d,
      d.getPage(1),
      deflate(picture(SCANNED, 240, 40)),
      {
        Width: 240,
        Height: 40,
        ColorSpace: "DeviceGray",
        BitsPerComponent: 8,
        Filter: "FlateDecode",
      },
      "84 0 0 14 420 668",
    ),
  ),
  edited("a line of a drawing lost", "page-unchanged", (d, p) =>
    replaceContent(d, p, (text) => text.replace(/360 530 l\n?/, "61 530 l\n")),
  ),
  edited("a half-transparent state", "objects-allowed", (d, p) => {
    p.node.newExtGState("GS", d.context.obj({ Type: "ExtGState", ca: 0.5 }));
  }),
  edited("a blend mode", "objects-allowed", (d, p) => {
    p.node.newExtGState("GS", d.context.obj({ Type: "ExtGState", BM: "Multiply" }));
  }),
];

function addImage(
  document: PDFDocument,
  page: PDFPage,
  data: Uint8Array,
  entries: Record<string, unknown>,
  place: string,
): void {
  const { context } = document;
  const image = context.stream(data, { Type: "XObject", Subtype: "Image", ...entries } as never);
  page.node.setXObject(PDFName.of("Extra"), context.register(image));
  addContent(document, page, `q ${place} cm /Extra Do Q`);
}

function picture(word: string, width: number, height: number): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  context.font = `${Math.round(height * 0.8)}px sans-serif`;
  context.fillText(word, 2, height * 0.78);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Buffer.alloc(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 4]!;
  return grey;
}

function jpegWith(segment: Buffer): Buffer {
  const canvas = createCanvas(32, 16);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 32, 16);
  const jpeg = canvas.toBuffer("image/jpeg");
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

const JPEG = {
  Width: 32,
  Height: 16,
  ColorSpace: "DeviceRGB",
  BitsPerComponent: 8,
  Filter: "DCTDecode",
};

const CORNER = "20 0 0 10 500 40";

function underBox(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const grey = SECRET_PICTURE.current;
  const image = context.stream(deflate(grey.pixels), {
    Type: "XObject",
    Subtype: "Image",
    Width: grey.width,
    Height: grey.height,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 8,
    Filter: "FlateDecode",
  });
  page.node.setXObject(PDFName.of("Under"), context.register(image));
  const [x0, y0, x1, y1] = grey.rect as [number, number, number, number];
  replaceContent(
    document,
    page,
    (text) =>
      `q ${x1 - x0} 0 0 ${y1 - y0} ${x0} ${y0} cm /Under Do Q\nq 0.13 g ${x0} ${y0} ${x1 - x0} ${y1 - y0} re f Q\n${text}`,
  );
}

export const SECRET_PICTURE: {
  current: { pixels: Uint8Array; width: number; height: number; rect: readonly number[] };
} = { current: { pixels: new Uint8Array(), width: 0, height: 0, rect: [] } };
