// Bytes of the model file, written one after another and read again: counts of seven bits a byte, whole bytes, halves
// of bytes for small weights. It knows nothing of what they mean, but for how many weights a row has.
import { LABELS } from "./chain.ts";

/** Weights of this size and less take half a byte. */
const SMALL = 7;

export const CUT_SHORT = "The tagger's model file is cut short.";

export class Writer {
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

  /** `bytes` a number (1 or 2), low ones first. */
  signed(values: ArrayLike<number>, bytes: number): void {
    for (let i = 0; i < values.length; i++)
      for (let shift = 0; shift < bytes * 8; shift += 8) this.byte((values[i] as number) >> shift);
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

export class Reader {
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

  /** Three bytes, low ones first. */
  three(): number {
    const at = this.#at;
    this.#at += 3;
    if (this.#at > this.#bytes.length) throw new Error(CUT_SHORT);
    const bytes = this.#bytes;
    return (
      (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)
    );
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

  /** `count` numbers of `bytes` bytes, as `Writer.signed` wrote them. */
  signed(count: number, bytes: number): Int16Array {
    const from = this.#at;
    this.#at += count * bytes;
    if (this.#at > this.#bytes.length) throw new Error(CUT_SHORT);
    const values = new Int16Array(count);
    for (let i = 0, at = from; i < count; i++, at += bytes) {
      const low = this.#bytes[at] as number;
      values[i] = bytes === 1 ? (low << 24) >> 24 : low | ((this.#bytes[at + 1] as number) << 8);
    }
    return values;
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(4));
    for (let i = 0; i < 4; i++) view.setInt8(i, this.byte());
    return view.getFloat32(0, true);
  }
}
