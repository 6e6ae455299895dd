// Covers by where they are on the page: whoever asks what lies over a letter is given what is near it.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Cover } from "./covers.ts";

/** Points that two things may share and not meet. */
const TOUCHING = 0.01;
/** Bands of the page's height, and of its width: only what lies in a letter's own can cover it. */
const BANDS = 64;
/** Letters in more cells than these are large, and looked for by height alone. */
const LARGE_CELLS = 12;

/** A cover and its place among all. */
interface Listed {
  readonly cover: Cover;
  readonly at: number;
}

/** A band or cell, and whether it is the first that a place lies in. */
interface Begins {
  readonly x: number;
  readonly y: number;
  readonly across: boolean;
  readonly up: boolean;
}

export class CoversByPlace {
  readonly #bands: Listed[][] = Array.from({ length: BANDS }, () => []);
  readonly #cells: Listed[][] = [];
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
      const [x0, y0, x1, y1] = this.#bandsOf(cover.bounds);
      const listed = { cover, at };
      const small = (x1 - x0 + 1) * (y1 - y0 + 1) <= LARGE_CELLS;
      if (cover.letter && small)
        for (let y = y0; y <= y1; y++)
          for (let x = x0; x <= x1; x++) (this.#cells[y * BANDS + x] ??= []).push(listed);
      else for (let y = y0; y <= y1; y++) this.#bands[y]!.push(listed);
    });
  }

  /** What meets a place, in the painting order. */
  near(place: Rect): readonly Cover[] {
    const [left, bottom, right, top] = this.#extent;
    if (!(place[3] >= bottom && place[1] <= top && place[2] >= left && place[0] <= right))
      return [];
    const [x0, y0, x1, y1] = this.#bandsOf(place);
    const found: Listed[] = [];
    for (let y = y0; y <= y1; y++) {
      this.#take(this.#bands[y]!, place, { y, up: y === y0, x: 0, across: true }, found);
      for (let x = x0; x <= x1; x++) {
        const cell = this.#cells[y * BANDS + x];
        if (cell) this.#take(cell, place, { y, up: y === y0, x, across: x === x0 }, found);
      }
    }
    return found.sort((a, b) => a.at - b.at).map(({ cover }) => cover);
  }

  /**
   * Takes what meets a place out of a band or a cell. What lies in several is taken where it begins, or
   * where the place does.
   */
  #take(among: readonly Listed[], place: Rect, begins: Begins, found: Listed[]): void {
    for (const listed of among) {
      const { bounds } = listed.cover;
      if (!meets(bounds, place, TOUCHING)) continue;
      const [x, y] = this.#bandsOf(bounds);
      if ((begins.up || y === begins.y) && (begins.across || x === begins.x)) found.push(listed);
    }
  }

  /** The first and last bands across and up that a place lies in. */
  #bandsOf([x0, y0, x1, y1]: Rect): readonly [number, number, number, number] {
    const [left, bottom, right, top] = this.#extent;
    return [
      bandOf(x0, left, right),
      bandOf(y0, bottom, top),
      bandOf(x1, left, right),
      bandOf(y1, bottom, top),
    ];
  }
}

function bandOf(at: number, low: number, high: number): number {
  const share = (at - low) / (high - low);
  return Math.min(BANDS - 1, Math.max(0, Math.floor(share * BANDS) || 0));
}
