// What fonts may hold, from their lists of codes to their programs. Data only.
import { any, list, name, number, numbers, one, streamKeys, text, value } from "./shapes.ts";
import type { Rule } from "./shapes.ts";

export const FONTS_RULES: Readonly<Record<string, Rule>> = {
  type0: {
    called: "font",
    when: { Subtype: "Type0" },
    anywhere: ["ToUnicode"],
    keys: {
      Type: value("Font"),
      Subtype: value("Type0"),
      BaseFont: name,
      Encoding: value("Identity-H"),
      DescendantFonts: list(one("cidfont")),
      ToUnicode: one("tounicode"),
    },
  },
  cidfont: {
    called: "font",
    keys: {
      Type: value("Font"),
      Subtype: value("CIDFontType0", "CIDFontType2"),
      BaseFont: name,
      CIDSystemInfo: one("cidsystem"),
      FontDescriptor: one("descriptor"),
      DW: value(500, 1000),
      W: numbers,
      CIDToGIDMap: any(value("Identity"), one("cidmap")),
    },
  },
  cidsystem: { called: "font", keys: { Registry: text, Ordering: text, Supplement: number } },
  cidmap: { called: "glyph map", stream: true, keys: streamKeys },
  tounicode: {
    called: "text map",
    stream: true,
    keys: { Type: value("CMap"), CMapName: name, CIDSystemInfo: one("cidsystem"), ...streamKeys },
  },
  type1: {
    called: "font",
    when: { Subtype: "Type1" },
    keys: {
      Type: value("Font"),
      Subtype: value("Type1"),
      BaseFont: name,
      Encoding: value("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"),
    },
  },
  truetype: {
    called: "font",
    when: { Subtype: "TrueType" },
    keys: {
      Type: value("Font"),
      Subtype: value("TrueType"),
      BaseFont: name,
      Encoding: value("WinAnsiEncoding", "MacRomanEncoding"),
      FirstChar: number,
      LastChar: number,
      Widths: numbers,
      FontDescriptor: one("descriptor"),
      ToUnicode: one("tounicode"),
    },
  },
  descriptor: {
    called: "font description",
    keys: {
      Type: value("FontDescriptor"),
      FontName: name,
      Flags: number,
      FontBBox: numbers,
      ItalicAngle: number,
      Ascent: number,
      Descent: number,
      CapHeight: number,
      XHeight: number,
      StemV: number,
      MissingWidth: number,
      FontFile2: one("fontfile"),
      FontFile3: one("fontfile"),
    },
  },
  fontfile: {
    called: "font program",
    stream: true,
    keys: {
      Subtype: value("CIDFontType0C", "Type1C", "OpenType"),
      Filter: streamKeys.Filter,
      DecodeParms: streamKeys.DecodeParms,
      Length1: number,
      Length: streamKeys.Length,
    },
  },
};
