// Words that every export is written in: keys and values of PDF, of its metadata packet and of its
// character maps. In the bytes of a file they prove nothing: "Description" stands there whatever was
// burnt. What is written beside them is judged by the checks of structure. Data only.
import { foldTerm } from "./fold.ts";

/** What exports of every document say of themselves. */
const FIXED_TEXTS: ReadonlySet<string> = new Set([
  "Candour",
  // The title of an export that has none of its own.
  "Redacted document",
  "Adobe",
  "Identity",
]);

const FIXED_PLACES =
  /^a font(?: program| \((?:Registry|Ordering)\))$|^a document information \((?:Title|Creator|Producer)\)$|^the metadata packet$/;

/** What tags of all exports say of every picture; the form of tags allows nothing else there. */
const OF_PICTURES = { text: "Picture", where: "a tag (Alt)" };

const WORDS = `
AIS Alt Annot Annots Artifact Ascent BaseFont BitsPerComponent BlackIs1 BlockQuote Border Both
CCITTFaxDecode CIDFontType0 CIDFontType0C CIDFontType2 CIDSystemInfo CIDToGIDMap Candour
CandourVisibleText CapHeight Caption Catalog ColSpan ColorSpace Column Columns Contents Count
CreationDate Creator DCTDecode Decimal DecodeParms DescendantFonts Descent Dest DeviceGray DeviceRGB
Disc DisplayDocTitle Document Encoding ExtGState Figure Filter First Flags FlateDecode Font FontBBox
FontDescriptor FontFile2 FontFile3 FontName Headers Height Identity Image ImageMask Indexed Info
Interpolate ItalicAngle Kids LBody Lang Last Length Length1 Link List ListNumbering LowerAlpha
LowerRoman MarkInfo Marked MediaBox Metadata ModDate Next Note Nums OBJR ObjStm Ordered Ordering
Outlines Page PageLabels PageMode Pages Parent ParentTree ParentTreeNextKey Placement Prev Producer
Quote Rect Registry Resources Root RowSpan Rows SMask Scope Size Span StemV StructElem StructParent
StructParents StructTreeRoot Subtype Supplement TOC TOCI Table Tabs Title ToUnicode Type Type0 URI
Unordered UpperAlpha UpperRoman UseOutlines ViewerPreferences Width XObject XRef endobj endstream
startxref stream trailer
Adobe CIDInit CMap CMapName CMapType ProcSet begin beginbfchar beginbfrange begincmap
begincodespacerange currentdict defineresource endbfchar endbfrange endcmap endcodespacerange
findresource
Bag CreateDate CreatorTool Description MetadataDate ModifyDate about adobe aiim default elements
format http language meta part pdfuaid purl rdf syntax title www xmlns xmpmeta xpacket
adobe:ns:meta/ http://www.w3.org/1999/02/22-rdf-syntax-ns# http://purl.org/dc/elements/1.1/
http://ns.adobe.com/xap/1.0/ http://ns.adobe.com/pdf/1.3/ http://www.aiim.org/pdfua/ns/id/
`;

const WRITTEN = [...WORDS.split(/\s+/), ...FIXED_TEXTS, OF_PICTURES.text].map(
  (word) => foldTerm(word).text,
);

/** True of what every export holds in its bytes, whole or within another word. */
export function inEveryFile(folded: string): boolean {
  return WRITTEN.some((word) => word.includes(folded));
}

/** True of a text of an export that is the same in all of them. */
export function sameInEveryFile(where: string, text: string): boolean {
  if (where === OF_PICTURES.where) return text === OF_PICTURES.text;
  return FIXED_TEXTS.has(text) && FIXED_PLACES.test(where);
}
