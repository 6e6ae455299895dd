// What an export may consist of: every object type, every key, every fixed value. Whatever is not
// in this table is a finding, known to be harmful or not: forms, scripts, attachments, layers,
// thumbnails, private data and the rest need no list of their own. Data only; walk.ts reads it.

export type Shape =
  | { readonly is: "number" | "bool" | "text" | "bytes" | "numbers" | "name" }
  | { readonly is: "value"; readonly values: readonly (string | number | boolean)[] }
  | { readonly is: "object"; readonly rules: readonly string[] }
  | { readonly is: "list"; readonly of: Shape }
  | { readonly is: "map"; readonly of: Shape }
  | { readonly is: "any"; readonly of: readonly Shape[] };

export interface Rule {
  /** Plain words for a finding. */
  readonly called: string;
  /** Fixed entries by which an object is recognised as of this rule. */
  readonly when?: Readonly<Record<string, string>>;
  readonly stream?: boolean;
  readonly keys: Readonly<Record<string, Shape>>;
}

const number: Shape = { is: "number" };
const bool: Shape = { is: "bool" };
const text: Shape = { is: "text" };
const bytes: Shape = { is: "bytes" };
const numbers: Shape = { is: "numbers" };
const name: Shape = { is: "name" };
const value = (...values: (string | number | boolean)[]): Shape => ({ is: "value", values });
const one = (...rules: string[]): Shape => ({ is: "object", rules });
const list = (of: Shape): Shape => ({ is: "list", of });
const map = (of: Shape): Shape => ({ is: "map", of });
const any = (...of: Shape[]): Shape => ({ is: "any", of });

const streamKeys = {
  Length: number,
  Filter: any(
    value("FlateDecode", "DCTDecode", "CCITTFaxDecode", "ASCII85Decode", "ASCIIHexDecode"),
    list(value("FlateDecode", "DCTDecode", "CCITTFaxDecode", "ASCII85Decode", "ASCIIHexDecode")),
  ),
  DecodeParms: any(one("filter"), list(one("filter"))),
};

const deviceSpace = value("DeviceGray", "DeviceRGB", "DeviceCMYK");
const colourSpace = any(
  deviceSpace,
  list(any(value("Indexed"), deviceSpace, number, bytes, one("lookup"))),
);
const destination = list(
  any(one("page"), number, value("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV")),
);

export const RULES: Readonly<Record<string, Rule>> = {
  trailer: {
    called: "trailer",
    keys: { Size: number, Root: one("catalog"), Info: one("info"), ID: list(bytes) },
  },
  xref: {
    called: "cross-reference stream",
    when: { Type: "XRef" },
    stream: true,
    keys: {
      ...streamKeys,
      Type: value("XRef"),
      Size: number,
      Root: one("catalog"),
      Info: one("info"),
      ID: list(bytes),
      W: numbers,
      Index: numbers,
    },
  },
  packed: {
    called: "object stream",
    when: { Type: "ObjStm" },
    stream: true,
    keys: { ...streamKeys, Type: value("ObjStm"), N: number, First: number },
  },
  filter: {
    called: "filter setting",
    keys: {
      Predictor: number,
      Colors: number,
      BitsPerComponent: number,
      Columns: number,
      Rows: number,
      K: number,
      BlackIs1: bool,
      EncodedByteAlign: bool,
      EndOfBlock: bool,
      EndOfLine: bool,
      ColorTransform: number,
    },
  },
  catalog: {
    called: "catalog",
    keys: {
      Type: value("Catalog"),
      Version: name,
      Pages: one("pages"),
      Outlines: one("outline"),
      PageLabels: one("labels"),
      PageMode: name,
      PageLayout: name,
      Lang: text,
      MarkInfo: one("markinfo"),
      StructTreeRoot: one("tags"),
      ViewerPreferences: one("viewer"),
      Metadata: one("metadata"),
      Names: one("names"),
    },
  },
  viewer: { called: "viewer setting", keys: { DisplayDocTitle: bool, Direction: name } },
  markinfo: { called: "tagging mark", keys: { Marked: value(true), Suspects: value(false) } },
  names: { called: "list of names", keys: { Dests: one("nametree") } },
  nametree: {
    called: "named destination",
    keys: {
      Names: list(any(text, destination, one("target"))),
      Kids: list(one("nametree")),
      Limits: list(text),
    },
  },
  target: { called: "named destination", keys: { D: destination } },
  metadata: {
    called: "metadata packet",
    stream: true,
    keys: { ...streamKeys, Type: value("Metadata"), Subtype: value("XML") },
  },
  info: {
    called: "document information",
    keys: { Title: text, Creator: text, Producer: text, CreationDate: text, ModDate: text },
  },
  labels: { called: "page labels", keys: { Nums: list(any(number, one("label"))) } },
  label: { called: "page label", keys: { Type: value("PageLabel"), S: name, P: text, St: number } },
  outline: {
    called: "outline",
    when: { Type: "Outlines" },
    keys: { Type: value("Outlines"), First: one("bookmark"), Last: one("bookmark"), Count: number },
  },
  bookmark: {
    called: "bookmark",
    keys: {
      Title: text,
      Parent: one("outline", "bookmark"),
      Prev: one("bookmark"),
      Next: one("bookmark"),
      First: one("bookmark"),
      Last: one("bookmark"),
      Count: number,
      Dest: any(destination, text),
      A: one("goto"),
      F: number,
      C: numbers,
    },
  },
  goto: {
    called: "link action",
    keys: { Type: value("Action"), S: value("GoTo"), D: any(destination, text) },
  },
  pages: {
    called: "page list",
    when: { Type: "Pages" },
    keys: {
      Type: value("Pages"),
      Kids: list(one("pages", "page")),
      Count: number,
      Parent: one("pages"),
      MediaBox: numbers,
    },
  },
  page: {
    called: "page",
    when: { Type: "Page" },
    keys: {
      Type: value("Page"),
      Parent: one("pages"),
      MediaBox: numbers,
      CropBox: numbers,
      Rotate: value(0),
      Resources: one("resources"),
      Contents: any(one("content"), list(one("content"))),
      StructParents: number,
      Tabs: value("S", "R", "C"),
      Annots: list(one("link")),
    },
  },
  link: {
    called: "link",
    when: { Subtype: "Link" },
    keys: {
      Type: value("Annot"),
      Subtype: value("Link"),
      Rect: numbers,
      Border: numbers,
      BS: one("border"),
      F: number,
      P: one("page"),
      Dest: any(destination, text),
      A: one("goto"),
      Contents: text,
      StructParent: number,
      H: name,
    },
  },
  border: { called: "link border", keys: { Type: value("Border"), W: number, S: name } },
  content: { called: "page content", stream: true, keys: streamKeys },
  resources: {
    called: "resource list",
    keys: {
      Font: map(one("type0", "type1", "truetype")),
      XObject: map(one("image", "form")),
      ExtGState: map(one("gstate")),
      ColorSpace: map(colourSpace),
      ProcSet: list(name),
    },
  },
  gstate: {
    called: "graphics state",
    keys: {
      Type: value("ExtGState"),
      ca: value(1),
      CA: value(1),
      BM: value("Normal"),
      SMask: value("None"),
      AIS: value(false),
      LW: number,
      LC: number,
      LJ: number,
      ML: number,
      D: list(any(number, numbers)),
      SA: bool,
    },
  },
  form: {
    called: "drawing",
    when: { Subtype: "Form" },
    stream: true,
    keys: {
      ...streamKeys,
      Type: value("XObject"),
      Subtype: value("Form"),
      FormType: value(1),
      BBox: numbers,
      Matrix: numbers,
      Resources: one("resources"),
    },
  },
  image: {
    called: "image",
    when: { Subtype: "Image" },
    stream: true,
    keys: {
      ...streamKeys,
      Type: value("XObject"),
      Subtype: value("Image"),
      Width: number,
      Height: number,
      ColorSpace: colourSpace,
      BitsPerComponent: number,
      ImageMask: bool,
      Decode: numbers,
      Interpolate: bool,
      SMask: one("image"),
      Mask: any(one("image"), numbers),
    },
  },
  lookup: { called: "colour table", stream: true, keys: streamKeys },
  type0: {
    called: "font",
    when: { Subtype: "Type0" },
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
      DW: number,
      W: numbers,
      CIDToGIDMap: any(value("Identity"), one("cidmap")),
    },
  },
  cidsystem: { called: "font", keys: { Registry: text, Ordering: text, Supplement: number } },
  cidmap: { called: "glyph map", stream: true, keys: streamKeys },
  tounicode: {
    called: "text map",
    stream: true,
    keys: { ...streamKeys, Type: value("CMap"), CMapName: name, CIDSystemInfo: one("cidsystem") },
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
      ...streamKeys,
      Subtype: value("CIDFontType0C", "Type1C", "OpenType"),
      Length1: number,
    },
  },
  tags: {
    called: "tag tree",
    when: { Type: "StructTreeRoot" },
    keys: {
      Type: value("StructTreeRoot"),
      K: any(one("tag"), list(one("tag"))),
      ParentTree: one("parents"),
      ParentTreeNextKey: number,
    },
  },
  parents: {
    called: "tag index",
    keys: {
      Nums: list(any(number, one("tag"), list(any(one("tag"), value("null"))))),
      Kids: list(one("parents")),
      Limits: numbers,
    },
  },
  tag: {
    called: "tag",
    keys: {
      Type: value("StructElem"),
      S: name,
      P: one("tags", "tag"),
      K: any(
        number,
        one("content-mark", "object-mark", "tag"),
        list(any(number, one("content-mark", "object-mark", "tag"))),
      ),
      Pg: one("page"),
      Alt: text,
      ActualText: text,
      Lang: text,
      A: any(one("attribute"), list(one("attribute"))),
    },
  },
  "content-mark": {
    called: "tag",
    when: { Type: "MCR" },
    keys: { Type: value("MCR"), Pg: one("page"), MCID: number },
  },
  "object-mark": {
    called: "tag",
    when: { Type: "OBJR" },
    keys: { Type: value("OBJR"), Pg: one("page"), Obj: one("link") },
  },
  attribute: {
    called: "tag attribute",
    keys: {
      O: value("Table", "Layout", "List"),
      RowSpan: number,
      ColSpan: number,
      Scope: value("Row", "Column", "Both"),
      BBox: numbers,
      Placement: name,
      ListNumbering: name,
    },
  },
};
