// Tiling patterns: a small drawing that is repeated side by side. It is read again for every place
// where it is seen, so that what it paints is cut and burnt like anything else.
import { invert, multiply, transformRect } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import type { Clip, Colour } from "./display-list.ts";
import { intersect, isEmpty } from "./path-data.ts";
import { patternMatrix } from "./shading.ts";

export interface Tiling {
  readonly codes: ArrayLike<number>;
  readonly args: readonly unknown[];
  /** Of a drawing that has no colours of its own. */
  readonly colour: Colour | undefined;
  readonly box: Rect;
  readonly step: readonly [number, number];
  /** Pattern space → page. */
  readonly toPage: Matrix;
}

/** More tiles than patterns of real pages show. */
const MOST_TILES = 600;
const UNCOLOURED = 2;

/** @param told pdf.js' own form: kind, colour, operators, matrix, box, steps, paint type */
export function tilingOf(told: readonly unknown[], base: Matrix): Tiling | undefined {
  const [, colour, list, own, box, xStep, yStep, paintType] = told;
  const { fnArray, argsArray } = list as { fnArray: ArrayLike<number>; argsArray: unknown[] };
  const step = [Math.abs(xStep as number), Math.abs(yStep as number)] as const;
  if (!(step[0] > 0 && step[1] > 0)) return undefined;
  return {
    codes: fnArray,
    args: argsArray,
    colour: paintType === UNCOLOURED ? String(colour) : undefined,
    box: Array.from(box as ArrayLike<number>) as unknown as Rect,
    step,
    toPage: patternMatrix(own as ArrayLike<number> | null, base),
  };
}

/** Bounds of what a clip lets through. */
export function paintedBy(clip: Clip): Rect {
  return clip.paths.reduce((r, path) => intersect(r, path.bounds), clip.rect);
}

/** Pattern space → page, for every tile that meets the clip. */
export function placesOf({ toPage, box, step }: Tiling, clip: Clip): readonly Matrix[] {
  const seen = paintedBy(clip);
  if (isEmpty(seen)) return [];
  const within = transformRect(invert(toPage), seen);
  const range = (from: number, to: number, low: number, high: number, by: number) =>
    [Math.ceil((from - high) / by + 1e-9), Math.floor((to - low) / by - 1e-9)] as const;
  const [i0, i1] = range(within[0], within[2], box[0], box[2], step[0]);
  const [j0, j1] = range(within[1], within[3], box[1], box[3], step[1]);
  if (!((i1 - i0 + 1) * (j1 - j0 + 1) <= MOST_TILES)) {
    throw new NotAccountable("The page paints with a pattern");
  }
  const places: Matrix[] = [];
  for (let j = j0; j <= j1; j++)
    for (let i = i0; i <= i1; i++)
      places.push(multiply([1, 0, 0, 1, i * step[0], j * step[1]], toPage));
  return places;
}
