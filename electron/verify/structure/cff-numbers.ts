// Numbers of a CFF font program: the operands of its dictionaries and the width at the head of a
// glyph. Reads within the given bounds; a DataView throws where they are a lie.

/** Operators of a CFF dictionary; two-byte operators are 1200 + second byte. */
export function readDict(view: DataView, from: number, to: number): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  let operands: number[] = [];
  let at = from;
  while (at < to) {
    const b = view.getUint8(at);
    if (b <= 21) {
      at++;
      dict.set(b === 12 ? 1200 + view.getUint8(at++) : b, operands);
      operands = [];
      continue;
    }
    const [value, next] = b === 30 ? real(view, at + 1, to) : integer(view, at, b === 29);
    operands.push(value);
    at = next;
  }
  return dict;
}

/** The advance that stands before a glyph's first move, where there is one. */
export function cffGlyphWidth(view: DataView, from: number, to: number): number | undefined {
  const stack: number[] = [];
  for (let at = from; at < to;) {
    const b = view.getUint8(at);
    if (b < 28 || (b > 28 && b < 32)) {
      const taken = { 21: 2, 22: 1, 4: 1, 14: 0 }[b];
      return taken !== undefined && stack.length === taken + 1 ? stack[0] : undefined;
    }
    const [value, next] =
      b === 255 ? ([view.getInt32(at + 1) / 65_536, at + 5] as const) : integer(view, at, false);
    stack.push(value);
    at = next;
  }
  return undefined;
}

/** False for a glyph that ends before it draws anything. */
export function cffGlyphDraws(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const b = view.getUint8(at);
    if (b < 28 || (b > 28 && b < 32)) return b !== END;
    at = b === 255 ? at + 5 : integer(view, at, false)[1];
  }
  return false;
}

const END = 14;

type Read = readonly [value: number, next: number];

function integer(view: DataView, at: number, long: boolean): Read {
  const b = view.getUint8(at);
  if (long) return [view.getInt32(at + 1), at + 5];
  if (b === 28) return [view.getInt16(at + 1), at + 3];
  if (b <= 246) return [b - 139, at + 1];
  if (b <= 250) return [(b - 247) * 256 + view.getUint8(at + 1) + 108, at + 2];
  return [-(b - 251) * 256 - view.getUint8(at + 1) - 108, at + 2];
}

const NIBBLES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"];

function real(view: DataView, at: number, to: number): Read {
  let text = "";
  for (; at < to; at++) {
    const byte = view.getUint8(at);
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return [Number(text), at + 1];
      text += NIBBLES[nibble]!;
    }
  }
  return [Number(text), at];
}
