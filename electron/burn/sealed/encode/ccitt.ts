// CCITT Group 4 encoder (ITU-T T.6) for sealed pages, fed with the colour changes of each row.
// Integer arithmetic only, so that equal pictures give equal bytes on every machine (B1).
import { BLACK_LONG, BLACK_SHORT, BOTH_LONG, WHITE_LONG, WHITE_SHORT } from "./ccitt-codes.ts";

interface Codes {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Index 0..63 are short runs, 64 + n is the run of 64 · (n + 1). */
function codes(short: readonly string[], long: readonly string[]): Codes {
  const all = [...short, ...long, ...BOTH_LONG];
  return {
    bits: Uint16Array.from(all, (code) => Number.parseInt(code, 2)),
    lengths: Uint8Array.from(all, (code) => code.length),
  };
}

const WHITE = codes(WHITE_SHORT, WHITE_LONG);
const BLACK = codes(BLACK_SHORT, BLACK_LONG);
const LONGEST = 2560;
const LONGEST_CODE = 64 + LONGEST / 64 - 1;

export class Group4Encoder {
  readonly #width: number;
  #out = new Uint8Array(65_536);
  #length = 0;
  #pending = 0;
  #pendingBits = 0;
  #previous: Int32Array;
  #previousCount = 0;

  constructor(width: number) {
    this.#width = width;
    this.#previous = new Int32Array(width + 4);
    this.#previous.fill(width);
  }

  /**
   * Adds a row. `changes[0..count)` are the columns where the colour changes, ascending and below
   * the width; the row starts white, so a black first pixel gives 0 as its first change.
   */
  row(changes: Int32Array, count: number): void {
    const width = this.#width;
    const reference = this.#previous;
    const last = this.#previousCount;
    let a0 = -1;
    let own = 0; // next change of this row at or after a0
    let above = 0; // first change of the row above that may lie right of a0
    let black = false;
    while (a0 < width) {
      const a1 = own < count ? changes[own]! : width;
      // b1: first change above, right of a0, towards the colour opposite to the current one.
      while (above > 0 && reference[above - 1]! > a0) above--;
      while (above < last && (reference[above]! <= a0 || ((above & 1) === 1) !== black)) above++;
      const b1 = above < last ? reference[above]! : width;
      const b2 = above + 1 < last ? reference[above + 1]! : width;
      if (b2 < a1) {
        this.#put(0b0001, 4);
        a0 = b2;
        continue;
      }
      const shift = a1 - b1;
      if (shift >= -3 && shift <= 3) {
        this.#vertical(shift);
        a0 = a1;
        own++;
        black = !black;
        if (a0 >= width) break;
        continue;
      }
      const a2 = own + 1 < count ? changes[own + 1]! : width;
      this.#put(0b001, 3);
      this.#run(black, a1 - Math.max(a0, 0));
      this.#run(!black, a2 - a1);
      a0 = a2;
      own += 2;
    }
    this.#previous.set(changes.subarray(0, count));
    this.#previousCount = count;
  }

  finish(): Uint8Array {
    this.#put(1, 12);
    this.#put(1, 12);
    if (this.#pendingBits > 0) this.#put(0, 8 - this.#pendingBits);
    return this.#out.slice(0, this.#length);
  }

  #vertical(shift: number): void {
    switch (shift) {
      case 0:
        return this.#put(1, 1);
      case 1:
        return this.#put(0b011, 3);
      case 2:
        return this.#put(0b000011, 6);
      case 3:
        return this.#put(0b0000011, 7);
      case -1:
        return this.#put(0b010, 3);
      case -2:
        return this.#put(0b000010, 6);
      default:
        return this.#put(0b0000010, 7);
    }
  }

  #run(black: boolean, length: number): void {
    const { bits, lengths } = black ? BLACK : WHITE;
    let left = length;
    while (left > LONGEST + 63) {
      this.#put(bits[LONGEST_CODE]!, lengths[LONGEST_CODE]!);
      left -= LONGEST;
    }
    if (left >= 64) {
      const code = 63 + (left >> 6);
      this.#put(bits[code]!, lengths[code]!);
      left &= 63;
    }
    this.#put(bits[left]!, lengths[left]!);
  }

  #put(bits: number, length: number): void {
    this.#pending = (this.#pending << length) | bits;
    this.#pendingBits += length;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      if (this.#length === this.#out.length) this.#grow();
      this.#out[this.#length++] = (this.#pending >> this.#pendingBits) & 0xff;
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#out.length * 2);
    larger.set(this.#out);
    this.#out = larger;
  }
}
