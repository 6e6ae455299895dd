// How a cheat is made: the good export opened, changed in one place, and written again in one
// revision; or its bytes changed as they are.
import { zlibSync } from "fflate";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";
import type { PDFPage } from "pdf-lib";
import { SECRET } from "./good-pair.ts";
import type { GoodPair } from "./good-pair.ts";
import { streamText } from "./rewrite.ts";

export interface Mutation {
  readonly name: string;
  /** Check that must fail; others may fail as well. */
  readonly check: string;
  make(pair: GoodPair): Promise<Uint8Array>;
}

/** As exports compress their data, so that a cheat is not found by its wrapping. */
export function deflate(content: Uint8Array): Uint8Array {
  return zlibSync(content, { level: 6 });
}

export type Edit = (document: PDFDocument, page: PDFPage) => void | Promise<void>;

export function edited(name: string, check: string, edit: Edit): Mutation {
  return {
    name,
    check,
    async make({ good }) {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      await edit(document, document.getPage(0));
      return document.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
      });
    },
  };
}

export function bytes(name: string, check: string, change: (good: Buffer) => Buffer): Mutation {
  return { name, check, make: async ({ good }) => change(Buffer.from(good)) };
}

export const secret = (): PDFHexString => PDFHexString.fromText(`About ${SECRET}`);

export const plain = (text: string): PDFString => PDFString.of(text);

export function addContent(document: PDFDocument, page: PDFPage, operators: string): void {
  const { context } = document;
  const stream = context.register(
    context.stream(deflate(Buffer.from(operators)), { Filter: "FlateDecode" }),
  );
  const contents = page.node.Contents();
  const list = context.obj([]);
  if (contents instanceof PDFArray)
    for (let i = 0; i < contents.size(); i++) list.push(contents.get(i));
  else list.push(page.node.get(PDFName.of("Contents"))!);
  list.push(stream);
  page.node.set(PDFName.of("Contents"), list);
}

export function replaceContent(
  document: PDFDocument,
  page: PDFPage,
  change: (text: string) => string,
): void {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i))
      : [contents];
  const text = streams
    .map((stream) => (stream instanceof PDFRawStream ? streamText(stream) : ""))
    .join("\n");
  const { context } = document;
  const old = page.node.get(PDFName.of("Contents"));
  if (old instanceof PDFRef) context.delete(old);
  page.node.set(
    PDFName.of("Contents"),
    context.register(
      context.stream(deflate(Buffer.from(change(text), "latin1")), { Filter: "FlateDecode" }),
    ),
  );
}

export function helvetica(document: PDFDocument, page: PDFPage): string {
  const font = document.context.obj({
    Type: "Font",
    Subtype: "Type1",
    BaseFont: "Helvetica",
    Encoding: "WinAnsiEncoding",
  });
  page.node.setFontDictionary(PDFName.of("F9"), document.context.register(font));
  return "/F9";
}

export function firstFont(page: PDFPage): PDFDict {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
  return fonts.lookup(fonts.keys()[0]!, PDFDict);
}

/** Empties the n-th text that a page shows. */
export function dropShown(text: string, n: number): string {
  let i = 0;
  return text.replace(/<[0-9A-Fa-f]+> Tj/g, (shown) => (i++ === n ? "<> Tj" : shown));
}
