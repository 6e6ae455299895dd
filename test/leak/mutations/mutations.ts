// The cheats: each takes a good export and puts one thing back, or hides one thing in it, that an
// honest export never has. Every one must be caught, and by the check that it names.
import { deflateSync } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import type { PDFPage } from "pdf-lib";
import { naiveBoxes } from "./naive-box.ts";
import type { GoodPair } from "./good-pair.ts";
import { rewrite, streamText } from "./rewrite.ts";
import { SECRET } from "./good-pair.ts";

export interface Mutation {
  readonly name: string;
  /** Check that must fail; others may fail as well. */
  readonly check: string;
  make(pair: GoodPair): Promise<Uint8Array>;
}

type Edit = (document: PDFDocument, page: PDFPage) => void | Promise<void>;

/** Opens the good export, changes it, and writes it again in one revision. */
function edited(name: string, check: string, edit: Edit): Mutation {
  return {
    name,
    check,
    async make({ good }) {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      await edit(document, document.getPage(0));
      return document.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
      });
    },
  };
}

function bytes(name: string, check: string, change: (good: Buffer) => Buffer): Mutation {
  return { name, check, make: async ({ good }) => change(Buffer.from(good)) };
}

const secret = (): PDFHexString => PDFHexString.fromText(`About ${SECRET}`);
const plain = (text: string): PDFString => PDFString.of(text);

function addContent(document: PDFDocument, page: PDFPage, operators: string): void {
  const { context } = document;
  const stream = context.register(
    context.stream(deflateSync(Buffer.from(operators)), { Filter: "FlateDecode" }),
  );
  const contents = page.node.Contents();
  const list = context.obj([]);
  if (contents instanceof PDFArray)
    for (let i = 0; i < contents.size(); i++) list.push(contents.get(i));
  else list.push(page.node.get(PDFName.of("Contents"))!);
  list.push(stream);
  page.node.set(PDFName.of("Contents"), list);
}

function replaceContent(
  document: PDFDocument,
  page: PDFPage,
  change: (text: string) => string,
): void {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i))
      : [contents];
  const text = streams
    .map((stream) => (stream instanceof PDFRawStream ? streamText(stream) : ""))
    .join("\n");
  const { context } = document;
  page.node.set(
    PDFName.of("Contents"),
    context.register(
      context.stream(deflateSync(Buffer.from(change(text), "latin1")), { Filter: "FlateDecode" }),
    ),
  );
}

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

/** Picture of a word on white, as grey bytes. */
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

export const MUTATIONS: readonly Mutation[] = [
  // The old mistakes.
  {
    name: "black boxes over the source",
    check: "terms-absent",
    make: ({ original, marks }) => naiveBoxes(original, marks),
  },
  {
    name: "labelled boxes over the source",
    check: "terms-absent",
    make: ({ original, marks }) => naiveBoxes(original, marks, { label: "Child A" }),
  },
  {
    name: "boxes that let the text shine through",
    check: "burnt-ink-gone",
    make: ({ original, marks }) => naiveBoxes(original, marks, { opacity: 0.6 }),
  },
  { name: "the source itself", check: "terms-absent", make: async ({ original }) => original },

  // Text on the page.
  edited("the secret as one invisible word", "terms-absent", (d, p) =>
    addContent(
      d,
      p,
      `BT 3 Tr /F9 9 Tf 200 300 Td (${SECRET}) Tj ET`.replace("/F9", helvetica(d, p)),
    ),
  ),
  edited("the secret off the page", "terms-absent", (d, p) =>
    addContent(d, p, `BT ${helvetica(d, p)} 9 Tf 2000 300 Td (${SECRET}) Tj ET`),
  ),
  edited("the secret in white", "terms-absent", (d, p) =>
    addContent(d, p, `BT 1 g ${helvetica(d, p)} 9 Tf 200 300 Td (${SECRET}) Tj ET`),
  ),
  edited("half of the secret", "nothing-added", (d, p) =>
    addContent(d, p, `BT 1 g ${helvetica(d, p)} 9 Tf 200 300 Td (${SECRET.slice(0, 7)}) Tj ET`),
  ),
  edited("the secret letter by letter", "terms-absent", (d, p) =>
    addContent(
      d,
      p,
      `BT ${helvetica(d, p)} 9 Tf 200 300 Td [${[...SECRET].map((c) => `(${c}) -400`).join(" ")}] TJ ET`,
    ),
  ),
  edited("one glyph of the secret", "nothing-added", (d, p) =>
    addContent(d, p, `BT ${helvetica(d, p)} 12 Tf 200 300 Td (T) Tj ET`),
  ),
  edited("a misplaced word of the search layer", "text-in-place", (d) => {
    const page = d.getPage(1);
    addContent(d, page, `BT 3 Tr ${helvetica(d, page)} 12 Tf 300 300 Td (panel) Tj ET`);
  }),
  edited("a neighbour word lost", "words-kept", (d, p) =>
    replaceContent(d, p, (text) => dropShown(text, 1)),
  ),
  edited("a label that says something else", "nothing-added", (d, p) =>
    replaceContent(d, p, (text) => relabel(text, 2, 4)),
  ),
  edited("a letter lost at a mark's edge", "words-kept", (d, p) =>
    replaceContent(d, p, (text) => shortenShown(text, 3)),
  ),
  edited("words set twice", "nothing-added", (d, p) =>
    replaceContent(
      d,
      p,
      (text) => `${text}
q 1 0 0 1 0 -300 cm ${text}
Q`,
    ),
  ),

  // Around the page.
  edited("an alternative text", "terms-absent", (d) => {
    const { context, catalog } = d;
    const root = context.nextRef();
    const tag = context.register(
      context.obj({ Type: "StructElem", S: "Figure", P: root, Alt: secret() }),
    );
    context.assign(root, context.obj({ Type: "StructTreeRoot", K: [tag] }));
    catalog.set(PDFName.of("StructTreeRoot"), root);
  }),
  edited("an ActualText in the content", "terms-absent", (d, p) =>
    addContent(d, p, `/Span <</ActualText (${SECRET})>> BDC EMC`),
  ),
  edited("an ActualText in UTF-16", "terms-absent", (d, p) =>
    addContent(d, p, `/Span <</ActualText ${PDFHexString.fromText(SECRET).toString()}>> BDC EMC`),
  ),
  edited("a comment in the content", "content-plain", (d, p) =>
    addContent(d, p, `q Q % ${SECRET}\n`),
  ),
  edited("a marked-content property", "content-plain", (d, p) =>
    addContent(d, p, `/Span <</Note (x) /Who /${SECRET}>> BDC EMC`),
  ),
  edited("a bookmark title", "terms-absent", (d) => {
    const outlines = d.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    outlines.lookup(PDFName.of("First"), PDFDict).set(PDFName.of("Title"), secret());
  }),
  edited("a bookmark with half the secret", "terms-absent", (d) => {
    const outlines = d.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    outlines
      .lookup(PDFName.of("First"), PDFDict)
      .set(PDFName.of("Title"), plain(`The ${SECRET.slice(0, 6)} visit`));
  }),
  edited("a bookmark in other letters", "terms-absent", (d) => {
    const outlines = d.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const odd = `T\u200Bh\u00ADi s-t l e w \u043E\u043E d`;
    outlines
      .lookup(PDFName.of("First"), PDFDict)
      .set(PDFName.of("Title"), PDFHexString.fromText(odd));
  }),
  edited("the title", "terms-absent", (d) => d.setTitle(`Review of ${SECRET}`)),
  edited("the author in the document information", "objects-allowed", (d) =>
    d.setAuthor("Somebody"),
  ),
  edited("a keyword in the document information", "terms-absent", (d) => d.setKeywords([SECRET])),
  edited("an XMP packet", "objects-allowed", (d) => {
    const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${SECRET}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
    d.catalog.set(
      PDFName.of("Metadata"),
      d.context.register(d.context.stream(Buffer.from(xml), { Type: "Metadata", Subtype: "XML" })),
    );
  }),
  edited("a page label", "terms-absent", (d) => {
    const label = d.context.obj({ S: "D" });
    label.set(PDFName.of("P"), plain(`${SECRET}-`));
    d.catalog.set(PDFName.of("PageLabels"), d.context.obj({ Nums: [PDFNumber.of(0), label] }));
  }),
  edited("a named destination", "terms-absent", (d, p) =>
    d.catalog.set(
      PDFName.of("Names"),
      d.context.obj({ Dests: { Names: [plain(SECRET), d.context.obj([p.ref, "Fit"])] } }),
    ),
  ),
  edited("a link to an address", "objects-allowed", (d, p) =>
    p.node.set(
      PDFName.of("Annots"),
      d.context.obj([
        d.context.obj({
          Type: "Annot",
          Subtype: "Link",
          Rect: [0, 0, 9, 9],
          A: { S: "URI", URI: plain(`mailto:${SECRET}@example.org`) },
        }),
      ]),
    ),
  ),
  edited("a comment annotation", "objects-allowed", (d, p) =>
    p.node.set(
      PDFName.of("Annots"),
      d.context.obj([
        d.context.obj({
          Type: "Annot",
          Subtype: "Text",
          Rect: [0, 0, 9, 9],
          Contents: plain("note"),
        }),
      ]),
    ),
  ),
  edited("a redaction mark left over", "objects-allowed", (d, p) =>
    p.node.set(
      PDFName.of("Annots"),
      d.context.obj([d.context.obj({ Type: "Annot", Subtype: "Redact", Rect: [0, 0, 9, 9] })]),
    ),
  ),
  edited("a form field's value", "objects-allowed", (d) => {
    const field = d.context.obj({ FT: "Tx", T: plain("a"), V: plain(SECRET) });
    d.catalog.set(PDFName.of("AcroForm"), d.context.obj({ Fields: [d.context.register(field)] }));
  }),
  edited("a script", "objects-allowed", (d) =>
    d.catalog.set(
      PDFName.of("OpenAction"),
      d.context.obj({ S: "JavaScript", JS: plain("app.alert(1)") }),
    ),
  ),
  edited("an attachment", "objects-allowed", (d) =>
    d.attach(Buffer.from("attached"), "a.txt", { mimeType: "text/plain" }),
  ),
  edited("private data of an application", "objects-allowed", (d, p) =>
    p.node.set(PDFName.of("PieceInfo"), d.context.obj({ App: { Private: plain("x") } })),
  ),
  edited("a thumbnail", "objects-allowed", (d, p) => {
    const image = d.context.stream(deflateSync(Buffer.alloc(16)), {
      Width: 4,
      Height: 4,
      ColorSpace: "DeviceGray",
      BitsPerComponent: 8,
      Filter: "FlateDecode",
    });
    p.node.set(PDFName.of("Thumb"), d.context.register(image));
  }),
  edited("a hidden layer", "objects-allowed", (d) => {
    const layer = d.context.register(d.context.obj({ Type: "OCG", Name: plain("draft") }));
    d.catalog.set(
      PDFName.of("OCProperties"),
      d.context.obj({ OCGs: [layer], D: { OFF: [layer] } }),
    );
  }),
  edited("a private key in the catalog", "terms-absent", (d) =>
    d.catalog.set(PDFName.of(SECRET), PDFNumber.of(1)),
  ),
  edited("the secret as a font's name", "terms-absent", (_, p) => {
    const fonts = p.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    fonts
      .lookup(fonts.keys()[0]!, PDFDict)
      .set(PDFName.of("BaseFont"), PDFName.of(`${SECRET}-Bold`));
  }),
  edited("the secret as a resource's name", "terms-absent", (_, p) => {
    const fonts = p.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    fonts.set(PDFName.of(SECRET), fonts.get(fonts.keys()[0]!)!);
  }),

  // Fonts, images, streams.
  edited("a text entry for an unused code", "fonts-lean", (d, p) => {
    const map = firstFont(p).lookup(PDFName.of("ToUnicode")) as PDFRawStream;
    const text = streamText(map).replace(/endbfchar/, "<0FFF> <0054>\nendbfchar");
    firstFont(p).set(
      PDFName.of("ToUnicode"),
      d.context.register(
        d.context.stream(deflateSync(Buffer.from(text)), { Filter: "FlateDecode" }),
      ),
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
      deflateSync(Buffer.alloc(4 * 4 + 9, 255)),
      { Width: 4, Height: 4, ColorSpace: "DeviceGray", BitsPerComponent: 8, Filter: "FlateDecode" },
      CORNER,
    ),
  ),
  edited("slack behind compressed data", "streams-exact", (d, p) =>
    addImage(
      d,
      p,
      Buffer.concat([deflateSync(Buffer.alloc(16, 255)), Buffer.from("slack")]),
      { Width: 4, Height: 4, ColorSpace: "DeviceGray", BitsPerComponent: 8, Filter: "FlateDecode" },
      CORNER,
    ),
  ),
  edited("an image with a profile", "objects-allowed", (d, p) =>
    addImage(
      d,
      p,
      deflateSync(Buffer.alloc(16, 255)),
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

  // Pictures of the secret.
  edited("the secret's picture under a label", "burnt-ink-gone", (d, p) => underBox(d, p)),
  edited("a picture elsewhere on the page", "page-unchanged", (d, p) =>
    addImage(
      d,
      p,
      deflateSync(picture("hello", 120, 30)),
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
  edited("a line of a drawing lost", "page-unchanged", (d, p) =>
    replaceContent(d, p, (text) => text.replace(/360 530 l\n?/, "61 530 l\n")),
  ),
  edited("a half-transparent state", "objects-allowed", (d, p) => {
    p.node.newExtGState("GS", d.context.obj({ Type: "ExtGState", ca: 0.5 }));
  }),
  edited("a blend mode", "objects-allowed", (d, p) => {
    p.node.newExtGState("GS", d.context.obj({ Type: "ExtGState", BM: "Multiply" }));
  }),

  // The file.
  edited("a lost page", "words-kept", (d) => d.removePage(1)),
  edited("an added page", "words-kept", (d) => void d.addPage([612, 792])),
  edited(
    "an object that nothing refers to",
    "objects-reachable",
    (d) => void d.context.register(d.context.obj({ Who: plain("x") })),
  ),
  edited(
    "the secret in an orphan",
    "terms-absent",
    (d) => void d.context.register(d.context.obj({ Who: plain(SECRET) })),
  ),
  bytes("bytes after the end", "nothing-hidden", (b) => Buffer.concat([b, Buffer.from("tail\n")])),
  bytes("bytes before the header", "nothing-hidden", (b) =>
    Buffer.concat([Buffer.from("head\n"), b]),
  ),
  bytes("an old revision", "one-revision", (b) =>
    Buffer.concat([b, Buffer.from("\n"), appendedRevision(b)]),
  ),
  bytes("bytes between objects", "nothing-hidden", (b) => rewrite(b, { gap: `% ${SECRET}\n` })),
  bytes("an object behind the table's back", "nothing-hidden", (b) =>
    rewrite(b, { gap: "99 0 obj\n(x)\nendobj\n" }),
  ),
  bytes("a stream longer than it says", "streams-exact", (b) => rewrite(b, { slack: "hidden" })),
  bytes("an unused object stream", "nothing-hidden", (b) => rewrite(b, { gap: orphanStream() })),
  {
    name: "an encrypted file",
    check: "objects-allowed",
    make: async ({ good }) => {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      (document as unknown as { encrypt(o: object): void }).encrypt({
        ownerPassword: "owner",
        userPassword: "",
      });
      return document.save({ useObjectStreams: false, addDefaultPage: false });
    },
  },
  bytes("half a file", "engines-agree", (b) => b.subarray(0, b.length >> 1)),
  bytes("no file at all", "engines-agree", () => Buffer.alloc(0)),
];

function helvetica(document: PDFDocument, page: PDFPage): string {
  const font = document.context.obj({
    Type: "Font",
    Subtype: "Type1",
    BaseFont: "Helvetica",
    Encoding: "WinAnsiEncoding",
  });
  page.node.setFontDictionary(PDFName.of("F9"), document.context.register(font));
  return "/F9";
}

function firstFont(page: PDFPage): PDFDict {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  return fonts.lookup(fonts.keys()[0]!, PDFDict);
}

/** Empties the n-th text that a page shows. */
function dropShown(text: string, n: number): string {
  let i = 0;
  return text.replace(/<[0-9A-Fa-f]+> Tj/g, (shown) => (i++ === n ? "<> Tj" : shown));
}

/** Shows the first letters of the k-th text in place of the n-th. */
function relabel(text: string, n: number, k: number): string {
  const shown = [...text.matchAll(/<([0-9A-Fa-f]+)> Tj/g)];
  const other = shown[k]![1]!.slice(0, 24);
  let i = 0;
  return text.replace(/<[0-9A-Fa-f]+> Tj/g, (old) => (i++ === n ? `<${other}> Tj` : old));
}

/** Takes the last letter from the n-th text that a page shows. */
function shortenShown(text: string, n: number): string {
  let i = 0;
  return text.replace(/<([0-9A-Fa-f]+)> Tj/g, (shown, codes: string) =>
    i++ === n ? `<${codes.slice(0, -4)}> Tj` : shown,
  );
}

/** Draws the secret as an image, the box and its label over it: nothing to see, all to find. */
function underBox(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const grey = SECRET_PICTURE.current;
  const image = context.stream(deflateSync(grey.pixels), {
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

/** The original's own pixels of the first mark; set by the suite before it runs. */
export const SECRET_PICTURE: {
  current: { pixels: Uint8Array; width: number; height: number; rect: readonly number[] };
} = { current: { pixels: new Uint8Array(), width: 0, height: 0, rect: [] } };

function appendedRevision(file: Buffer): Buffer {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString("latin1"))![1]);
  const at = file.length + 1;
  const size = /\/Size (\d+)/.exec(file.toString("latin1"))![1];
  const root = /\/Root (\d+ 0 R)/.exec(file.toString("latin1"))![1];
  const body = `${size} 0 obj\n(new)\nendobj\n`;
  const xref = `xref\n${size} 1\n${String(at).padStart(10, "0")} 00000 n \ntrailer\n<< /Size ${Number(size) + 1} /Root ${root} /Prev ${start} >>\nstartxref\n${at + body.length}\n%%EOF\n`;
  return Buffer.from(body + xref);
}

function orphanStream(): string {
  const packed = deflateSync(Buffer.from(`98 0 (${SECRET})`));
  return `97 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString("latin1")}\nendstream\nendobj\n`;
}
