// Filters that write bytes as printable digits: base 16 and base 85.
import { Undecodable } from "./undecodable.ts";
import type { Step } from "./undecodable.ts";

/** @throws Undecodable */
export function asciiHex(input: Uint8Array): Step {
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

/** @throws Undecodable */
export function ascii85(input: Uint8Array): Step {
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
