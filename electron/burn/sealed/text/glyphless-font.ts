// The font of the invisible text layer: glyphs without ink, one width for all, so that nothing of
// a source's fonts can be in it (B2). Only characters that were written get a ToUnicode entry. One font
// for the whole export, written once all pages are known.
import { zlibSync } from "fflate";
import { PDFName, PDFString } from "pdf-lib";
import type { PDFDocument, PDFRef } from "pdf-lib";
import { ADVANCE, WordCodes, hex4 } from "./word-codes.ts";

const NAME = "CandourVisibleText";

export class GlyphlessFont {
  readonly ref: PDFRef;
  readonly codes = new WordCodes();
  readonly #doc: PDFDocument;

  constructor(doc: PDFDocument) {
    this.#doc = doc;
    this.ref = doc.context.nextRef();
  }

  /** Writes the font's objects; nothing is written where no page used it. */
  finish(): void {
    const { texts } = this.codes;
    if (texts.size === 0) return;
    const { context } = this.#doc;
    const codes = [...texts.keys()].sort((a, b) => a - b);
    const program = trueType();
    const file = context.register(
      context.stream(zlibSync(program), { Filter: "FlateDecode", Length1: program.length }),
    );
    const descriptor = context.register(
      context.obj({
        Type: "FontDescriptor",
        FontName: NAME,
        Flags: 4,
        FontBBox: [0, -200, 500, 800],
        ItalicAngle: 0,
        Ascent: 800,
        Descent: -200,
        CapHeight: 700,
        StemV: 80,
        FontFile2: file,
      }),
    );
    // Every code shows glyph 1: glyph 0 is ".notdef", which accessible documents may not show.
    const map = new Uint8Array((codes[codes.length - 1]! + 1) * 2);
    for (const code of codes) map[code * 2 + 1] = 1;
    const descendant = context.register(
      context.obj({
        Type: "Font",
        Subtype: "CIDFontType2",
        BaseFont: NAME,
        CIDSystemInfo: {
          Registry: PDFString.of("Adobe"),
          Ordering: PDFString.of("Identity"),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        DW: ADVANCE * 1000,
        CIDToGIDMap: context.register(context.stream(zlibSync(map), { Filter: "FlateDecode" })),
      }),
    );
    const font = context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: NAME,
      Encoding: "Identity-H",
      ToUnicode: context.register(
        context.stream(zlibSync(toUnicode(codes, texts)), { Filter: "FlateDecode" }),
      ),
    });
    font.set(PDFName.of("DescendantFonts"), context.obj([descendant]));
    context.assign(this.ref, font);
  }
}

function toUnicode(codes: readonly number[], texts: ReadonlyMap<number, string>): Uint8Array {
  const entries = codes.map((code) => `<${hex4(code)}> <${utf16(texts.get(code)!)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const part = entries.slice(i, i + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`);
  }
  return new TextEncoder().encode(
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
      "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n" +
      `${blocks.join("\n")}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`,
  );
}

function utf16(text: string): string {
  let hex = "";
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

/** A TrueType program with two empty glyphs. */
function trueType(): Uint8Array {
  const tables: readonly [string, readonly number[]][] = [
    ["glyf", [0, 0, 0, 0]],
    ["head", headTable()],
    // version, ascender, descender, lineGap, advanceWidthMax, three bearings, caret, 4 reserved, format, 2 metrics
    ["hhea", words(1, 0, 800, -200, 0, 500, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
    ["hmtx", words(500, 0, 500, 0)],
    ["loca", words(0, 0, 0)],
    ["maxp", words(1, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
  ];
  const header = 12 + tables.length * 16;
  let at = header;
  const directory: number[] = [...words(1, 0, tables.length, 64, 2, 32)];
  const body: number[] = [];
  for (const [tag, data] of tables) {
    const padded = [...data, ...Array<number>((4 - (data.length % 4)) % 4).fill(0)];
    directory.push(...[...tag].map((c) => c.charCodeAt(0)), ...long(checksum(padded)));
    directory.push(...long(at), ...long(data.length));
    body.push(...padded);
    at += padded.length;
  }
  return Uint8Array.from([...directory, ...body]);
}

function headTable(): number[] {
  return [
    ...words(1, 0, 1, 0),
    ...long(0), // checkSumAdjustment: readers do not look at it in a PDF
    ...long(0x5f0f3cf5),
    ...words(0, 1000),
    ...long(0), // created, modified: no dates, so that bytes stay equal (B1)
    ...long(0),
    ...long(0),
    ...long(0),
    ...words(0, -200, 500, 800, 0, 8, 2, 0, 0),
  ];
}

function words(...values: number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 255, value & 255]);
}

function long(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function checksum(bytes: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const word = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!;
    sum = (sum + (word >>> 0)) >>> 0;
  }
  return sum;
}
