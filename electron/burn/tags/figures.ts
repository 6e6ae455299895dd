// Which pictures are figures. What lies behind the whole page and what is no larger than a bullet is
// decoration; strips that a picture was cut into are one figure.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { union } from "../../../shared/geometry/rect.ts";
import type { ImageItem } from "../crisp/interpret/display-list.ts";
import type { Block } from "./model.ts";

/** Points: sides of the largest ornament; and between strips of one picture. */
const ORNAMENT = 14;
const JOINED = 1;
const BACKGROUND = 0.9;

export class Figures {
  readonly #width: number;
  readonly #height: number;
  readonly #alone: boolean;
  #last: { bounds: Rect; readonly block: Block } | undefined;

  /** @param alone the page shows nothing but pictures: then even one behind it all is a figure */
  constructor(size: { readonly width: number; readonly height: number }, alone: boolean) {
    this.#width = size.width;
    this.#height = size.height;
    this.#alone = alone;
  }

  of({ bounds }: ImageItem, order: number): Block | undefined {
    const [wide, high] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
    if (wide < ORNAMENT && high < ORNAMENT) return undefined;
    if (!this.#alone && wide > BACKGROUND * this.#width && high > BACKGROUND * this.#height)
      return undefined;
    if (this.#last && isStrip(this.#last.bounds, bounds)) {
      this.#last.bounds = union(this.#last.bounds, bounds);
      return this.#last.block;
    }
    const block: Block = { path: [{ role: "Figure" }], order };
    this.#last = { bounds, block };
    return block;
  }
}

/** Does the second continue the first downwards, upwards or sideways at the same width? */
function isStrip(a: Rect, b: Rect): boolean {
  const near = (i: number, k: number) => Math.abs(a[i]! - b[k]!) <= JOINED;
  const stacked = near(0, 0) && near(2, 2) && (near(1, 3) || near(3, 1));
  const beside = near(1, 1) && near(3, 3) && (near(0, 2) || near(2, 0));
  return stacked || beside;
}
