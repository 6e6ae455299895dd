// What the checks of a page's words are given: both pages as read, and what was marked.
import type { Coverage, PlacedMark } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";
import type { PlacedText } from "../../engines/pdfjs.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { PageFrame } from "../../place.ts";
import type { CloseLook } from "../../page-pictures.ts";
import type { Zones } from "../zones.ts";

export interface PageTexts {
  readonly page: number;
  /** How many pages are seen as one. */
  readonly pages: number;
  readonly frame: PageFrame;
  readonly marks: readonly PlacedMark[];
  readonly coverage: Coverage;
  readonly zones: Zones;
  readonly original: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] };
  readonly candidate: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] };
  /** The original's picture, drawn only where it is needed. */
  readonly picture: () => Raster;
  /** The export's picture. */
  readonly shown: () => Promise<Raster>;
  readonly scale: number;
  /** Both pages drawn larger, where that is not enough to tell a letter from another. */
  readonly close: () => Promise<CloseLook>;
  /** The same page by the second engine: folded texts, the original's without what marks cover. */
  readonly second: () => Promise<{ readonly original: string; readonly candidate: string }>;
  /** Characters of the original with those of what is laid over it: comments, stamps. */
  readonly laidOver: () => readonly Glyph[];
  /** What the original's fields show; it is no part of the page's content. */
  readonly fields: () => Promise<readonly PlacedText[]>;
}
