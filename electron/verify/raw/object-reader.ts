// Reads the one object that stands at a place of the file: its numbers, its value, its stream of
// exactly the length that it says, its end. It never looks further for any of them.
import { Lexer, Malformed, isSpace } from "./lexer.ts";
import { isDict, isRef, isStream, isWord, numberOf } from "./values.ts";
import type { Dict, Stream, Value } from "./values.ts";

export interface ObjectHere {
  readonly num: number;
  readonly gen: number;
  readonly value: Value;
  /** The byte behind it. */
  readonly end: number;
}

export interface ObjectFault {
  readonly check: "nothing-hidden" | "streams-exact";
  readonly message: string;
}

export class ObjectReader {
  private readonly bytes: Uint8Array;
  private readonly offsetOf: (num: number) => number | undefined;
  private readonly fault: (fault: ObjectFault) => void;

  /** @param offsetOf where another object stands; undefined where it stands at no place of its own */
  constructor(
    bytes: Uint8Array,
    offsetOf: (num: number) => number | undefined,
    fault: (fault: ObjectFault) => void,
  ) {
    this.bytes = bytes;
    this.offsetOf = offsetOf;
    this.fault = fault;
  }

  /** @throws Malformed */
  at(offset: number): ObjectHere {
    const lexer = new Lexer(this.bytes, offset);
    if (isSpace(this.bytes[offset])) throw new Malformed("points beside an object", offset);
    const num = lexer.read(false);
    const gen = lexer.read(false);
    if (typeof num !== "number" || typeof gen !== "number" || !isWord(lexer.read(false), "obj"))
      throw new Malformed("points beside an object", offset);
    let value = lexer.read();
    lexer.skipSpace();
    if (isDict(value) && ascii(this.bytes, lexer.pos, lexer.pos + 6) === "stream")
      value = this.streamAt(value, lexer, num);
    if (!isWord(lexer.read(false), "endobj"))
      throw new Malformed("has an object without an end", offset);
    if (lexer.comments)
      this.fault({ check: "nothing-hidden", message: `Object ${num} holds a comment.` });
    return { num, gen, value, end: lexer.pos };
  }

  private streamAt(dict: Dict, lexer: Lexer, num: number): Stream {
    lexer.pos += 6;
    if (this.bytes[lexer.pos] === 13) lexer.pos++;
    if (this.bytes[lexer.pos] !== 10) throw new Malformed("has a stream without a line end", 0);
    lexer.pos++;
    const start = lexer.pos;
    const length = this.streamLength(dict.entries.get("Length"));
    if (length === undefined || start + length > this.bytes.length)
      throw new Malformed("has a stream of unknown length", start);
    lexer.pos = start + length;
    const rest = /^(\r\n|\r|\n)?endstream/.exec(ascii(this.bytes, lexer.pos, lexer.pos + 12));
    if (!rest) {
      const message = `The stream of object ${num} is not as long as it says.`;
      this.fault({ check: "streams-exact", message });
      throw new Malformed("has a stream of a false length", start);
    }
    lexer.pos += rest[0].length;
    return { kind: "stream", dict, raw: this.bytes.subarray(start, start + length) };
  }

  private streamLength(value: Value | undefined): number | undefined {
    if (isRef(value)) {
      const offset = this.offsetOf(value.num);
      if (offset === undefined) return;
      const found = this.at(offset);
      value = isStream(found.value) ? undefined : found.value;
    }
    const length = numberOf(value);
    return length !== undefined && Number.isInteger(length) && length >= 0 ? length : undefined;
  }
}

export function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from))
    .toString("latin1")
    .slice(0, to - from);
}
