// How the burnt terms look in the glyph codes of the original's own fonts. A new file has new
// codes, so such a sequence in it means that something was copied. Reads the original leniently;
// an original that it cannot read (encrypted streams) simply gives no codes.
import { readTextMap } from "../raw/cmap.ts";
import { decodedOrNothing } from "../raw/recover.ts";
import type { Recovered } from "../raw/recover.ts";
import { isDict, isList, isName, isStream, nameOf, numberOf } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import type { Term } from "./terms.ts";

const MAX_FONTS = 500;

export function sourceCodes(
  source: Recovered,
  terms: readonly Term[],
): (readonly [Uint8Array, number])[] {
  if (source.encrypted) return [];
  const codes: (readonly [Uint8Array, number])[] = [];
  let fonts = 0;
  for (const value of source.objects.values()) {
    if (!isDict(value) || nameOf(value.entries.get("Type")) !== "Font") continue;
    const wide = nameOf(value.entries.get("Subtype")) === "Type0";
    const map = codesOf(value, source);
    if (map.size === 0) continue;
    if (++fonts > MAX_FONTS) break;
    for (const [i, term] of terms.entries()) {
      const bytes = encode(term.raw, map, wide);
      if (bytes) codes.push([bytes, i]);
    }
  }
  return codes;
}

/** Character → code. */
function codesOf(font: Dict, source: Recovered): Map<string, number> {
  const codes = new Map<string, number>();
  const stream = source.resolve(font.entries.get("ToUnicode"));
  if (isStream(stream)) {
    const bytes = decodedOrNothing(stream, source.resolve);
    if (bytes)
      for (const [code, text] of readTextMap(bytes).texts)
        if (!codes.has(text)) codes.set(text, code);
  }
  const encoding = source.resolve(font.entries.get("Encoding"));
  const list = isDict(encoding) ? source.resolve(encoding.entries.get("Differences")) : undefined;
  if (isList(list)) {
    let code = 0;
    for (const item of list.items) {
      const number = numberOf(item);
      if (number !== undefined) code = number;
      else if (isName(item)) {
        if (item.value.length === 1 && !codes.has(item.value)) codes.set(item.value, code);
        code++;
      }
    }
  }
  return codes;
}

function encode(
  text: string,
  codes: ReadonlyMap<string, number>,
  wide: boolean,
): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const code = codes.get(char);
    if (code === undefined) return;
    if (wide) bytes.push(code >> 8);
    bytes.push(code & 255);
  }
  // Short sequences of codes occur by chance.
  return bytes.length >= 8 ? Uint8Array.from(bytes) : undefined;
}
