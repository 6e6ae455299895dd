// Puts what the PDF library wrote into the one form that exports have: entries in their order,
// neutral names, contents and streams as an export writes them. The honest export passes through
// it last, so that a mutation differs from it by its cheat alone.
import { inflateSync } from "node:zlib";
import { zlibSync } from "fflate";
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from "pdf-lib";
import type { PDFDocument, PDFObject, PDFPage } from "pdf-lib";

/** Entries in the order in which exports write them; one list serves for all kinds of objects. */
const ORDER = (
  "Type Subtype S Size Root Title Parent P Prev Next Dest First Last Kids Count MediaBox Resources " +
  "Contents Tabs StructParents Annots Pages Lang ViewerPreferences MarkInfo StructTreeRoot " +
  "Rect Border F Dest Contents StructParent Metadata Outlines PageMode PageLabels Producer Creator CreationDate ModDate Pg K Alt " +
  "ActualText ParentTree ParentTreeNextKey BaseFont FontName Encoding DescendantFonts ToUnicode " +
  "CIDSystemInfo FontDescriptor DW W CIDToGIDMap Flags FontBBox ItalicAngle Ascent Descent " +
  "CapHeight XHeight StemV FontFile2 FontFile3 Width Height ImageMask ColorSpace " +
  "BitsPerComponent Font XObject Filter DecodeParms Length1 Length"
).split(" ");

export function canonical(document: PDFDocument): void {
  const { context } = document;
  nameFonts(document);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isDeflated(object)) continue;
    const content = inflateSync(object.contents);
    if (content.subarray(0, 4).equals(TRUETYPE) || content.subarray(0, 4).equals(TRUE))
      context.assign(ref, deflated(object.dict, drawingTables(content)));
    else if (content.includes("begincmap"))
      context.assign(ref, deflated(object.dict, plainTextMap(content.toString("latin1"))));
  }
  for (const page of document.getPages()) writeContents(document, page);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (object instanceof PDFRawStream && isDeflated(object))
      context.assign(ref, deflated(object.dict, inflateSync(object.contents)));
    else if (dict instanceof PDFDict) order(dict);
  }
}

function isDeflated({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of("Filter")) === PDFName.of("FlateDecode");
}

function deflated(dict: PDFDict, content: Uint8Array): PDFRawStream {
  const bytes = zlibSync(content, { level: 6 });
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  dict.set(PDFName.of("Length"), PDFNumber.of(bytes.length));
  order(dict);
  return PDFRawStream.of(dict, bytes);
}

export function order(dict: PDFDict): void {
  const rank = (key: PDFName): number => {
    const at = ORDER.indexOf(key.decodeText());
    return at < 0 ? ORDER.length : at;
  };
  const entries = dict.entries().toSorted((a, b) => rank(a[0]) - rank(b[0]));
  for (const [key] of entries) dict.delete(key);
  for (const [key, value] of entries) dict.set(key, plain(value));
}

/** Numbers with three decimals at most; what is within lists and dictionaries alike. */
function plain(value: PDFObject): PDFObject {
  if (value instanceof PDFNumber) return PDFNumber.of(rounded(value.asNumber()));
  if (value instanceof PDFDict) order(value);
  if (value instanceof PDFArray)
    for (const [i, item] of value.asArray().entries()) value.set(i, plain(item));
  return value;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Fonts are numbered in the order in which pages use them. */
function nameFonts(document: PDFDocument): void {
  const named = new Map<PDFObject, string>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
    for (const [key, ref] of fonts?.entries() ?? []) {
      const name = named.get(ref) ?? `F${named.size + 1}`;
      named.set(ref, name);
      const font = document.context.lookup(ref as PDFRef, PDFDict);
      const neutral = PDFName.of(`AAAAAA+${name}`);
      const cid = font.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
      font.set(PDFName.of("BaseFont"), neutral);
      cid.set(PDFName.of("BaseFont"), neutral);
      cid.lookup(PDFName.of("FontDescriptor"), PDFDict).set(PDFName.of("FontName"), neutral);
      fonts!.delete(key);
      fonts!.set(PDFName.of(name), ref);
      renames.set(key.asString(), `/${name}`);
    }
  }
}

const renames = new Map<string, string>();

function writeContents(document: PDFDocument, page: PDFPage): void {
  const contents = page.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [page.node.get(CONTENTS)!];
  const text = parts
    .map((part) => document.context.lookup(part))
    .map((part) => (part instanceof PDFRawStream ? inflateSync(part.contents) : new Uint8Array()))
    .map((part) => Buffer.from(part).toString("latin1"))
    .join("\n");
  for (const part of parts) if (part instanceof PDFRef) document.context.delete(part);
  const content = text
    .replace(/\/[\w-]+/g, (name) => renames.get(name) ?? name)
    .replace(/-?\d*\.\d+/g, (number) => String(rounded(Number(number))))
    .replace(/\s*\n\s*/g, "\n")
    .trim();
  const dict = document.context.obj({});
  page.node.set(
    CONTENTS,
    document.context.register(deflated(dict, Buffer.from(content, "latin1"))),
  );
}

const CONTENTS = PDFName.of("Contents");
const TRUE = Buffer.from("true");
const TRUETYPE = Buffer.from([0, 1, 0, 0]);
const TABLES = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

/** A font program of the tables that draw, and of any others that a cheat adds. */
export function drawingTables(
  program: Buffer,
  others: Readonly<Record<string, Buffer>> = {},
): Buffer {
  const tables = new Map<string, Buffer>(Object.entries(others));
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const tag = program.toString("latin1", at, at + 4);
    const start = program.readUInt32BE(at + 8);
    const table = program.subarray(start, start + program.readUInt32BE(at + 12));
    if (TABLES.includes(tag)) tables.set(tag, table);
  }
  const tags = [...tables.keys()].toSorted();
  const head = Buffer.alloc(12 + tags.length * 16);
  TRUETYPE.copy(head);
  head.writeUInt16BE(tags.length, 4);
  const parts = [head];
  let at = head.length;
  for (const [i, tag] of tags.entries()) {
    const table = tables.get(tag)!;
    const entry = 12 + i * 16;
    head.write(tag, entry, "latin1");
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

function plainTextMap(text: string): Buffer {
  const entries = [...text.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]+)>/gi)]
    .map(([, code, meaning]) => `<${code}> <${meaning}>`.toUpperCase())
    .filter((entry) => entry !== "<0000> <FFFF>")
    .toSorted();
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${entries.length} beginbfchar
${entries.join("\n")}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end`,
  );
}
