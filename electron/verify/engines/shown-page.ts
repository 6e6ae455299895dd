// A page, or several seen as one, as the checks ask for it.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageFrame } from "../place.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import type { PdfiumDocument } from "./pdfium.ts";

export interface HangingText {
  readonly text: string;
  /** Where its content stands, on the page as shown. */
  readonly box: Rect;
}

export interface PageObject {
  readonly handle: number;
  readonly kind: number;
  readonly box: Rect;
}

export interface RenderOptions {
  readonly annotations?: boolean;
  /** Where the picture's memory comes from. */
  readonly store?: PixelStore;
  /** Draws only from the first to the second of these heights, points as shown; the rest stays white. */
  readonly rows?: readonly (readonly [number, number])[];
  /** Drawn in grey at once: twice as quick, and letters stand on whole pixels. */
  readonly grey?: boolean;
}

export interface ShownPage {
  readonly document: PdfiumDocument;
  readonly frame: PageFrame;
  /** Comments, fields and other things that are laid over the page. */
  readonly annotations: number;
  glyphs(): Glyph[];
  /** Characters of comments and fields as well, as they are shown over the page. */
  glyphsWithAnnotations(): Glyph[];
  /** As a reader sees it, in grey, `scale` pixels to the point. */
  render(scale: number, options?: RenderOptions): Raster;
  /** Drawn twice as large and halved to the size of `like`. */
  smoothed(scale: number, like: Pick<Raster, "width" | "height">, store: PixelStore): Raster;
  /** True where it shows the same drawn in grey. */
  plain(glyphs: readonly Glyph[]): boolean;
  /** True where it holds a picture, or so many lines that a QR or bar code may be among them. */
  mayBearCodes(): boolean;
  /** Where comments and fields lie, as shown. */
  comments(): readonly Rect[];
  /** In painting order; forms stand for what they hold. */
  objects(): readonly PageObject[];
  /** Texts of marked content and of tags, with the place of what they describe. */
  hanging(): readonly HangingText[];
}

/** A single page that PDFium holds open. */
export interface OpenedPage extends ShownPage {
  /** FPDF_PAGE. */
  readonly handle: number;
  /** What was put in the place of letters that nothing else names, by the object. */
  readonly said: ReadonlyMap<number, string>;
}
