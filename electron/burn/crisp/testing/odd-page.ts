// Test support: a page with a line of text and whatever else its content says. Not used by the app.
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from "pdf-lib";

export interface Extras {
  readonly resources?: (doc: PDFDocument) => Record<string, unknown>;
  readonly raw?: Uint8Array;
}

/** A page with a line of text and whatever else the content says. */
export async function oddPage(content: string, extras: Extras = {}): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const page = doc.addPage([300, 200]);
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const { context } = doc;
  const text = new TextEncoder().encode(`BT /F 12 Tf 20 150 Td (Seen at home) Tj ET\n${content}`);
  const contents = PDFRawStream.of(context.obj({ Length: text.length }), text);
  page.node.set(PDFName.of("Contents"), context.register(contents));
  const own = extras.resources?.(doc) ?? {};
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F: font.ref }, ...own } as never));
  return doc.save({ useObjectStreams: false });
}

export function stream(doc: PDFDocument, dict: Record<string, unknown>, content: string) {
  const bytes = new TextEncoder().encode(content);
  const entries = doc.context.obj({ ...dict, Length: bytes.length } as never);
  return doc.context.register(PDFRawStream.of(entries as never, bytes));
}

export const group = { Type: "Group", S: "Transparency" };
export const form = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 300, 200] };

/** A font /T whose letter "a" is drawn by a procedure; its letters may stand on their heads. */
export function type3(
  doc: PDFDocument,
  procedure: string,
  up: 1 | -1 = 1,
): Record<string, unknown> {
  const plain = { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" };
  const drawn = {
    Type: "Font",
    Subtype: "Type3",
    FontBBox: [0, 0, 1, 1],
    FontMatrix: [1, 0, 0, up, 0, 0],
    FirstChar: 97,
    LastChar: 97,
    Widths: [1],
    Encoding: { Type: "Encoding", Differences: [97, "a"] },
    CharProcs: { a: stream(doc, {}, procedure) },
    Resources: {},
  };
  return { Font: { T: drawn, F: plain } };
}
