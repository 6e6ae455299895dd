// One page of original and export as pictures at 150 dpi, with all that the checks on looks need:
// where lines may change, which text is accounted for, and finer or barer pictures on request.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { PlacedMark } from "../reading/coverage.ts";
import type { PageFrame } from "../place.ts";
import type { Foreign } from "./letters/foreign-letters.ts";
import type { Zones } from "./zones.ts";

export interface Looks {
  readonly page: number;
  /** How many pages are seen as one. */
  readonly pages: number;
  readonly frame: PageFrame;
  /** The export's page; its own size where that is not the original's. */
  readonly shownFrame: PageFrame;
  readonly scale: number;
  readonly marks: readonly PlacedMark[];
  readonly zones: Zones;
  /** The claim's touched areas; undefined without a claim. */
  readonly claimed: readonly Rect[] | undefined;
  readonly original: Raster;
  readonly candidate: Raster;
  /** The original without annotations, for pages that have some. */
  readonly bare: () => Raster;
  /** Where the original has comments and fields. */
  readonly comments: () => readonly Rect[];
  /** A page drawn at twice the resolution and reduced again. */
  readonly finer: (which: "original" | "candidate") => Raster;
  /** Words in fonts that the original does not hold, which every reader draws otherwise. */
  readonly foreign: Foreign;
  /** Candidate glyphs that the word check accounted for. */
  readonly accounted: readonly Glyph[];
  /** The original's letter for which one of them stands; none for a label's. */
  readonly stood: (index: number) => Glyph | undefined;
  /** Indices of those among them that spell a label. */
  readonly labels: ReadonlySet<number>;
  readonly sealed: boolean;
  /** Memory for masks and pictures of this page. */
  readonly store: PixelStore;
}

/** A box of pixels as points of the page. */
export function points(box: PixelBox, raster: Raster, scale: number): Rect {
  return [
    box[0] / scale,
    (raster.height - box[3]) / scale,
    box[2] / scale,
    (raster.height - box[1]) / scale,
  ];
}

export function overlaps(a: PixelBox, b: PixelBox): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

export function grown(box: PixelBox, by: number, raster: Raster): PixelBox {
  return [
    Math.max(0, box[0] - by),
    Math.max(0, box[1] - by),
    Math.min(raster.width, box[2] + by),
    Math.min(raster.height, box[3] + by),
  ];
}
