// The text of a .txt file, whatever a Windows machine wrote it in. Offsets of suggestions count UTF-16 units
// of this text; a byte order mark in UTF-8 counts as one, as every reader of the file sees it.
import { basename } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";

/** @throws Refusal undecodable: bytes that are no text. */
export function plainText(file: string, bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const text = decode(a === 0xff ? "utf-16le" : "utf-16be", bytes);
    if (text !== null) return text;
  }
  const text = decode("utf-8", bytes) ?? (readable(bytes) ? windows(bytes) : null);
  if (text === null) throw new Refusal("undecodable", `“${basename(file)}” is not plain text.`);
  return text;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has where Latin-1 has none; Node's own decoder reads it as Latin-1. */
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const windows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replaceAll(/[\u0080-\u009F]/g, (c) => FROM_80[c.charCodeAt(0) - 0x80]!);

/** Neither control codes, but for blanks, nor the five that Windows-1252 leaves empty. */
function readable(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) =>
      (byte >= 0x20 && byte !== 0x7f && ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) ||
      [0x09, 0x0a, 0x0c, 0x0d].includes(byte),
  );
}
