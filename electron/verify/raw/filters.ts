// Undoes the stream filters of a PDF file, with a cap on what may come out and an account of what
// was left over: bytes after a filter's own end are a hiding place (leak channel 44). Image
// filters are recognised and handed back undecoded. Never returns a partial result as whole.
import { inflateSync } from "node:zlib";
import { isDict, isList, isName, numberOf } from "./values.ts";
import type { Dict, Stream, Value } from "./values.ts";

/** One stream may not grow beyond this; a nested-flate bomb ends here. */
export const MAX_DECODED = 256 * 1024 * 1024;

export class Undecodable extends Error {}

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

interface Step {
  readonly bytes: Uint8Array;
  readonly slack: number;
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

function predicted(step: Step, params: Dict | undefined): Step {
  const predictor = numberOf(params?.entries.get("Predictor")) ?? 1;
  if (predictor === 1) return step;
  const colors = bounded(params, "Colors", 1, 32);
  const bits = bounded(params, "BitsPerComponent", 8, 16);
  const columns = bounded(params, "Columns", 1, 1_000_000);
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((colors * bits * columns) / 8);
  if (predictor === 2) {
    if (bits !== 8) throw new Undecodable("has a predictor that is not known");
    const out = Uint8Array.from(step.bytes);
    for (let start = 0; start < out.length; start += row) {
      const end = Math.min(out.length, start + row);
      for (let i = start + pixel; i < end; i++) out[i] = out[i]! + out[i - pixel]!;
    }
    return { bytes: out, slack: step.slack };
  }
  if (predictor < 10 || predictor > 15) throw new Undecodable("has a predictor that is not known");
  return pngRows(step, row, pixel);
}

function bounded(params: Dict | undefined, key: string, otherwise: number, max: number): number {
  const value = numberOf(params?.entries.get(key)) ?? otherwise;
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new Undecodable("has a predictor out of range");
  return value;
}

function pngRows(step: Step, row: number, pixel: number): Step {
  const input = step.bytes;
  const rows = Math.floor(input.length / (row + 1));
  const left = input.length - rows * (row + 1);
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r++) {
    const kind = input[r * (row + 1)]!;
    const from = r * (row + 1) + 1;
    const to = r * row;
    for (let i = 0; i < row; i++) {
      const a = i >= pixel ? out[to + i - pixel]! : 0;
      const b = r > 0 ? out[to + i - row]! : 0;
      const c = r > 0 && i >= pixel ? out[to + i - row - pixel]! : 0;
      out[to + i] = input[from + i]! + guess(kind, a, b, c);
    }
  }
  return { bytes: out, slack: step.slack + left };
}

function guess(kind: number, a: number, b: number, c: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return a;
  if (kind === 2) return b;
  if (kind === 3) return (a + b) >> 1;
  if (kind !== 4) throw new Undecodable("has a row filter that is not known");
  const p = a + b - c;
  const pa = Math.abs(p - a);
  const pb = Math.abs(p - b);
  const pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function asciiHex(input: Uint8Array): Step {
  const out: number[] = [];
  let high = -1;
  let i = 0;
  for (; i < input.length && input[i] !== 0x3e; i++) {
    const digit = Number.parseInt(String.fromCharCode(input[i]!), 16);
    if (Number.isNaN(digit)) {
      if (input[i]! > 32) throw new Undecodable("has a wrong hex digit");
      continue;
    }
    if (high < 0) high = digit;
    else {
      out.push(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) out.push(high * 16);
  return { bytes: Uint8Array.from(out), slack: inkAfter(input, i + 1) };
}

function ascii85(input: Uint8Array): Step {
  const out: number[] = [];
  let group: number[] = [];
  let i = 0;
  for (; i < input.length && input[i] !== 0x7e; i++) {
    const byte = input[i]!;
    if (byte <= 32) continue;
    if (byte === 0x7a && group.length === 0) {
      out.push(0, 0, 0, 0);
      continue;
    }
    if (byte < 33 || byte > 117) throw new Undecodable("has a wrong base-85 digit");
    group.push(byte - 33);
    if (group.length === 5) {
      pushGroup(out, group, 4);
      group = [];
    }
  }
  if (group.length > 1) {
    const count = group.length - 1;
    while (group.length < 5) group.push(84);
    pushGroup(out, group, count);
  }
  return { bytes: Uint8Array.from(out), slack: inkAfter(input, i + 2) };
}

function pushGroup(out: number[], group: readonly number[], count: number): void {
  let value = 0;
  for (const digit of group) value = value * 85 + digit;
  for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 255);
}

function inkAfter(input: Uint8Array, from: number): number {
  let count = 0;
  for (let i = from; i < input.length; i++) if (input[i]! > 32) count++;
  return count;
}

function runLength(input: Uint8Array, cap: number): Step {
  const out: number[] = [];
  let i = 0;
  while (i < input.length && input[i] !== 128) {
    const length = input[i++]!;
    if (length < 128) for (let k = 0; k <= length; k++) out.push(input[i++] ?? 0);
    else {
      const byte = input[i++] ?? 0;
      for (let k = 0; k < 257 - length; k++) out.push(byte);
    }
    if (out.length > cap) throw new Undecodable("grows too large");
  }
  return { bytes: Uint8Array.from(out), slack: Math.max(0, input.length - i - 1) };
}

function lzw(input: Uint8Array, early: number, cap: number): Step {
  const prefix = new Uint16Array(4097);
  const suffix = new Uint8Array(4097);
  const stack = new Uint8Array(4097);
  const out: number[] = [];
  let next = 258;
  let bits = 9;
  let previous = -1;
  let first = 0;
  let buffer = 0;
  let held = 0;
  let i = 0;
  for (;;) {
    while (held < bits && i < input.length) {
      buffer = ((buffer << 8) | input[i++]!) & 0xffffff;
      held += 8;
    }
    if (held < bits) break;
    const code = (buffer >> (held - bits)) & ((1 << bits) - 1);
    held -= bits;
    if (code === 257) break;
    if (code === 256) {
      next = 258;
      bits = 9;
      previous = -1;
      continue;
    }
    if (code > next || (code === next && previous < 0))
      throw new Undecodable("has broken LZW data");
    let depth = 0;
    let at = code;
    if (code === next) {
      stack[depth++] = first;
      at = previous;
    }
    while (at >= 258) {
      stack[depth++] = suffix[at]!;
      at = prefix[at]!;
    }
    first = at;
    stack[depth++] = at;
    while (depth > 0) out.push(stack[--depth]!);
    if (out.length > cap) throw new Undecodable("grows too large");
    if (previous >= 0 && next < 4096) {
      prefix[next] = previous;
      suffix[next++] = first;
    }
    if (next + early >= 1 << bits && bits < 12) bits++;
    previous = code;
  }
  return { bytes: Uint8Array.from(out), slack: Math.max(0, input.length - i) };
}
