// The form of a letter: its ink within its box, grown to one size, with how high and how deep it stands.
// Two drawings of one letter have nearly the same form wherever and however large they stand.
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";

/** Cells of a form. */
const WIDE = 10;
const HIGH = 14;

export interface Form {
  /** Ink about its mean, of length one. */
  readonly cells: Float32Array;
  /** Font sizes over the baseline. */
  readonly foot: number;
  readonly head: number;
}

/** Font sizes by which a letter may be higher or deeper. */
const OTHER = 0.15;

/** @returns correlation of two forms; -1 where one stands higher or deeper than the other */
export function likenessOf(a: Form, b: Form): number {
  if (Math.abs(a.foot - b.foot) > OTHER || Math.abs(a.head - b.head) > OTHER) return -1;
  let sum = 0;
  for (let i = 0; i < a.cells.length; i++) sum += a.cells[i]! * b.cells[i]!;
  return sum;
}

/** A letter's ink as it is read, grown to one size; undefined where it has none or stands aslant. */
export function formOf(
  picture: Raster,
  { box, x, y, size, angle }: Glyph,
  scale: number,
  [across, down]: readonly [number, number] = [0, 0],
): Form | undefined {
  if (angle % 90 !== 0 || !(box[2] > box[0] && box[3] > box[1])) return undefined;
  const cells = new Float32Array(WIDE * HIGH);
  const turned = angle % 180 === 90;
  let sum = 0;
  for (let v = 0; v < HIGH; v++)
    for (let u = 0; u < WIDE; u++) {
      const [along, up] = [(u + 0.5) / WIDE, 1 - (v + 0.5) / HIGH];
      const [a, b] = turned
        ? [angle === 90 ? 1 - up : up, angle === 90 ? along : 1 - along]
        : angle === 180
          ? [1 - along, 1 - up]
          : [along, up];
      const at = inkAt(
        picture,
        (box[0] + a * (box[2] - box[0])) * scale - 0.5 + across,
        picture.height - (box[1] + b * (box[3] - box[1])) * scale - 0.5 + down,
      );
      cells[v * WIDE + u] = at;
      sum += at;
    }
  const mean = sum / cells.length;
  // A bar fills its box: told by its foot and head.
  let norm = cells.length * 100;
  for (let i = 0; i < cells.length; i++) norm += (cells[i] = cells[i]! - mean) ** 2;
  const by = 1 / Math.sqrt(norm);
  const [low, high] = {
    0: [box[1] - y, box[3] - y],
    90: [x - box[2], x - box[0]],
    180: [y - box[3], y - box[1]],
    270: [box[0] - x, box[2] - x],
  }[angle as 0 | 90 | 180 | 270];
  return { cells: cells.map((value) => value * by), foot: low! / size, head: high! / size };
}

/** Darkness between four pixels. */
function inkAt({ width, height, grey }: Raster, x: number, y: number): number {
  const x0 = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const y0 = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [fx, fy] = [Math.min(1, Math.max(0, x - x0)), Math.min(1, Math.max(0, y - y0))];
  const at = y0 * width + x0;
  const upper = grey[at]! * (1 - fx) + grey[at + 1]! * fx;
  const lower = grey[at + width]! * (1 - fx) + grey[at + width + 1]! * fx;
  return 255 - upper * (1 - fy) - lower * fy;
}

/** Pixels by which a letter may stand beside its box: engines put letters on whole pixels. */
const BESIDE = [0, 0.5, -0.5, 1, -1];

/** The forms that one letter has where it stands and a little beside, each made when it is asked for. */
export class Drawings {
  private readonly made: (Form | undefined)[] = [];
  private readonly picture: Raster;
  private readonly glyph: Glyph;
  private readonly scale: number;

  constructor(picture: Raster, glyph: Glyph, scale: number) {
    this.picture = picture;
    this.glyph = glyph;
    this.scale = scale;
  }

  /** @param i 0 where it stands */
  at(i: number): Form | undefined {
    const beside = [BESIDE[i % 5]!, BESIDE[Math.floor(i / 5)]!] as const;
    if (!(i in this.made)) this.made[i] = formOf(this.picture, this.glyph, this.scale, beside);
    return this.made[i];
  }

  /** Likeness of the drawing that is most alike; any that is alike enough will do. */
  likeness(wanted: Form, enough: number, light = false): number {
    let best = -1;
    for (let i = 0; i < BESIDE.length ** 2 && best < enough; i++) {
      const form = this.at(i);
      if (!form) continue;
      best = Math.max(best, light ? lightLikeness(form, wanted) : likenessOf(form, wanted));
    }
    return best;
  }
}

/** Of a letter that is light on a dark ground. */
function lightLikeness(form: Form, wanted: Form): number {
  const likeness = likenessOf(form, wanted);
  return likeness === -1 ? -1 : -likeness;
}
