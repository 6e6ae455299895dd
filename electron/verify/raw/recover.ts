// Reads whatever can be read of an ORIGINAL: every object in its bytes, of every revision, in any
// order, without trusting its cross-reference. Only for learning what must not reappear (copied
// streams, glyph codes of burnt terms). Never used on a candidate, which is read strictly.
import { Lexer, Malformed } from "./lexer.ts";
import { decodeStream, Undecodable } from "./filters.ts";
import { isDict, isRef, isStream, nameOf, numberOf } from "./values.ts";
import type { Dict, Stream, Value } from "./values.ts";

export interface Recovered {
  /** Last object of each number. */
  readonly objects: ReadonlyMap<number, Value>;
  readonly streams: readonly Stream[];
  readonly encrypted: boolean;
  resolve(value: Value | undefined): Value | undefined;
}

const MAX_OBJECTS = 400_000;

export function recover(bytes: Uint8Array): Recovered {
  const objects = new Map<number, Value>();
  const streams: Stream[] = [];
  const resolve = (value: Value | undefined): Value | undefined => {
    for (let hops = 0; isRef(value) && hops < 8; hops++) value = objects.get(value.num);
    return isRef(value) ? undefined : value;
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (objects.size < MAX_OBJECTS) {
    const hit = buffer.indexOf(" obj", at, "latin1");
    if (hit < 0) break;
    at = hit + 4;
    const start = numberBefore(bytes, hit);
    if (start === undefined) continue;
    try {
      const lexer = new Lexer(bytes, hit + 4);
      const value = lexer.read();
      const whole = isDict(value) ? streamAfter(value, lexer, buffer) : undefined;
      objects.set(start, whole ?? value);
      if (whole) streams.push(whole);
      at = Math.max(at, lexer.pos);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  for (const stream of streams)
    if (nameOf(stream.dict.entries.get("Type")) === "ObjStm") unpack(stream, objects, resolve);
  return { objects, streams, encrypted: buffer.includes("/Encrypt"), resolve };
}

/** Object number in "12 0 obj", looking back from the space before "obj". */
function numberBefore(bytes: Uint8Array, hit: number): number | undefined {
  const text = String.fromCharCode(...bytes.subarray(Math.max(0, hit - 18), hit));
  const match = /(\d{1,10})\s+\d{1,5}$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

function streamAfter(dict: Dict, lexer: Lexer, buffer: Buffer): Stream | undefined {
  lexer.skipSpace();
  if (buffer.toString("latin1", lexer.pos, lexer.pos + 6) !== "stream") return;
  let start = lexer.pos + 6;
  if (buffer[start] === 13) start++;
  if (buffer[start] === 10) start++;
  const length = numberOf(dict.entries.get("Length"));
  let end = length === undefined ? -1 : start + length;
  if (end < 0 || !/^\s*endstream/.test(buffer.toString("latin1", end, end + 16))) {
    end = buffer.indexOf("endstream", start, "latin1");
    if (end < 0) return;
    if (buffer[end - 1] === 10) end--;
    if (buffer[end - 1] === 13) end--;
  }
  lexer.pos = end;
  return { kind: "stream", dict, raw: buffer.subarray(start, end) };
}

function unpack(
  stream: Stream,
  objects: Map<number, Value>,
  resolve: (value: Value | undefined) => Value | undefined,
): void {
  try {
    const { bytes } = decodeStream(stream, resolve);
    const count = numberOf(stream.dict.entries.get("N")) ?? 0;
    const first = numberOf(stream.dict.entries.get("First")) ?? 0;
    const head = new Lexer(bytes, 0, first);
    for (let i = 0; i < Math.min(count, 10_000) && objects.size < MAX_OBJECTS; i++) {
      const num = head.read(false);
      const offset = head.read(false);
      if (typeof num !== "number" || typeof offset !== "number") return;
      if (!objects.has(num)) objects.set(num, new Lexer(bytes, first + offset).read());
    }
  } catch (error) {
    if (!(error instanceof Malformed) && !(error instanceof Undecodable)) throw error;
  }
}

/** Decoded bytes of a stream, or nothing where they cannot be had. */
export function decodedOrNothing(
  stream: Stream,
  resolve: Recovered["resolve"],
): Uint8Array | undefined {
  if (!isStream(stream)) return;
  try {
    return decodeStream(stream, resolve, 64 * 1024 * 1024).bytes;
  } catch (error) {
    if (error instanceof Undecodable || error instanceof Malformed) return;
    throw error;
  }
}
