// Writes a finished pool into the export: a Type 0 font with Identity-H over a new CID-keyed CFF,
// its widths and its ToUnicode map. Names are neutral; nothing of the source's font is named.
import { zlibSync } from "fflate";
import { PDFHexString, PDFRawStream } from "pdf-lib";
import type { PDFContext, PDFRef } from "pdf-lib";
import { writeCff } from "./cff.ts";
import { charstring } from "./charstring.ts";
import type { Pool } from "./pool.ts";

const FLAG_FIXED = 1;
const FLAG_SERIF = 2;
const FLAG_SYMBOLIC = 4;
const FLAG_ITALIC = 64;
/** bfchar sections hold at most 100 entries. */
const SECTION = 100;

/** @param ref under which the pages name the font */
export function embedPool(context: PDFContext, pool: Pool, ref: PDFRef, packed = true): void {
  const { face, glyphs } = pool;
  const units = face.unitsPerEm;
  const name = `AAAAAA+${pool.name}`;
  const bounds = boundsOf(pool);
  const notdef = charstring([], 0.5, units);
  const program = writeCff({
    name,
    unitsPerEm: units,
    bounds: bounds.map((n) => Math.round(n * units)) as [number, number, number, number],
    charstrings: [notdef, ...glyphs.map((g) => g.charstring)],
  });
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: name,
      Flags:
        FLAG_SYMBOLIC |
        (face.monospace ? FLAG_FIXED : 0) |
        (face.serif ? FLAG_SERIF : 0) |
        (face.italic ? FLAG_ITALIC : 0),
      FontBBox: bounds.map(per1000),
      ItalicAngle: face.italic ? -12 : 0,
      Ascent: per1000(face.ascent),
      Descent: per1000(face.descent),
      CapHeight: 700,
      StemV: face.bold ? 120 : 80,
      FontFile3: stream(context, program, { Subtype: "CIDFontType0C" }, packed),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.of("41646F6265"),
        Ordering: PDFHexString.of("4964656E74697479"),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 500,
      W: [1, glyphs.map((g) => g.width)],
    }),
  );
  context.assign(
    ref,
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: stream(context, new TextEncoder().encode(toUnicode(pool)), {}, packed),
    }),
  );
}

function per1000(n: number): number {
  return Math.round(n * 1000);
}

/** @param packed false leaves the bytes as they are, for documents that are thrown away */
export function stream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, string | number>>,
  packed = true,
): PDFRef {
  if (!packed) {
    const plain = context.obj({ ...entries, Length: bytes.length });
    return context.register(PDFRawStream.of(plain, bytes));
  }
  const deflated = zlibSync(bytes, { level: 6 });
  const dict = context.obj({ ...entries, Filter: "FlateDecode", Length: deflated.length });
  return context.register(PDFRawStream.of(dict, deflated));
}

function boundsOf(pool: Pool): number[] {
  const all = [0, 0, 0, 0];
  for (const { bounds } of pool.glyphs) {
    if (!bounds) continue;
    all[0] = Math.min(all[0]!, bounds[0]);
    all[1] = Math.min(all[1]!, bounds[1]);
    all[2] = Math.max(all[2]!, bounds[2]);
    all[3] = Math.max(all[3]!, bounds[3]);
  }
  return all;
}

function toUnicode(pool: Pool): string {
  const lines: string[] = [];
  for (const { code, unicode } of pool.glyphs) {
    if (unicode !== "") lines.push(`<${hex4(code)}> <${utf16(unicode)}>`);
  }
  const sections: string[] = [];
  for (let i = 0; i < lines.length; i += SECTION) {
    const part = lines.slice(i, i + SECTION);
    sections.push(`${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

const SPELT: string[] = [];

/** Four digits; asked for every letter of a document. */
export function hex4(n: number): string {
  return n < SPELT_BELOW ? (SPELT[n] ??= spelt(n)) : spelt(n);
}

const SPELT_BELOW = 4096;

function spelt(n: number): string {
  return n.toString(16).toUpperCase().padStart(4, "0");
}

function utf16(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}
