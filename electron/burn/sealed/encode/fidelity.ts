// Whether a page told in a few flat colours still looks like itself. Edges of letters come out a
// little lighter here and darker there; a small picture among the text loses what makes it one. Sums
// what pixels lost over small squares; says no where whole squares came out in another colour.
import { blue, green, red } from "../pixels/pixels.ts";

/** Pixels a side, a power of two. */
const SHIFT = 3;
const SQUARE = 1 << SHIFT;
/** Mean difference of a channel in a square that no smoothed edge explains, of 255. */
const OTHER = 48;
/** So many such squares are something that was on the page. */
const ENOUGH = 4;

export class Fidelity {
  readonly #across: number;
  readonly #sums: Int32Array;

  /** Size of the page in pixels. */
  constructor(width: number, height: number) {
    this.#across = Math.ceil(width / SQUARE);
    this.#sums = new Int32Array(3 * this.#across * Math.ceil(height / SQUARE));
  }

  /** A pixel of a place is kept as a colour. */
  note(x: number, y: number, pixel: number, colour: number): void {
    const at = 3 * ((y >> SHIFT) * this.#across + (x >> SHIFT));
    const sums = this.#sums;
    sums[at] = sums[at]! + red(pixel) - red(colour);
    sums[at + 1] = sums[at + 1]! + green(pixel) - green(colour);
    sums[at + 2] = sums[at + 2]! + blue(pixel) - blue(colour);
  }

  /** The same of a page of shades, kept as black or white. */
  noteShade(x: number, y: number, level: number, black: boolean): void {
    const at = 3 * ((y >> SHIFT) * this.#across + (x >> SHIFT));
    this.#sums[at] = this.#sums[at]! + (black ? level : level - 255);
  }

  /** False where something that was on the page is not to be seen any more. */
  get faithful(): boolean {
    const most = OTHER * SQUARE * SQUARE;
    const sums = this.#sums;
    let others = 0;
    for (let at = 0; at < sums.length; at += 3) {
      const away = Math.max(Math.abs(sums[at]!), Math.abs(sums[at + 1]!), Math.abs(sums[at + 2]!));
      if (away > most && ++others >= ENOUGH) return false;
    }
    return true;
  }
}
