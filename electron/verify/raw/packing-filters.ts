// Filters that pack repeated bytes: run lengths and LZW.
import { Undecodable } from "./undecodable.ts";
import type { Step } from "./undecodable.ts";

/** @param cap bytes that may come out at most. @throws Undecodable */
export function runLength(input: Uint8Array, cap: number): Step {
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

/** @param early 1 where codes grow one entry early. @throws Undecodable */
export function lzw(input: Uint8Array, early: number, cap: number): Step {
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
