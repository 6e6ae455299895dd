// Lines of a page that no mark and no box touches: where boxes only lie over what there was, these are
// still what they were, and can be told as text.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets } from "../../../../shared/geometry/rect.ts";
import type { OpenPage } from "../../../pdfium/document.ts";
import type { PageMark } from "../../page-output.ts";
import type { Segment } from "../glyphs/lines.ts";
import { userRect } from "../boxes/pixel-marks.ts";
import type { PixelBurn } from "../boxes/pixel-marks.ts";
import type { Pixels } from "../pixels/pixels.ts";
import type { ScannedWords } from "./scanned-words.ts";
import { stretchOf } from "../glyphs/stretch.ts";

export interface PageLines {
  readonly segments: readonly Segment[];
  readonly scan: ScannedWords;
}

export function apartFrom(
  burns: readonly PixelBurn[],
  open: OpenPage,
  pixels: Pixels,
  marks: readonly PageMark[],
  { segments, scan }: PageLines,
): PageLines {
  const burnt: readonly Rect[] = [
    ...marks.map(({ rect }) => rect),
    ...burns.map(({ box, touched }) => userRect(pixels, open, box ?? touched)),
  ];
  const apart = (segment: Segment): boolean => {
    const stretch = stretchOf(segment);
    return !burnt.some((rect) => meets(rect, stretch));
  };
  return {
    segments: segments.filter(apart),
    scan: { ...scan, lines: scan.lines.filter(({ segment }) => apart(segment)) },
  };
}
