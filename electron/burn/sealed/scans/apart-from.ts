// Lines of a page that no mark and no box touches: where boxes only lie over what there was, these are
// still what they were, and can be told as text.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets } from "../../../../shared/geometry/rect.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
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
  const apart = apartOf(
    burns,
    open,
    pixels,
    marks.map(({ rect }) => rect),
  );
  return {
    segments: segments.filter(apart),
    scan: { ...scan, lines: scan.lines.filter(({ segment }) => apart(segment)) },
  };
}

/** @param others what else was burnt or set anew, user space */
export function apartOf(
  burns: readonly PixelBurn[],
  open: OpenPage,
  pixels: Pixels,
  others: readonly Rect[],
): (segment: Segment) => boolean {
  const burnt: readonly Rect[] = [
    ...others,
    ...burns.map(({ box, touched }) => userRect(pixels, open, box ?? touched)),
  ];
  return (segment) => {
    const stretch = stretchOf(segment);
    return !burnt.some((rect) => meets(rect, stretch));
  };
}
