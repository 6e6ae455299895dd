// Undoes the stream filters of a PDF file, with a cap on what may come out and an account of what
// was left over: bytes after a filter's own end are a hiding place (leak channel 44). Image
// filters are recognised and handed back undecoded. Never returns a partial result as whole.
import { inflateSync } from "node:zlib";
import { ascii85, asciiHex } from "./digit-filters.ts";
import { lzw, runLength } from "./packing-filters.ts";
import { predicted } from "./predictors.ts";
import { Undecodable } from "./undecodable.ts";
import type { Step } from "./undecodable.ts";
import { isDict, isList, isName, numberOf } from "./values.ts";
import type { Dict, Stream, Value } from "./values.ts";

export { Undecodable } from "./undecodable.ts";

/** One stream may not grow beyond this; a nested-flate bomb ends here. */
const MAX_DECODED = 256 * 1024 * 1024;

export interface Decoded {
  readonly bytes: Uint8Array;
  /** The image filter that stopped the decoding, with its parameters. */
  readonly image?: { readonly filter: string; readonly params: Dict | undefined };
  /** Bytes after the end that a filter marks for itself. */
  readonly slack: number;
  readonly filters: readonly string[];
}

const IMAGE_FILTERS: Readonly<Record<string, string>> = {
  DCTDecode: "DCTDecode",
  DCT: "DCTDecode",
  JPXDecode: "JPXDecode",
  CCITTFaxDecode: "CCITTFaxDecode",
  CCF: "CCITTFaxDecode",
  JBIG2Decode: "JBIG2Decode",
};

type Resolve = (value: Value | undefined) => Value | undefined;

/** @throws Undecodable for an unknown filter, broken data or too large a result. */
export function decodeStream(stream: Stream, resolve: Resolve, cap = MAX_DECODED): Decoded {
  const entries = stream.dict.entries;
  if (entries.has("F")) throw new Undecodable("keeps its data in another file");
  const filters = listOf(resolve(entries.get("Filter")), resolve);
  const params = listOf(resolve(entries.get("DecodeParms")), resolve);
  if (filters.length > 8) throw new Undecodable("has too many filters");
  let bytes = stream.raw;
  let slack = 0;
  const names: string[] = [];
  for (const [i, filter] of filters.entries()) {
    if (!isName(filter)) throw new Undecodable("has a filter without a name");
    const param = params[i];
    const dict = isDict(param) ? param : undefined;
    const image = IMAGE_FILTERS[filter.value];
    names.push(filter.value);
    if (image) {
      if (i !== filters.length - 1) throw new Undecodable("has a filter after an image filter");
      return { bytes, image: { filter: image, params: dict }, slack, filters: names };
    }
    const step = undo(filter.value, bytes, dict, cap);
    bytes = step.bytes;
    slack += step.slack;
  }
  return { bytes, slack, filters: names };
}

function listOf(value: Value | undefined, resolve: Resolve): (Value | undefined)[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value.items.map(resolve) : [value];
}

function undo(filter: string, input: Uint8Array, params: Dict | undefined, cap: number): Step {
  switch (filter) {
    case "FlateDecode":
    case "Fl":
      return predicted(inflate(input, cap), params);
    case "LZWDecode":
    case "LZW":
      return predicted(lzw(input, numberOf(params?.entries.get("EarlyChange")) ?? 1, cap), params);
    case "ASCIIHexDecode":
    case "AHx":
      return asciiHex(input);
    case "ASCII85Decode":
    case "A85":
      return ascii85(input);
    case "RunLengthDecode":
    case "RL":
      return runLength(input, cap);
    default:
      throw new Undecodable("has a filter that is not known");
  }
}

function inflate(input: Uint8Array, cap: number): Step {
  try {
    const { buffer, engine } = inflateSync(input, {
      info: true,
      maxOutputLength: cap,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    return { bytes, slack: input.length - engine.bytesWritten };
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw new Undecodable(
      code === "ERR_BUFFER_TOO_LARGE" ? "grows too large" : "has broken Flate data",
    );
  }
}
