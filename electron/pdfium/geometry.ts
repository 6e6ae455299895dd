// Boxes, turn and unit of a page, read without opening it.
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry, Rotation } from "../../shared/model/page.ts";
import type { Pdfium } from "./engine.ts";

// PDFium's numbers for the boxes.
const MEDIA = 0;
const CROP = 1;
/** Points; what readers take where a page has no MediaBox. */
const LETTER: Rect = [0, 0, 612, 792];

/**
 * @param document FPDF_DOCUMENT
 * @param page from 1
 * @param units UserUnit by object number, for the pages that have one
 */
export function readGeometry(
  pdfium: Pdfium,
  document: number,
  page: number,
  units: ReadonlyMap<number, number>,
): PageGeometry {
  const { api } = pdfium;
  const index = page - 1;
  const media = boxOf(pdfium, document, index, MEDIA) ?? LETTER;
  const crop = boxOf(pdfium, document, index, CROP);
  const cut = crop ? intersection(crop, media) : media;
  const number = units.size > 0 ? api.EPDFDoc_GetPageObjectNumberByIndex(document, index) : 0;
  const turns = ((api.EPDF_GetPageRotationByIndex(document, index) % 4) + 4) % 4;
  return {
    page,
    mediaBox: media,
    // A CropBox that misses the MediaBox altogether is ignored, as readers do.
    cropBox: cut ?? media,
    rotation: (turns * 90) as Rotation,
    userUnit: units.get(number) ?? 1,
  };
}

function boxOf(pdfium: Pdfium, document: number, index: number, kind: number): Rect | null {
  return pdfium.scratch(16, (at) => {
    if (!pdfium.api.EPDF_GetPageBoxByIndex(document, index, kind, at)) return null;
    const [left, top, right, bottom] = pdfium.floats(at, 4) as [number, number, number, number];
    const box: Rect = [
      Math.min(left, right),
      Math.min(top, bottom),
      Math.max(left, right),
      Math.max(top, bottom),
    ];
    return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : null;
  });
}

function intersection(a: Rect, b: Rect): Rect | null {
  const cut: Rect = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
  return cut[2] > cut[0] && cut[3] > cut[1] ? cut : null;
}
