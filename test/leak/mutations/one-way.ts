// Cheats that change nothing that is seen or read: bits in the way in which a file is written. Each
// could spell a secret to who knows where to look.
import { deflateRawSync, deflateSync, inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFString } from "pdf-lib";
import type { PDFDocument, PDFPage } from "pdf-lib";
import { bytes, edited, firstFont, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { streamText } from "./rewrite.ts";

const FORM = "written-one-way";

export const WRITTEN_OTHERWISE: readonly Mutation[] = [
  edited("digits behind the coordinates", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/ 740 /, " 740.00002 ")),
  ),
  edited("idle zeros behind the coordinates", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/ 740 /, " 740.0 ")),
  ),
  edited("a number with a sign that it does not need", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/ 740 /, " +740 ")),
  ),
  edited("second blanks between numbers", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/ 740 /, "  740 ")),
  ),
  edited("a tab for a blank", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/ 740 /, "\t740 ")),
  ),
  edited("codes in two cases", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/<[0-9A-F]*[A-F][0-9A-F]*>/, lower)),
  ),
  edited("decimals with and without their zero", FORM, (d, p) =>
    replaceContent(d, p, (text) => text.replace(/(\s)0\.(\d)/, "$1.$2")),
  ),
  edited("pairs of operators that do nothing", "content-plain", (d, p) =>
    replaceContent(d, p, (text) => `${text}\nq\nQ\nq\nQ`),
  ),
  edited("entries in another order", FORM, (_, p) => reversed(firstFont(p))),
  edited("names of what a page uses in another order", FORM, (_, p) => {
    const fonts = p.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    fonts.set(PDFName.of("F0"), fonts.get(fonts.keys()[0]!)!);
  }),
  edited("one font by two names", FORM, (_, p) => {
    const fonts = p.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    fonts.set(PDFName.of("F7"), fonts.get(fonts.keys()[0]!)!);
  }),
  edited("contents compressed harder", FORM, (d, p) =>
    packed(d, p, (plain) => deflateSync(plain, { level: 9 })),
  ),
  edited("an empty block within compressed data", FORM, (d, p) => packed(d, p, withEmptyBlock)),
  edited("contents that are not compressed", FORM, (d, p) => {
    const plain = contentOf(p);
    p.node.set(PDFName.of("Contents"), d.context.register(d.context.stream(plain)));
  }),
  edited("contents compressed and then spelt out", "objects-allowed", (d, p) => {
    const hex = Buffer.from(`${deflateSync(contentOf(p)).toString("hex")}>`);
    const filters = ["ASCIIHexDecode", "FlateDecode"];
    p.node.set(
      PDFName.of("Contents"),
      d.context.register(d.context.stream(hex, { Filter: filters })),
    );
  }),
  edited("numbers of objects left out", FORM, (d) => {
    const info = d.context.trailerInfo.Info!;
    const far = d.context.lookup(info)!;
    for (let i = 0; i < 20; i++) d.context.nextRef();
    d.context.trailerInfo.Info = d.context.register(far);
    d.context.delete(info as Parameters<typeof d.context.delete>[0]);
  }),
  edited("a text with a needless escape", FORM, (d) =>
    d.catalog.set(PDFName.of("Lang"), PDFString.of("en\\055GB")),
  ),
  edited("a language that is none", FORM, (d) =>
    d.catalog.set(PDFName.of("Lang"), PDFString.of("x-b3d1")),
  ),
  edited("a second date", FORM, (d) => {
    d.setCreationDate(new Date(1e12));
    d.setModificationDate(new Date(1.1e12));
  }),
  edited("an identifier of two numbers", FORM, (d) => {
    const half = (text: string): PDFString => PDFString.of(text);
    d.context.trailerInfo.ID = d.context.obj([half("0123456789abcdef"), half("0123456789abcdeg")]);
  }),
  edited("a version of its own in the catalog", "objects-allowed", (d) =>
    d.catalog.set(PDFName.of("Version"), PDFName.of("1.7")),
  ),
  edited("a destination's place on its page", "objects-allowed", (d, p) => {
    const outlines = d.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const place = d.context.obj([p.ref, "XYZ", 72, 718, 0]);
    outlines.lookup(PDFName.of("First"), PDFDict).set(PDFName.of("Dest"), place);
  }),
  bytes("another mark of a binary file", FORM, (b) => {
    b.set([0x9a, 0xc3, 0xe1, 0xf0], b.indexOf("%\x81", 0, "latin1") + 1);
    return b;
  }),
  bytes("a count behind the first free entry", FORM, (b) => replaced(b, " 65535 f", " 65534 f")),
  bytes("other line ends in the table", FORM, (b) => replaced(b, "f \n", "f\r\n")),
  bytes("a number with a zero before it", FORM, (b) =>
    replaced(b, "/MediaBox [ 0 0 612 792 ]", "/MediaBox [ 0 00 612 792]"),
  ),
];

function lower(codes: string): string {
  return codes.toLowerCase();
}

function replaced(file: Buffer, from: string, to: string): Buffer {
  const at = file.indexOf(from, 0, "latin1");
  file.write(to, at, "latin1");
  return file;
}

function reversed(dict: PDFDict): void {
  const entries = dict.entries().toReversed();
  for (const [key] of entries) dict.delete(key);
  for (const [key, value] of entries) dict.set(key, value);
}

function contentOf(page: PDFPage): Buffer {
  const contents = page.node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  return Buffer.from(streamText(stream as PDFRawStream), "latin1");
}

function packed(document: PDFDocument, page: PDFPage, pack: (plain: Buffer) => Uint8Array): void {
  const { context } = document;
  const data = pack(contentOf(page));
  const dict = context.obj({ Filter: "FlateDecode", Length: PDFNumber.of(data.length) });
  page.node.set(PDFName.of("Contents"), context.register(PDFRawStream.of(dict as PDFDict, data)));
}

/** Compressed data that begin with a block of nothing: readers pass over it. */
function withEmptyBlock(plain: Buffer): Buffer {
  const whole = deflateSync(plain);
  const nothing = Buffer.from([0, 0, 0, 0xff, 0xff]);
  const data = Buffer.concat([
    whole.subarray(0, 2),
    nothing,
    deflateRawSync(plain),
    whole.subarray(-4),
  ]);
  if (!inflateSync(data).equals(plain)) throw new Error("The data do not open.");
  return data;
}
