// Writes a CID-keyed CFF font program (Adobe TN 5176) from charstrings: glyph n is CID n. Nothing
// but outlines is in it: neutral name, no hints, no subroutines, no notice, no source of any kind.

type Operand = number | readonly number[];

/** Five bytes for every offset, so that sizes do not depend on values. */
function offsetOperand(n: number): number[] {
  return [29, (n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
}

function integer(n: number): number[] {
  if (n >= -107 && n <= 107) return [n + 139];
  if (n >= 108 && n <= 1131) return [247 + ((n - 108) >> 8), (n - 108) & 255];
  if (n >= -1131 && n <= -108) return [251 + ((-n - 108) >> 8), (-n - 108) & 255];
  if (n >= -32768 && n <= 32767) return [28, (n >> 8) & 255, n & 255];
  return offsetOperand(n);
}

const NIBBLES: Readonly<Record<string, readonly number[]>> = {
  ".": [10],
  E: [11],
  "E-": [12],
  "-": [14],
};

/** A real number as packed decimal digits. */
function real(n: number): number[] {
  const nibbles: number[] = [];
  const text = n
    .toPrecision(9)
    .replace(/\.?0+$/, "")
    .replace("e-", "E-")
    .replace("e+", "E");
  for (const part of text.match(/E-|[E.-]|\d/g) ?? []) {
    nibbles.push(...(NIBBLES[part] ?? [Number(part)]));
  }
  nibbles.push(15);
  if (nibbles.length % 2 === 1) nibbles.push(15);
  const bytes = [30];
  for (let i = 0; i < nibbles.length; i += 2) bytes.push((nibbles[i]! << 4) | nibbles[i + 1]!);
  return bytes;
}

function index(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return Uint8Array.of(0, 0);
  const total = items.reduce((sum, item) => sum + item.length, 0);
  const offSize = total + 1 < 0x100 ? 1 : total + 1 < 0x10000 ? 2 : total + 1 < 0x1000000 ? 3 : 4;
  const head = 3 + (items.length + 1) * offSize;
  const out = new Uint8Array(head + total);
  out[0] = items.length >> 8;
  out[1] = items.length & 255;
  out[2] = offSize;
  let at = 1;
  const offset = (i: number) => {
    for (let b = 0; b < offSize; b++) {
      out[3 + i * offSize + b] = (at >>> (8 * (offSize - 1 - b))) & 255;
    }
  };
  items.forEach((item, i) => {
    offset(i);
    out.set(item, head + at - 1);
    at += item.length;
  });
  offset(items.length);
  return out;
}

function dict(
  entries: readonly (readonly [
    operator: number | "ros" | "matrix" | "fdarray" | "fdselect" | "count",
    ...Operand[],
  ])[],
): Uint8Array {
  const codes = {
    ros: [12, 30],
    matrix: [12, 7],
    fdarray: [12, 36],
    fdselect: [12, 37],
    count: [12, 34],
  };
  const bytes: number[] = [];
  for (const [operator, ...operands] of entries) {
    for (const operand of operands) {
      bytes.push(...(typeof operand === "number" ? integer(operand) : operand));
    }
    bytes.push(...(typeof operator === "number" ? [operator] : codes[operator]));
  }
  return Uint8Array.from(bytes);
}

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** Strings after the 391 standard ones. */
const FIRST_STRING = 391;

export interface CffFont {
  readonly name: string;
  readonly unitsPerEm: number;
  /** Font units. */
  readonly bounds: readonly [number, number, number, number];
  /** One per CID from 0, .notdef first. */
  readonly charstrings: readonly Uint8Array[];
}

export function writeCff(font: CffFont): Uint8Array {
  const count = font.charstrings.length;
  const header = Uint8Array.of(1, 0, 4, 4);
  const names = index([ascii(font.name)]);
  const strings = index([ascii("Adobe"), ascii("Identity")]);
  const globalSubrs = index([]);
  // Format 2: one range, CID = glyph, .notdef left out.
  const charset =
    count > 1
      ? Uint8Array.of(2, 0, 1, ((count - 2) >> 8) & 255, (count - 2) & 255)
      : Uint8Array.of(0);
  // Format 3: one range, all glyphs in font dictionary 0.
  const fdSelect = Uint8Array.of(3, 0, 1, 0, 0, 0, (count >> 8) & 255, count & 255);
  const charstrings = index(font.charstrings);
  const privateDict = dict([
    [20, 0],
    [21, 0],
  ]);
  const scale = 1 / font.unitsPerEm;
  const top = (at: Record<"charset" | "fdSelect" | "charstrings" | "fdArray", number>) =>
    index([
      dict([
        ["ros", FIRST_STRING, FIRST_STRING + 1, 0],
        ["matrix", real(scale), 0, 0, real(scale), 0, 0],
        [5, ...font.bounds],
        ["count", count],
        [15, offsetOperand(at.charset)],
        ["fdselect", offsetOperand(at.fdSelect)],
        [17, offsetOperand(at.charstrings)],
        ["fdarray", offsetOperand(at.fdArray)],
      ]),
    ]);
  const fdArray = (privateAt: number) =>
    index([dict([[18, privateDict.length, offsetOperand(privateAt)]])]);
  const zero = { charset: 0, fdSelect: 0, charstrings: 0, fdArray: 0 };
  const charsetAt =
    header.length + names.length + top(zero).length + strings.length + globalSubrs.length;
  const fdSelectAt = charsetAt + charset.length;
  const charstringsAt = fdSelectAt + fdSelect.length;
  const fdArrayAt = charstringsAt + charstrings.length;
  const privateAt = fdArrayAt + fdArray(0).length;
  const parts = [
    header,
    names,
    top({
      charset: charsetAt,
      fdSelect: fdSelectAt,
      charstrings: charstringsAt,
      fdArray: fdArrayAt,
    }),
    strings,
    globalSubrs,
    charset,
    fdSelect,
    charstrings,
    fdArray(privateAt),
    privateDict,
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
