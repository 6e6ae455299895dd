// The export's XMP packet: title, language, the accessibility claim and, where a moment was given,
// that moment. Nothing else; in particular nothing of the source's metadata.
import type { PDFContext, PDFRawStream } from "pdf-lib";

interface Described {
  readonly title: string;
  readonly language: string;
  readonly epoch?: number | undefined;
}

export function metadata(context: PDFContext, { title, language, epoch }: Described): PDFRawStream {
  const moment = epoch === undefined ? "" : isoDate(epoch);
  const dates = moment
    ? `<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate>`
    : "";
  const packet =
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
    ` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>` +
    `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>` +
    `${dates}<xmp:CreatorTool>Candour</xmp:CreatorTool><pdf:Producer>Candour</pdf:Producer>` +
    `<pdfuaid:part>1</pdfuaid:part>` +
    `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
  // Metadata stays uncompressed, as archives expect.
  return context.stream(new TextEncoder().encode(packet), { Type: "Metadata", Subtype: "XML" });
}

/** D:YYYYMMDDHHmmSSZ */
export function pdfDate(epoch: number): string {
  return `D:${isoDate(epoch).replace(/[-:T]/g, "")}`;
}

function isoDate(epoch: number): string {
  return `${new Date(Math.trunc(epoch) * 1000).toISOString().slice(0, 19)}Z`;
}

function xml(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
