// What the text engine tells about one page. Values only; see electron/text for who fills them.
import type { Rect } from "../geometry/rect.ts";
import type { PageNumber } from "./ids.ts";

export type Rotation = 0 | 90 | 180 | 270;

/** Boxes of a page in un-rotated user space. `userUnit` multiplies points into 1/72 inch. */
export interface PageGeometry {
  readonly page: PageNumber;
  readonly mediaBox: Rect;
  /** Visible area: the CropBox cut to the MediaBox. */
  readonly cropBox: Rect;
  readonly rotation: Rotation;
  readonly userUnit: number;
}

export type TextSource = "text" | "ocr";

/**
 * Text of a page in reading order.
 * `text` is UTF-16; `quads` holds 8 numbers (PDF points, see Quad) for every UTF-16 unit of it
 * (8 NaN for units without ink of their own, such as line breaks and generated spaces).
 * A line break is "\n"; a hyphen that broke a word is kept as U+0002 by PDFium and given here as "\u00AD\n".
 */
export interface PageText {
  readonly page: PageNumber;
  readonly text: string;
  readonly quads: Float32Array;
  readonly source: TextSource;
  /** 0..1; 1 for text, the engine's mean word confidence for OCR. */
  readonly confidence: number;
  /** UTF-16 units drawn invisibly (render mode 3, OCR layers): [start, end) pairs. */
  readonly invisible?: readonly (readonly [number, number])[];
}

/** A stretch of one page's text: [start, end) UTF-16 offsets into PageText.text. */
export interface Span {
  readonly page: PageNumber;
  readonly start: number;
  readonly end: number;
}

/** Text of a document that is on no page. `where` tells a reader the place in plain words. */
export interface HiddenText {
  readonly kind:
    "title" | "metadata" | "bookmark" | "filename" | "annotation" | "field" | "attachment" | "alt";
  readonly page?: PageNumber;
  readonly text: string;
}

/** Embedded raster images and larger vector drawings that a person must look at. */
export interface Picture {
  readonly page: PageNumber;
  readonly rect: Rect;
  readonly kind: "image" | "drawing";
}

export interface DocumentFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly title: string | null;
  readonly encrypted: boolean;
  readonly tagged: boolean;
}
