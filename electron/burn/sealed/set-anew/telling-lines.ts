// Lines of a sealed page with a burnt word whose width something behind it shows.
import { readClipEdges } from "../../../pdfium/clip-edges.ts";
import type { PdfiumDocument } from "../../../pdfium/document.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import { standsBeside } from "./beside-line.ts";
import type { Borders } from "./borders.ts";
import { firstInColumns } from "./columns-beside.ts";
import type { TouchedSegment } from "./line-plan.ts";
import type { Segment } from "../glyphs/lines.ts";

/** What a place that is known to a fraction of a point can betray of a name's width. */
export const BITS_BESIDE = 6;

export function tellingLines(
  { pdfium }: PdfiumDocument,
  { geometry }: OpenPage,
  lines: readonly TouchedSegment[],
  objects: readonly PageObject[],
  segments: readonly Segment[],
  borders: Borders | undefined,
): ReadonlySet<TouchedSegment> {
  if (lines.length === 0 || !borders) return new Set();
  const [x0, y0, x1, y1] = geometry.cropBox;
  const narrow = Math.min(x1 - x0, y1 - y0);
  const cuts = readClipEdges(pdfium, objects);
  return new Set([
    ...lines.filter((line) => standsBeside(line, objects, segments, cuts)),
    ...firstInColumns(lines, objects, segments, borders, narrow),
  ]);
}
