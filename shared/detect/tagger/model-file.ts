// The model on disk: the hashed lexicon and the weights as signed bytes with one scale, packed so
// that noughts take no room and small weights half a byte. Packed, not deflated: start-up counts, and inflating took longer than
// everything else together. Written by the trainer, read by the tagger; the same weights give the
// same bytes. A file that is not whole, or of another version, is refused with a clear error.
import { LABELS } from "./chain.ts";
import { ROW_BITS } from "./features.ts";
import type { LexiconTable } from "./lexicon.ts";
import { TELLING_ROWS } from "./telling.ts";

const MAGIC = 0x47544443; // "CDTG"
/** Raise it whenever features, lexicon classes or the layout below change. */
export const MODEL_VERSION = 6;

export interface ModelParts {
  readonly lexicon: LexiconTable;
  /** LABELS signed bytes per row of the weight table. */
  readonly rows: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly telling: { readonly weights: Int8Array; readonly scale: number };
}

/** Weights of this size and less take half a byte. */
const SMALL = 7;

const CUT_SHORT = "The tagger's model file is cut short.";

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

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#at++] = value & 255;
  }

  bytes(values: Int8Array): void {
    for (const value of values) this.byte(value);
  }

  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >>> shift);
  }

  /** Half a byte each for the many small weights, one and a half for the others; ends on a whole byte. */
  weights(values: readonly number[]): void {
    let low = -1;
    const half = (value: number): void => {
      if (low < 0) low = value;
      else {
        this.byte(low | (value << 4));
        low = -1;
      }
    };
    for (const value of values) {
      if (value >= -SMALL && value <= SMALL) half(value + SMALL + 1);
      else {
        half(0);
        half(value & 15);
        half((value >> 4) & 15);
      }
    }
    if (low >= 0) this.byte(low);
  }

  float(value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value, true);
    this.word(view.getUint32(0, true));
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
      if (byte === undefined) throw new Error(CUT_SHORT);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }

  /** A signed byte. */
  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error(CUT_SHORT);
    return (byte << 24) >> 24;
  }

  bytes(count: number): Int8Array {
    if (this.#at + count > this.#bytes.length) throw new Error(CUT_SHORT);
    const values = Int8Array.from(this.#bytes.subarray(this.#at, this.#at + count));
    this.#at += count;
    return values;
  }

  /** Fills the places of the rows that `filled` names, as `Writer.weights` wrote them. */
  weights(places: Uint32Array, filled: Uint16Array, rows: Int8Array): void {
    const bytes = this.#bytes;
    let half = this.#at * 2;
    const last = bytes.length * 2;
    const next = (): number => {
      const byte = bytes[half >>> 1] as number;
      const value = (half & 1) === 0 ? byte & 15 : byte >>> 4;
      half += 1;
      return value;
    };
    for (let i = 0; i < places.length; i++) {
      const mask = filled[i] as number;
      const from = places[i] as number;
      for (let k = 0; k < LABELS; k++) {
        if (((mask >>> k) & 1) === 0) continue;
        if (half + 3 > last) throw new Error(CUT_SHORT);
        const small = next();
        rows[from + k] = small !== 0 ? small - SMALL - 1 : next() | (next() << 4);
      }
    }
    this.#at = (half + 1) >>> 1;
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(4));
    for (let i = 0; i < 4; i++) view.setInt8(i, this.byte());
    return view.getFloat32(0, true);
  }
}

export function writeModel(parts: ModelParts): Uint8Array {
  const out = new Writer();
  const { lexicon } = parts;
  out.word(MAGIC);
  out.word(MODEL_VERSION);
  const masks = [...new Set(lexicon.masks)].sort((a, b) => a - b);
  const nth = new Map(masks.map((mask, i) => [mask, i]));
  out.count(masks.length);
  for (const mask of masks) out.count(mask);
  out.count(lexicon.keys.length);
  let before = 0;
  for (const key of lexicon.keys) {
    out.count(key - before);
    before = key;
  }
  for (const mask of lexicon.masks) out.count(nth.get(mask) ?? 0);
  for (const family of lexicon.families) out.count(family);

  let rows = 0;
  for (let row = 0; row < 1 << ROW_BITS; row++) if (maskOf(parts.rows, row) !== 0) rows += 1;
  out.count(rows);
  before = 0;
  for (let row = 0; row < 1 << ROW_BITS; row++) {
    const mask = maskOf(parts.rows, row);
    if (mask === 0) continue;
    // The gap and the ninth label's bit, the other eight bits; the weights that are not nought follow all rows.
    out.count(((row - before) << 1) | (mask >>> 8));
    out.byte(mask & 255);
    before = row;
  }
  out.weights(Array.from(parts.rows).filter((weight) => weight !== 0));
  out.float(parts.scale);
  for (const value of parts.transitions) out.float(value);
  out.float(parts.telling.scale);
  out.bytes(parts.telling.weights);

  return out.done();
}

function maskOf(rows: Int8Array, row: number): number {
  let mask = 0;
  for (let k = 0; k < LABELS; k++) if (rows[row * LABELS + k] !== 0) mask |= 1 << k;
  return mask;
}

export function readModel(file: Uint8Array): ModelParts {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 9 || view.getUint32(0, true) !== MAGIC)
    throw new Error("This is not a model of the tagger.");
  if (view.getUint32(4, true) !== MODEL_VERSION)
    throw new Error("The tagger's model is of another version; run npm run train.");
  const input = new Reader(file.subarray(8));
  const masks = Array.from({ length: input.count() }, () => input.count());
  const lexiconKeys = new Uint32Array(input.count());
  let before = 0;
  for (let i = 0; i < lexiconKeys.length; i++) {
    before += input.count();
    lexiconKeys[i] = before;
  }
  const lexiconMasks = new Int32Array(lexiconKeys.length);
  for (let i = 0; i < lexiconMasks.length; i++) lexiconMasks[i] = masks[input.count()] ?? 0;
  const families = new Uint16Array(lexiconKeys.length);
  for (let i = 0; i < families.length; i++) families[i] = input.count();
  const rows = new Int8Array((1 << ROW_BITS) * LABELS);
  const places = new Uint32Array(input.count());
  const filled = new Uint16Array(places.length);
  let row = 0;
  for (let i = 0; i < places.length; i++) {
    const head = input.count();
    row += head >>> 1;
    if (row >= 1 << ROW_BITS) throw new Error(CUT_SHORT);
    places[i] = row * LABELS;
    filled[i] = ((head & 1) << 8) | (input.byte() & 255);
  }
  input.weights(places, filled, rows);
  const scale = input.float();
  const transitions = Float32Array.from({ length: LABELS * LABELS }, () => input.float());
  const telling = { scale: input.float(), weights: input.bytes(TELLING_ROWS) };
  const lexicon = { keys: lexiconKeys, masks: lexiconMasks, families };
  return { lexicon, rows, scale, transitions, telling };
}
