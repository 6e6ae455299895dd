// Covers by where they are on the page: whoever asks what lies over a letter is given what is near it.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Cover } from "./covers.ts";

/** Points that two things may share and not meet. */
export const TOUCHING = 0.01;
/** Bands of the page's height: only what lies in a letter's own can cover it. */
const BANDS = 64;

/** A cover and its place among all. */
interface Listed {
  readonly cover: Cover;
  readonly at: number;
}

export class CoversByPlace {
  readonly #bands: Listed[][] = [];
  /** [left, bottom, right, top] of all covers. */
  readonly #extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];

  /** @param covers in the painting order */
  constructor(covers: readonly Cover[]) {
    const extent = this.#extent;
    for (const { bounds } of covers) {
      for (const i of [0, 1]) extent[i] = Math.min(extent[i]!, bounds[i]!);
      for (const i of [2, 3]) extent[i] = Math.max(extent[i]!, bounds[i]!);
    }
    covers.forEach((cover, at) => {
      const last = this.#bandOf(cover.bounds[3]);
      for (let y = this.#bandOf(cover.bounds[1]); y <= last; y++)
        (this.#bands[y] ??= []).push({ cover, at });
    });
  }

  /** What meets a place, in the painting order. */
  near(place: Rect): readonly Cover[] {
    const [left, bottom, right, top] = this.#extent;
    if (!(place[3] >= bottom && place[1] <= top && place[2] >= left && place[0] <= right))
      return [];
    const first = this.#bandOf(place[1]);
    const last = this.#bandOf(place[3]);
    const found: Listed[] = [];
    for (let y = first; y <= last; y++) {
      for (const listed of this.#bands[y] ?? []) {
        const { bounds } = listed.cover;
        if (!meets(bounds, place, TOUCHING)) continue;
        // What lies in several bands is taken where it begins, or where the place does.
        if (y === first || y === this.#bandOf(bounds[1])) found.push(listed);
      }
    }
    return found.sort((a, b) => a.at - b.at).map(({ cover }) => cover);
  }

  #bandOf(at: number): number {
    const [, low, , high] = this.#extent;
    const share = (at - low) / (high - low);
    return Math.min(BANDS - 1, Math.max(0, Math.floor(share * BANDS) || 0));
  }
}
