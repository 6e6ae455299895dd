// Reads PDF tokens and objects from bytes, strictly and within bounds: nesting, item counts and
// string lengths are capped, so that a hostile file costs little. It throws `Malformed` with a
// byte offset and nothing of the content; it must never guess what a broken token meant.
import type { Dict, Value } from "./values.ts";

export class Malformed extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "Malformed";
    this.offset = offset;
  }
}

const MAX_DEPTH = 64;
const MAX_ITEMS = 2_000_000;
const SPACE = 1;
const DELIMITER = 2;

/** 1 for white space, 2 for delimiters, 0 for regular characters. */
const CLASS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASS[code] = SPACE;
for (const char of "()<>[]{}/%") CLASS[char.charCodeAt(0)] = DELIMITER;

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && CLASS[byte] === SPACE;
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

export class Lexer {
  readonly bytes: Uint8Array;
  pos: number;
  readonly end: number;
  /** Comments met: a place to hide text, so they are counted for the checks. */
  comments = 0;
  private items = 0;

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = Math.min(end, bytes.length);
  }

  skipSpace(): void {
    const { bytes, end } = this;
    while (this.pos < end) {
      const byte = bytes[this.pos]!;
      if (CLASS[byte] === SPACE) this.pos++;
      else if (byte === 0x25) {
        this.comments++;
        while (this.pos < end && bytes[this.pos] !== 10 && bytes[this.pos] !== 13) this.pos++;
      } else return;
    }
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.pos >= this.end;
  }

  /** The next object; `num gen R` becomes a reference only where `references` is true. */
  read(references = true, depth = 0): Value {
    this.skipSpace();
    const { bytes } = this;
    if (this.pos >= this.end) throw new Malformed("ends too early", this.pos);
    if (depth > MAX_DEPTH) throw new Malformed("nested too deeply", this.pos);
    if (++this.items > MAX_ITEMS) throw new Malformed("holds too many items", this.pos);
    const byte = bytes[this.pos]!;
    switch (byte) {
      case 0x2f:
        return { kind: "name", value: this.name() };
      case 0x28:
        return { kind: "string", bytes: this.literal() };
      case 0x3c:
        if (bytes[this.pos + 1] === 0x3c) return this.dict(references, depth);
        return { kind: "string", bytes: this.hex() };
      case 0x5b:
        return this.list(references, depth);
    }
    if (CLASS[byte] === DELIMITER) throw new Malformed("has a stray delimiter", this.pos);
    const start = this.pos;
    const word = this.regular();
    const number = toNumber(word);
    if (number === undefined) {
      if (word === "true") return true;
      if (word === "false") return false;
      if (word === "null") return null;
      return { kind: "word", value: word };
    }
    return references ? this.maybeReference(number, word, start) : number;
  }

  private maybeReference(number: number, word: string, start: number): Value {
    if (!/^\d{1,10}$/.test(word)) return number;
    const after = this.pos;
    const { bytes } = this;
    let at = after;
    while (CLASS[bytes[at] ?? 65] === SPACE) at++;
    const genStart = at;
    while (at < this.end && bytes[at]! >= 48 && bytes[at]! <= 57 && at - genStart < 6) at++;
    if (at === genStart || at === after) return number;
    const genEnd = at;
    while (CLASS[bytes[at] ?? 65] === SPACE) at++;
    if (at === genEnd || bytes[at] !== 0x52 || CLASS[bytes[at + 1] ?? 32] === 0) return number;
    if (at + 1 > this.end) throw new Malformed("ends in a reference", start);
    let gen = 0;
    for (let i = genStart; i < genEnd; i++) gen = gen * 10 + bytes[i]! - 48;
    this.pos = at + 1;
    return { kind: "ref", num: number, gen };
  }

  regular(): string {
    const { bytes, end } = this;
    const start = this.pos;
    while (this.pos < end && CLASS[bytes[this.pos]!] === 0) this.pos++;
    if (this.pos - start > 4096) throw new Malformed("has an overlong word", start);
    let word = "";
    for (let i = start; i < this.pos; i++) word += String.fromCharCode(bytes[i]!);
    return word;
  }

  private name(): string {
    this.pos++;
    const raw = this.regular();
    if (!raw.includes("#")) return raw;
    return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  private literal(): Uint8Array {
    const { bytes, end } = this;
    const start = this.pos++;
    const out: number[] = [];
    let depth = 1;
    while (this.pos < end) {
      const byte = bytes[this.pos++]!;
      if (byte === 0x28) depth++;
      else if (byte === 0x29 && --depth === 0) return Uint8Array.from(out);
      else if (byte === 0x5c) {
        this.escape(out);
        continue;
      } else if (byte === 13) {
        if (bytes[this.pos] === 10) this.pos++;
        out.push(10);
        continue;
      }
      out.push(byte);
    }
    throw new Malformed("has an unclosed string", start);
  }

  private escape(out: number[]): void {
    const byte = this.bytes[this.pos++] ?? 0;
    const simple = "nrtbf".indexOf(String.fromCharCode(byte));
    if (simple >= 0) out.push([10, 13, 9, 8, 12][simple]!);
    else if (byte >= 48 && byte <= 55) {
      let value = byte - 48;
      for (let i = 0; i < 2; i++) {
        const next = this.bytes[this.pos] ?? 0;
        if (next < 48 || next > 55) break;
        value = value * 8 + next - 48;
        this.pos++;
      }
      out.push(value & 255);
    } else if (byte === 13) {
      if (this.bytes[this.pos] === 10) this.pos++;
    } else if (byte !== 10) out.push(byte);
  }

  private hex(): Uint8Array {
    const start = this.pos++;
    const out: number[] = [];
    let high = -1;
    while (this.pos < this.end) {
      const byte = this.bytes[this.pos++]!;
      if (byte === 0x3e) {
        if (high >= 0) out.push(high << 4);
        return Uint8Array.from(out);
      }
      if (CLASS[byte] === SPACE) continue;
      const digit = hexDigit(byte);
      if (digit < 0) throw new Malformed("has a wrong digit in a hex string", this.pos - 1);
      if (high < 0) high = digit;
      else {
        out.push((high << 4) | digit);
        high = -1;
      }
    }
    throw new Malformed("has an unclosed hex string", start);
  }

  private list(references: boolean, depth: number): Value {
    this.pos++;
    const items: Value[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.pos] === 0x5d && this.pos < this.end) {
        this.pos++;
        return { kind: "array", items };
      }
      items.push(this.read(references, depth + 1));
    }
  }

  private dict(references: boolean, depth: number): Dict {
    const start = this.pos;
    this.pos += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.pos] === 0x3e && this.bytes[this.pos + 1] === 0x3e) {
        this.pos += 2;
        return { kind: "dict", entries };
      }
      if (this.bytes[this.pos] !== 0x2f) throw new Malformed("has a key that is no name", start);
      const key = this.name();
      // A repeated key hides its first value from most readers.
      if (entries.has(key)) throw new Malformed("names one key twice", start);
      entries.set(key, this.read(references, depth + 1));
    }
  }
}

function toNumber(word: string): number | undefined {
  const first = word.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)) return;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return;
  return Number(word);
}
