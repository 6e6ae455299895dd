// Reads the text strings of a PDF (titles, alternative texts, labels): UTF-16 with a mark at the
// front, UTF-8 with its own, else PDFDocEncoding. Returns every reading that a program could make
// of doubtful bytes, because a secret needs only one reader.

const DOC_128 =
  "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018" +
  "\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\u0000\u20AC";

function pdfDoc(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes)
    text += byte >= 128 && byte <= 160 ? DOC_128[byte - 128]! : String.fromCharCode(byte);
  return text;
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be"): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The reading that the standard prescribes. */
export function readText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), "utf-16be");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), "utf-16le");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return decode(bytes.subarray(3), "utf-8");
  return pdfDoc(bytes);
}

/** Every reading that some program could make. */
export function readTextEveryWay(bytes: Uint8Array): string[] {
  const readings = new Set([readText(bytes), pdfDoc(bytes)]);
  if (bytes.length >= 4) {
    readings.add(decode(bytes, "utf-16be"));
    readings.add(decode(bytes, "utf-16le"));
    readings.add(decode(bytes, "utf-8"));
  }
  return [...readings];
}
