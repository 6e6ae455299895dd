// The model on disk: one deflated block of bytes holding the hashed lexicon and the weights as
// signed bytes with one scale. Written by the trainer, read by the tagger; the same weights give
// the same bytes. A file that is not whole, or of another version, is refused with a clear error.
import { deflateSync, inflateSync } from "fflate";
import { LABELS } from "./chain.ts";
import { ROW_BITS } from "./features.ts";

const MAGIC = 0x47544443; // "CDTG"
/** Raise it whenever features, lexicon classes or the layout below change. */
export const MODEL_VERSION = 1;

export interface ModelParts {
  readonly lexiconKeys: Uint32Array;
  readonly lexiconMasks: Int32Array;
  /** LABELS signed bytes per row of the weight table. */
  readonly rows: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
}

class Writer {
  #bytes = new Uint8Array(1 << 16);
  #at = 0;

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const bigger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    bigger.set(this.#bytes);
    this.#bytes = bigger;
  }

  /** Seven bits a byte, low ones first. */
  count(value: number): void {
    this.#room(5);
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  float(value: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.raw(bytes);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  count(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error("The tagger's model file is cut short.");
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length)
      throw new Error("The tagger's model file is cut short.");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  float(): number {
    const bytes = this.raw(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
  }
}

export function writeModel(parts: ModelParts): Uint8Array {
  const out = new Writer();
  const masks = [...new Set(parts.lexiconMasks)].sort((a, b) => a - b);
  const nth = new Map(masks.map((mask, i) => [mask, i]));
  out.count(masks.length);
  for (const mask of masks) out.count(mask);
  out.count(parts.lexiconKeys.length);
  let before = 0;
  for (const key of parts.lexiconKeys) {
    out.count(key - before);
    before = key;
  }
  for (const mask of parts.lexiconMasks) out.count(nth.get(mask) ?? 0);

  const used: number[] = [];
  for (let row = 0; row < 1 << ROW_BITS; row++) {
    for (let k = 0; k < LABELS; k++) {
      if (parts.rows[row * LABELS + k] !== 0) {
        used.push(row);
        break;
      }
    }
  }
  out.count(used.length);
  before = 0;
  for (const row of used) {
    out.count(row - before);
    before = row;
  }
  // Label by label: bytes of one label resemble one another, so they pack better.
  for (let k = 0; k < LABELS; k++)
    out.raw(Uint8Array.from(used, (row) => (parts.rows[row * LABELS + k] ?? 0) & 255));
  out.float(parts.scale);
  for (const value of parts.transitions) out.float(value);

  const packed = deflateSync(out.done(), { level: 9, mem: 12 });
  const file = new Uint8Array(packed.length + 8);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, MODEL_VERSION, true);
  file.set(packed, 8);
  return file;
}

export function readModel(file: Uint8Array): ModelParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 9 || view.getUint32(0, true) !== MAGIC)
    throw new Error("This is not a model of the tagger.");
  if (view.getUint32(4, true) !== MODEL_VERSION)
    throw new Error("The tagger's model is of another version; run npm run train.");
  const input = new Reader(inflateSync(file.subarray(8)));
  const masks = Array.from({ length: input.count() }, () => input.count());
  const lexiconKeys = new Uint32Array(input.count());
  let before = 0;
  for (let i = 0; i < lexiconKeys.length; i++) {
    before += input.count();
    lexiconKeys[i] = before;
  }
  const lexiconMasks = Int32Array.from(lexiconKeys, () => masks[input.count()] ?? 0);
  const used = new Int32Array(input.count());
  before = 0;
  for (let i = 0; i < used.length; i++) {
    before += input.count();
    used[i] = before;
  }
  const rows = new Int8Array((1 << ROW_BITS) * LABELS);
  for (let k = 0; k < LABELS; k++) {
    const plane = input.raw(used.length);
    for (let i = 0; i < used.length; i++) rows[(used[i] ?? 0) * LABELS + k] = plane[i] ?? 0;
  }
  const scale = input.float();
  const transitions = Float32Array.from({ length: LABELS * LABELS }, () => input.float());
  return { lexiconKeys, lexiconMasks, rows, scale, transitions };
}
