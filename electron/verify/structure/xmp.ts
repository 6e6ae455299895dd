// Reads the metadata packet of an export against the few properties that it may state. XML is
// taken apart by hand and narrowly: a comment, an unknown element, an odd attribute or padding
// is a problem, because each could carry a text of the source.

const ELEMENTS: ReadonlySet<string> = new Set([
  "x:xmpmeta",
  "rdf:RDF",
  "rdf:Description",
  "rdf:Alt",
  "rdf:Bag",
  "rdf:Seq",
  "rdf:li",
  "dc:title",
  "dc:language",
  "dc:format",
  "xmp:CreateDate",
  "xmp:ModifyDate",
  "xmp:MetadataDate",
  "xmp:CreatorTool",
  "pdf:Producer",
  "pdfuaid:part",
  "pdfuaid:rev",
]);

const NAMESPACES: ReadonlySet<string> = new Set([
  "adobe:ns:meta/",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://purl.org/dc/elements/1.1/",
  "http://ns.adobe.com/xap/1.0/",
  "http://ns.adobe.com/pdf/1.3/",
  "http://www.aiim.org/pdfua/ns/id/",
]);

export interface Packet {
  readonly problems: readonly string[];
  readonly texts: readonly string[];
}

export function readPacket(bytes: Uint8Array): Packet {
  const problems = new Set<string>();
  const texts: string[] = [];
  if (bytes.length > 64_000) return { problems: ["is far too long"], texts: [] };
  const xml = new TextDecoder().decode(bytes);
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (text.trim()) texts.push(entities(text));
      else if (text.length > 64) problems.add("is padded");
    } else if (tag !== undefined) element(tag, problems);
  }
  return { problems: [...problems], texts };
}

function element(tag: string, problems: Set<string>): void {
  if (/^\?xpacket (begin="\uFEFF?" id="W5M0MpCehiHzreSzNTczkc9d"|end="[rw]")\?$/.test(tag)) return;
  const match = /^\/?([A-Za-z]+:[A-Za-z]+)((?:\s+[\w:]+="[^"]*")*)\s*\/?$/.exec(tag);
  if (!match || !ELEMENTS.has(match[1]!)) {
    problems.add("states something that is not allowed");
    return;
  }
  for (const [, name, value] of match[2]!.matchAll(/([\w:]+)="([^"]*)"/g)) {
    const fine =
      (name!.startsWith("xmlns:") && NAMESPACES.has(value!)) ||
      (name === "rdf:about" && value === "") ||
      (name === "xml:lang" && /^[A-Za-z0-9-]{1,20}$/.test(value!));
    if (!fine) problems.add("has an attribute that is not allowed");
  }
}

function entities(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x([0-9a-fA-F]{1,6});/g, (_, hex: string) => point(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, dec: string) => point(Number(dec)))
    .replace(/&amp;/g, "&");
}

function point(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
