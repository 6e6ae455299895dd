// Cheats around the pages: properties, tags, links, forms, layers and everything else that hangs on
// a document without being seen.
import { deflateSync } from "node:zlib";
import { PDFDict, PDFHexString, PDFName, PDFNumber } from "pdf-lib";
import type { PDFDocument } from "pdf-lib";
import { edited, secret, plain, addContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { SECRET } from "./good-pair.ts";

export const AROUND_PAGES: readonly Mutation[] = [
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
  edited("a bookmark that says what the original's does not", "nothing-added", (d) =>
    firstBookmark(d, "The visit of the 3rd"),
  ),
  edited("a bookmark with a letter of another alphabet", "nothing-added", (d) =>
    firstBookmark(d, "The v\u0456sit"),
  ),
  edited("a bookmark with words beside its label", "nothing-added", (d) =>
    firstBookmark(d, "The [Child A], aged 7, visit"),
  ),
  edited("a page label with a word of its own", "nothing-added", (d) => {
    const label = d.context.obj({ S: "D", P: plain("Ward 7-") });
    d.catalog.set(PDFName.of("PageLabels"), d.context.obj({ Nums: [PDFNumber.of(0), label] }));
  }),
  edited("a metadata packet with another title", "objects-allowed", (d) => {
    const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Overview report of ward 7</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
    d.catalog.set(
      PDFName.of("Metadata"),
      d.context.register(d.context.stream(Buffer.from(xml), { Type: "Metadata", Subtype: "XML" })),
    );
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
];

function firstBookmark(document: PDFDocument, title: string): void {
  const outlines = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
  outlines
    .lookup(PDFName.of("First"), PDFDict)
    .set(PDFName.of("Title"), PDFHexString.fromText(title));
}
