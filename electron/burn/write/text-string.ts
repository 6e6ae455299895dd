// Text strings of the export's own dictionaries (titles, bookmarks, labels), in the shorter of the
// two encodings every reader knows.
import { PDFHexString, PDFString } from "pdf-lib";

/** Plain ASCII as a literal string, anything else as UTF-16. */
export function text(value: string): PDFString | PDFHexString {
  return /^[\x20-\x7e]*$/.test(value)
    ? PDFString.of(value.replace(/[\\()]/g, "\\$&"))
    : PDFHexString.fromText(value);
}
