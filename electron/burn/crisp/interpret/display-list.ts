// The flat display list of one page: what is painted, in painting order, in the space of the
// displayed page (points, origin bottom-left, upright, UserUnit folded in). Nothing in it refers
// to an object of the source. Values only; it must never grow a "copy this along" escape hatch.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Matrix } from "../../../pdfium/display.ts";

/** What the page's tags say of an item: the number of its piece, or that it is no content. */
export type SourcePiece = number | "artifact";

interface Marked {
  readonly piece?: SourcePiece;
}

/** "#rrggbb", or "#rrggbbaa" where what lies beneath shows through. */
export type Colour = string;

/**
 * Flat path data: 0 x y (move), 1 x y (line), 2 x1 y1 x2 y2 x y (cubic),
 * 3 x1 y1 x y (quadratic), 4 (close).
 */
export type PathData = readonly number[];

export interface ClipPath {
  readonly data: PathData;
  readonly evenOdd: boolean;
  readonly bounds: Rect;
}

/** Everything painted is cut to `rect`, and to every path of `paths`. */
export interface Clip {
  readonly rect: Rect;
  readonly paths: readonly ClipPath[];
}

/** Outline and metrics of one glyph of the source, in em units (1 = the font size). */
export interface Shape {
  /** Empty for blanks. */
  readonly outline: PathData;
  readonly bounds: Rect | undefined;
  /** Nominal advance. */
  readonly advance: number;
  readonly unicode: string;
}

/** A font of the source, as far as the page written anew needs to know it. */
export interface Face {
  /** Family without subset prefix, and units per em: fonts of one key share a pool. */
  readonly key: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly monospace: boolean;
  readonly serif: boolean;
  /** One of the fonts that a file need not bring: its maker may have reckoned with kerning it does not show. */
  readonly standard?: boolean;
  /** The file does not bring it: every reader draws its letters in a font of its own. */
  readonly absent?: boolean;
  /** The source's letters are small drawings. */
  readonly drawn?: boolean;
}

export interface GlyphStroke {
  readonly colour: Colour;
  /** Points on the page. */
  readonly width: number;
}

export interface GlyphItem extends Marked {
  readonly kind: "glyph";
  /** Place among the page's links of the one that it stands in. */
  readonly link?: number;
  readonly face: Face;
  readonly shape: Shape;
  /** Em square → page. */
  readonly matrix: Matrix;
  /** Undefined where the glyph is only outlined, or has no paint at all. */
  readonly fill: Colour | undefined;
  readonly stroke: GlyphStroke | undefined;
  readonly clip: Clip;
}

export interface PathPaint {
  readonly fill: Colour | undefined;
  readonly evenOdd: boolean;
  readonly stroke: PathStroke | undefined;
}

export interface PathStroke {
  readonly colour: Colour;
  readonly width: number;
  readonly cap: number;
  readonly join: number;
  readonly mitre: number;
  readonly dash: readonly number[];
  readonly phase: number;
  /** Linear part of the pen's space where it is not a similarity; widths are then in that space. */
  readonly pen: Matrix | undefined;
}

export interface PathItem extends Marked {
  readonly kind: "path";
  /** The border of a link. */
  readonly link?: boolean;
  /** Where a one-pixel stencil was painted, unit square → page: engines draw it bolder than a path. */
  readonly stencil?: Matrix;
  readonly data: PathData;
  readonly bounds: Rect;
  readonly paint: PathPaint;
  readonly clip: Clip;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** grey1 and mask: rows of packed bits; rgb: 3 bytes; rgba: 4 bytes a pixel. */
  readonly kind: "grey1" | "rgb" | "rgba" | "mask";
  readonly data: Uint8Array;
  readonly interpolate: boolean;
}

export interface ImageItem extends Marked {
  readonly kind: "image";
  /** Made here of gradients or soft edges; no picture of the source. */
  readonly drawn?: boolean;
  readonly pixels: Pixels;
  /** Unit square → page. */
  readonly matrix: Matrix;
  readonly bounds: Rect;
  /** Paint of a stencil mask. */
  readonly fill: Colour | undefined;
  readonly clip: Clip;
}

export type Item = GlyphItem | PathItem | ImageItem;

export interface DisplayList {
  readonly width: number;
  readonly height: number;
  /** Un-rotated user space → displayed page. */
  readonly toPage: Matrix;
  readonly items: readonly Item[];
  /** Where patterns paint that have letters in their cells, whether they are seen there or not. */
  readonly lettered?: readonly Rect[];
  /** Another page follows. */
  readonly followed?: boolean;
  /** Pages under each other as one, whose heights are without the rounding of their maker. */
  readonly exact?: boolean;
}

/** The page holds something that cannot be accounted for; `reason` is a plain sentence. */
export class NotAccountable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NotAccountable";
  }
}
