// Puts one encoded picture into a document: its dictionary, its bytes, its transparency.
import { PDFHexString, PDFRawStream } from "pdf-lib";
import type { PDFContext, PDFRef } from "pdf-lib";
import type { EncodedImage } from "../page-output.ts";

export function embedImage(context: PDFContext, image: EncodedImage): PDFRef {
  const literals = Object.entries({ Type: "XObject", Subtype: "Image", ...image.entries });
  const entries = Object.fromEntries(literals.map(([key, value]) => [key, plain(value)]));
  const dict = context.obj({
    ...(entries as Record<string, string>),
    ...(image.softMask ? { SMask: embedImage(context, image.softMask) } : {}),
    Length: image.bytes.length,
  });
  return context.register(PDFRawStream.of(dict, image.bytes));
}

/** The colours of a palette are bytes; everything else is as the library takes it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Uint8Array ? PDFHexString.of(Buffer.from(value).toString("hex")) : value;
}
