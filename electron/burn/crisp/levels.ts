// How bright the pixels of a picture are, taken from its colours row by row, where somebody asks: two
// pictures of one page are equal nearly everywhere, and of equal pixels nobody needs to know.
import { levelOf } from "../../pdfium/draw.ts";

/** Where levels are kept, one picture's after another's. */
export interface Room {
  levels?: Uint8Array;
}

export class Levels {
  readonly width: number;
  readonly height: number;
  /** Each pixel as one number 0xffBBGGRR. Undefined where all levels are known. */
  readonly #pixels: Int32Array | undefined;
  /** What tells whether two stretches are equal. */
  readonly #bytes: Buffer;
  /** Rows that were taken. */
  readonly #taken: Uint8Array;
  #levels: Uint8Array | undefined;
  readonly #room: Room;

  private constructor(of: Uint8Array | Uint32Array, width: number, room: Room) {
    this.#room = room;
    this.width = width;
    this.height = of.length / width;
    const { buffer, byteOffset, byteLength, length } = of;
    const known = of instanceof Uint8Array;
    this.#pixels = known ? undefined : new Int32Array(buffer, byteOffset, length);
    this.#levels = known ? of : undefined;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#taken = new Uint8Array(this.height);
  }

  /**
   * @param pixels stay as they are as long as anything is asked
   * @param room is this picture's until nothing is asked any more
   */
  static ofPixels(pixels: Uint32Array, width: number, room: Room = {}): Levels {
    return new Levels(pixels, width, room);
  }

  static known(levels: Uint8Array, width: number): Levels {
    return new Levels(levels, width, {});
  }

  /** True where the pixels [from, to) of both pictures are known to be the very same. */
  isEqual(other: Levels, from: number, to: number): boolean {
    if (!this.#pixels !== !other.#pixels) return false;
    const by = this.#pixels ? 4 : 1;
    return this.#bytes.compare(other.#bytes, from * by, to * by, from * by, to * by) === 0;
  }

  /** Levels 0 to 255 of all pixels, of which those of rows [from, to) at least are right. */
  take(from: number, to: number): Uint8Array {
    const pixels = this.#pixels;
    const levels = (this.#levels ??= this.#space());
    if (!pixels) return levels;
    for (let y = Math.max(0, from); y < Math.min(this.height, to); y++) {
      if (this.#taken[y] === 1) continue;
      this.#taken[y] = 1;
      takeRow(pixels, levels, y * this.width, this.width);
    }
    return levels;
  }

  #space(): Uint8Array {
    const length = this.width * this.height;
    const known = this.#room.levels;
    return known?.length === length ? known : (this.#room.levels = new Uint8Array(length));
  }
}

function takeRow(pixels: Int32Array, levels: Uint8Array, from: number, width: number): void {
  for (let at = from; at < from + width; at++) levels[at] = levelOf(pixels[at]!);
}
