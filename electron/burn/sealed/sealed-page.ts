// Seals one page: draws it with its marks burnt, every touched line set anew, and gives it back as
// pixels with an invisible layer of the words that are still seen. Whatever it does not understand
// about a line it leaves to the pixels; it never guesses what was under a box (B4).
import type { PDFDocument } from "pdf-lib";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { displayedSize, toDisplayed, transformRect } from "../../pdfium/display.ts";
import type { Size } from "../../pdfium/display.ts";
import type { OpenPage, PdfiumDocument } from "../../pdfium/document.ts";
import { MAX_SIDE } from "../../pdfium/limits.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { areaBox } from "./area.ts";
import { Borders } from "./borders.ts";
import { drawLines } from "./draw-lines.ts";
import type { DrawnLine } from "./draw-lines.ts";
import type { GlyphlessFont } from "./glyphless-font.ts";
import { readGlyphs } from "./glyphs.ts";
import { refuseUndecodable } from "./images-under.ts";
import { segmentsOf } from "./lines.ts";
import type { Segment } from "./lines.ts";
import { PageEdit } from "./page-edit.ts";
import { pageImage } from "./page-image.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { ReadingLine } from "./paragraphs.ts";
import { Pixels } from "./pixels.ts";
import { prepareRedraw } from "./redraw.ts";
import { FONT_KEY, textLayer } from "./text-layer.ts";
import { touch } from "./touch.ts";
import { layerWord, wordsOf } from "./visible-words.ts";

const DPI = 300;
const LEAST_DPI = 72;
/** Larger pages are drawn at a lower resolution. */
const MOST_PIXELS = 40_000_000;

export interface SealedPage {
  readonly output: PageOutput;
  readonly notes: readonly string[];
}

interface Drawn {
  readonly pixels: Pixels;
  readonly lines: readonly ReadingLine[];
  readonly boxes: PageOutput["burned"]["boxes"];
  readonly touched: readonly Rect[];
  readonly notes: readonly string[];
}

export async function sealPage(
  document: PdfiumDocument,
  doc: PDFDocument,
  font: GlyphlessFont,
  page: number,
  marks: readonly PageMark[],
  reason: string,
): Promise<SealedPage> {
  const size = pixelSize(document, page);
  const drawn = document.withPage(page, (open) => draw(document, open, size, marks));
  const { geometry } = { geometry: document.geometry(page) };
  const { width, height } = displayedSize(geometry);
  const image = await pageImage(doc, drawn.pixels, width, height);
  const layer = textLayer(paragraphsOf(drawn.lines), font);
  const content = `/Artifact BMC\n${image.operators}EMC\n${layer.operators}`;
  const display = toDisplayed(geometry);
  return {
    output: {
      width,
      height,
      content: new TextEncoder().encode(content),
      fonts: layer.structure.length > 0 ? new Map([[FONT_KEY, font.ref]]) : new Map(),
      images: image.images,
      structure: layer.structure,
      burned: {
        page,
        kind: "sealed",
        reason,
        boxes: drawn.boxes,
        touched: drawn.touched.map((rect) => transformRect(display, rect)),
        touchedOriginal: drawn.touched,
      },
    },
    notes: drawn.notes,
  };
}

/** 300 dpi, or less where the page would grow beyond what a machine can hold. */
function pixelSize(document: PdfiumDocument, page: number): Size {
  const { width, height } = displayedSize(document.geometry(page));
  const side = (MAX_SIDE * 72) / Math.max(width, height);
  const area = Math.sqrt(MOST_PIXELS / (width * height)) * 72;
  const dpi = Math.min(DPI, side, area);
  if (!(dpi >= LEAST_DPI)) {
    throw new Refusal(
      "page-too-large",
      `Page ${page} is larger than ${MAX_SIDE.toLocaleString("en-GB")} pixels a side.`,
      page,
    );
  }
  return document.pixelSize(page, { dpi });
}

function draw(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  marks: readonly PageMark[],
): Drawn {
  const objects = readObjects(document.pdfium, open.handle);
  refuseUndecodable(document, open, objects, marks);
  const glyphs = readGlyphs(document, open, objects);
  const seen = glyphs.filter((g) => !g.run.hidden);
  const borders = marks.length > 0 ? new Borders(document.pdfium, objects) : undefined;
  const segments = segmentsOf(seen, (frame, v, em, u0, u1) =>
    borders === undefined
      ? false
      : borders.crossings(frame, v, em).some((u) => u > u0 - 0.1 * em && u < u1 + 0.1 * em),
  );
  const edit = new PageEdit(document, open);
  try {
    const met = touch(segments, marks);
    const lines = borders
      ? drawTouched(document, open, size, edit, segments, met, objects, borders)
      : [];
    const pixels = new Pixels(size.width, size.height, document.drawOpen(open, size));
    const done = new Set(lines.map((l) => l.touched));
    const left = new Set(met.lines.filter((l) => !done.has(l)));
    const areas = [
      ...met.areas,
      ...marks.filter((m) => [...left].some((l) => l.burnt.includes(m))),
    ];
    const boxes = areas.map((mark) => areaBox(pixels, open, mark));
    return {
      pixels,
      lines: readingLines(open, segments, lines, left, pixels),
      boxes: [...lines.flatMap((l) => l.boxes), ...boxes.map((b) => b.box)],
      touched: [...lines.map((l) => l.stretch), ...boxes.map((b) => b.touched)],
      notes: [...lines.flatMap((l) => l.notes), ...boxes.flatMap((b) => b.notes)],
    };
  } finally {
    edit.close();
  }
}

function drawTouched(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  edit: PageEdit,
  segments: readonly Segment[],
  met: ReturnType<typeof touch>,
  objects: ReturnType<typeof readObjects>,
  borders: Borders,
): readonly DrawnLine[] {
  if (met.lines.length === 0) return [];
  const ready = prepareRedraw(document, open, size, edit, segments, met.lines, objects, (segment) =>
    borders.ofSegment(segment).map((d) => d.handle),
  );
  return drawLines(document, open, edit, ready, met.untouched, borders);
}

function readingLines(
  open: OpenPage,
  segments: readonly Segment[],
  drawn: readonly DrawnLine[],
  left: ReadonlySet<DrawnLine["touched"]>,
  pixels: Pixels,
): readonly ReadingLine[] {
  const leftSegments = new Set([...left].map((l) => l.segment));
  return segments.flatMap((segment): ReadingLine[] => {
    if (leftSegments.has(segment)) return [];
    const line = drawn.find((d) => d.touched.segment === segment);
    const words = (line ? line.words : wordsOf(segment)).flatMap((word) => {
      const layer = layerWord(word, open.geometry, pixels);
      return layer ? [layer] : [];
    });
    return words.length > 0 ? [{ segment, words }] : [];
  });
}
