// Cheats that say something by a choice which no page shows: an operator more, a colour set again, codes,
// numbers or colours counted in another order, a digit behind a page's size, a picture that is not drawn.
import { createCanvas } from "@napi-rs/canvas";
import { PDFHexString, PDFName, PDFRef } from "pdf-lib";
import type { PDFDocument, PDFPage } from "pdf-lib";
import { deflate, edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";

const PLAIN = "content-plain";
const ONE_WAY = "written-one-way";

export const CHOICES: readonly Mutation[] = [
  edited("a colour set twice", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => text.replace("\nBT", "\n0 g\n0 g\nBT")),
  ),
  edited("a colour that nothing is painted in", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => text.replace("\nBT", "\n0.5 g\n0 g\nBT")),
  ),
  edited("a state that is kept and not given back", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => `${text.trimEnd()}\nq 1 0 0 1 0 0 cm`),
  ),
  edited("a place that is left at once", PLAIN, (d, p) =>
    replaceContent(d, p, (text) =>
      text.replace(/\n(1 0 0 1 [^\n]* Tm)\n/, "\n1 0 0 1 90 90 Tm\n$1\n"),
    ),
  ),
  edited("a font set twice", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/\n(\/F1 [^\n]* Tf)\n/, "\n$1\n$1\n")),
  ),
  edited("a text object that ends in a place", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => text.replace("\nET", "\n1 0 0 1 72 100 Tm\nET")),
  ),
  edited("a width of lines where there are none", PLAIN, (d, p) =>
    replaceContent(d, p, (text) => `${text.trimEnd()}\n3 w`),
  ),
  edited("codes that are not counted in order", PLAIN, (d, p) =>
    replaceContent(d, p, (text) =>
      text.replace(/<((?:[0-9A-F]{4})+)> Tj/g, (_, codes: string) => {
        const other = codes.replace(/.{4}/g, (code) => EXCHANGED[code] ?? code);
        return `<${other}> Tj`;
      }),
    ),
  ),
  edited("numbers of two contents exchanged", ONE_WAY, (d) => {
    const key = PDFName.of("Contents");
    const [one, two] = [d.getPage(0).node, d.getPage(1).node];
    const [first, second] = [one.get(key) as PDFRef, two.get(key) as PDFRef];
    const [content, other] = [d.context.lookup(first)!, d.context.lookup(second)!];
    d.context.assign(first, other);
    d.context.assign(second, content);
    one.set(key, second);
    two.set(key, first);
  }),
  edited("a picture that no page draws", PLAIN, (d, p) =>
    keep(d, p, grey({ Width: 4, Height: 1 }), deflate(Buffer.from([0, 90, 180, 255]))),
  ),
  edited("colours of a small picture in another order", "images-clean", (d, p) =>
    draw(
      d,
      p,
      {
        Width: 8,
        Height: 1,
        ColorSpace: ["Indexed", "DeviceRGB", 1, PDFHexString.of("ffffff000000")],
        BitsPerComponent: 1,
        Filter: "FlateDecode",
      },
      deflate(Buffer.from([0b10101010])),
    ),
  ),
  edited("private data in a JPEG's colour header", "images-clean", (d, p) =>
    draw(
      d,
      p,
      { Width: 32, Height: 16, ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "DCTDecode" },
      adobeJpeg(),
    ),
  ),
  edited("a picture shown the other way round", "objects-allowed", (d, p) =>
    draw(
      d,
      p,
      { ...grey({ Width: 4, Height: 1 }), Decode: [1, 0] },
      deflate(Buffer.from([255, 165, 75, 0])),
    ),
  ),
  edited("a state of drawing that no page needs", "objects-allowed", (d, p) => {
    const states = d.context.obj({ G0: { LW: 3 } });
    p.node.Resources()!.set(PDFName.of("ExtGState"), states);
  }),
  edited("a page larger by a thousandth of a point", "page-unchanged", (_, p) => {
    p.node.set(PDFName.of("MediaBox"), p.doc.context.obj([0, 0, 612.001, 792]));
  }),
];

const grey = (size: Record<string, number>): Record<string, unknown> => ({
  ...size,
  ColorSpace: "DeviceGray",
  BitsPerComponent: 8,
  Filter: "FlateDecode",
});

const EXCHANGED: Readonly<Record<string, string>> = { "0001": "0002", "0002": "0001" };

function keep(
  { context }: PDFDocument,
  page: PDFPage,
  entries: Record<string, unknown>,
  data: Uint8Array,
): void {
  const stream = context.stream(data, { Type: "XObject", Subtype: "Image", ...entries } as never);
  page.node.setXObject(PDFName.of("I0"), context.register(stream));
}

function draw(
  document: PDFDocument,
  page: PDFPage,
  entries: Record<string, unknown>,
  data: Uint8Array,
): void {
  keep(document, page, entries, data);
  const shown = "/Artifact BMC\nq\n20 0 0 10 500 40 cm\n/I0 Do\nQ\nEMC";
  replaceContent(document, page, (text) => `${text.trimEnd()}\n${shown}`);
}

/** A JPEG with the header of exports and, behind it, twelve bytes that some programs write. */
function adobeJpeg(): Buffer {
  const canvas = createCanvas(32, 16);
  canvas.getContext("2d").fillRect(0, 0, 32, 16);
  const data = canvas.toBuffer("image/jpeg");
  const head = Buffer.from("ffe000104a46494600010100000100010000", "hex");
  const adobe = Buffer.concat([Buffer.from("ffee000e", "hex"), Buffer.from("Adobe\0 k7 q1")]);
  const first = data.readUInt16BE(2) === 0xffe0 ? 4 + data.readUInt16BE(4) : 2;
  return Buffer.concat([data.subarray(0, 2), head, adobe, data.subarray(first)]);
}
