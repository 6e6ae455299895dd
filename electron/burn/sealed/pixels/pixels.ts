// The picture of one page while it is being sealed: 32 bits a pixel as 0xffBBGGRR, origin top-left.
// Owns plain pixel arithmetic (fill, read, shrink). Knows nothing of marks, text or PDF.

export const WHITE = 0xffffffff;
export const BLACK = 0xff000000;

/** Whole pixels; x1 and y1 are outside. */
export interface PixelRect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export class Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array;
  /** The same as numbers with a sign, which are quicker: none of them needs memory of its own. */
  readonly words: Int32Array;

  constructor(width: number, height: number, data?: Uint32Array) {
    this.width = width;
    this.height = height;
    this.data = data ?? new Uint32Array(width * height).fill(WHITE);
    this.words = new Int32Array(this.data.buffer, this.data.byteOffset, this.data.length);
  }

  filled(colour: number): this {
    this.data.fill(colour);
    return this;
  }

  at(x: number, y: number): number {
    return this.data[y * this.width + x]!;
  }

  paint(rect: PixelRect, colour: number): void {
    const cut = this.clip(rect);
    for (let y = cut.y0; y < cut.y1; y++) {
      this.data.fill(colour, y * this.width + cut.x0, y * this.width + cut.x1);
    }
  }

  clip(rect: PixelRect): PixelRect {
    const x0 = Math.min(this.width, Math.max(0, rect.x0));
    const y0 = Math.min(this.height, Math.max(0, rect.y0));
    return {
      x0,
      y0,
      x1: Math.min(this.width, Math.max(x0, rect.x1)),
      y1: Math.min(this.height, Math.max(y0, rect.y1)),
    };
  }

  crop(rect: PixelRect): Pixels {
    const cut = this.clip(rect);
    const part = new Pixels(cut.x1 - cut.x0, cut.y1 - cut.y0);
    for (let y = cut.y0; y < cut.y1; y++) {
      const from = y * this.width;
      part.data.set(this.data.subarray(from + cut.x0, from + cut.x1), (y - cut.y0) * part.width);
    }
    return part;
  }

  paste(part: Pixels, x: number, y: number): void {
    for (let row = 0; row < part.height; row++) {
      const to = y + row;
      if (to < 0 || to >= this.height) continue;
      const skip = Math.max(0, -x);
      const end = Math.min(part.width, this.width - x);
      if (end <= skip) continue;
      const from = row * part.width;
      this.data.set(part.data.subarray(from + skip, from + end), to * this.width + x + skip);
    }
  }

  /** For each row the columns [from, to) outside which it is white; from >= to for a white row. */
  extents(): Int32Array {
    const { width, height, data, words } = this;
    const extents = new Int32Array(2 * height);
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const white = Buffer.alloc(width * 4, 0xff);
    for (let y = 0; y < height; y++) {
      const start = y * width;
      if (bytes.compare(white, 0, white.length, start * 4, (start + width) * 4) === 0) {
        extents[2 * y] = width;
        continue;
      }
      extents[2 * y] = firstInk(words, start, start + width) - start;
      extents[2 * y + 1] = lastInk(words, start, start + width) + 1 - start;
    }
    return extents;
  }

  /** Two thirds of the size by averaging: 300 dpi becomes 200. Integer arithmetic (B1). */
  twoThirds(): Pixels {
    const width = Math.max(1, Math.floor((this.width * 2) / 3));
    const height = Math.max(1, Math.floor((this.height * 2) / 3));
    const small = new Pixels(width, height);
    const extents = this.extents();
    for (let y = 0; y < height; y++) {
      // Each target pixel covers 1.5 source pixels: one whole and one half, weights 2 and 1.
      const rows = weights(y, this.height);
      const from = Math.min(extents[2 * rows.first]!, extents[2 * rows.second]!);
      const to = Math.max(extents[2 * rows.first + 1]!, extents[2 * rows.second + 1]!);
      const first = Math.max(0, Math.floor((from * 2) / 3) - 1);
      const last = Math.min(width, Math.ceil((to * 2) / 3) + 1);
      for (let x = first; x < last; x++) {
        small.data[y * width + x] = this.#mean(weights(x, this.width), rows);
      }
    }
    return small;
  }

  #mean(columns: Weights, rows: Weights): number {
    const a = this.at(columns.first, rows.first);
    const b = this.at(columns.second, rows.first);
    const c = this.at(columns.first, rows.second);
    const d = this.at(columns.second, rows.second);
    if (a === b && a === c && a === d) return a;
    const wa = columns.weight * rows.weight;
    const wb = (3 - columns.weight) * rows.weight;
    const wc = columns.weight * (3 - rows.weight);
    const wd = (3 - columns.weight) * (3 - rows.weight);
    const channel = (shift: number) =>
      Math.floor(
        (((a >>> shift) & 255) * wa +
          ((b >>> shift) & 255) * wb +
          ((c >>> shift) & 255) * wc +
          ((d >>> shift) & 255) * wd +
          4) /
          9,
      );
    return (BLACK | (channel(16) << 16) | (channel(8) << 8) | channel(0)) >>> 0;
  }
}

/** The first pixel of a stretch that is not white; four white ones at a time are passed over. */
export function firstInk(words: Int32Array, from: number, end: number): number {
  let at = from;
  while (at + 4 <= end && (words[at]! & words[at + 1]! & words[at + 2]! & words[at + 3]!) === BLANK)
    at += 4;
  while (at < end && words[at] === BLANK) at++;
  return at;
}

/** The last one. */
function lastInk(words: Int32Array, from: number, end: number): number {
  let at = end - 1;
  while (
    at - 3 >= from &&
    (words[at]! & words[at - 1]! & words[at - 2]! & words[at - 3]!) === BLANK
  )
    at -= 4;
  while (at >= from && words[at] === BLANK) at--;
  return at;
}

/** White as a number with a sign: every bit of it is set. */
export const BLANK = WHITE | 0;

interface Weights {
  readonly first: number;
  readonly second: number;
  /** Weight of the first; the second has the rest of 3. */
  readonly weight: number;
}

function weights(target: number, size: number): Weights {
  const even = target % 2 === 0;
  const start = Math.floor((3 * target) / 2);
  return {
    first: Math.min(size - 1, start),
    second: Math.min(size - 1, start + 1),
    weight: even ? 2 : 1,
  };
}

export function red(pixel: number): number {
  return pixel & 255;
}
export function green(pixel: number): number {
  return (pixel >>> 8) & 255;
}
export function blue(pixel: number): number {
  return (pixel >>> 16) & 255;
}

/** 0 black ... 255 white. */
export function luminance(pixel: number): number {
  return (red(pixel) * 77 + green(pixel) * 150 + blue(pixel) * 29) >> 8;
}

/** Levels by which two pixels differ in the colour in which they differ most. */
export function apart(a: number, b: number): number {
  return Math.max(
    Math.abs(red(a) - red(b)),
    Math.abs(green(a) - green(b)),
    Math.abs(blue(a) - blue(b)),
  );
}

/**
 * True where pixels differ by more than `by` in any colour: pale yellow is nearly as light as paper.
 * @param ignored pixels that do not count
 */
export function coloursVaryBy(
  { words, width }: Pixels,
  part: PixelRect,
  by: number,
  ignored: (x: number, y: number) => boolean = () => false,
): boolean {
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  let [last, any] = [0, false];
  for (let y = part.y0; y < part.y1; y++) {
    for (let x = part.x0; x < part.x1; x++) {
      const pixel = words[y * width + x]!;
      if ((any && pixel === last) || ignored(x, y)) continue;
      [last, any] = [pixel, true];
      for (let i = 0; i < 3; i++) {
        const level = (pixel >>> (8 * i)) & 255;
        if (level < least[i]!) least[i] = level;
        if (level > most[i]!) most[i] = level;
        if (most[i]! - least[i]! > by) return true;
      }
    }
  }
  return false;
}

/** True where the lightest and the darkest pixel differ by more than `by`. */
export function variesBy({ words, width }: Pixels, part: PixelRect, by: number): boolean {
  let least = 255;
  let most = 0;
  for (let y = part.y0; y < part.y1; y++) {
    for (let i = y * width + part.x0, end = y * width + part.x1; i < end; i++) {
      const pixel = words[i]!;
      const l = luminance(pixel);
      if (l < least) least = l;
      if (l > most) most = l;
      if (most - least > by) return true;
      // Most of what is beside is the same.
      while (i + 1 < end && words[i + 1] === pixel) i++;
    }
  }
  return false;
}
