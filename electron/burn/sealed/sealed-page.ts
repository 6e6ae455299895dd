// Seals one page: draws it with its marks burnt, every touched line set anew, and gives it back as
// pixels with an invisible layer of the words that are still seen. Whatever it does not understand
// about a line it leaves to the pixels; it never guesses what was under a box (B4).
import type { Rect } from "../../../shared/geometry/rect.ts";
import { displayedSize, toDisplayed, transformRect } from "../../pdfium/display.ts";
import type { Size } from "../../pdfium/display.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { readObjects } from "../../pdfium/page-objects.ts";
import type { PageObject } from "../../pdfium/page-objects.ts";
import { inBlackAndWhite } from "../../pdfium/paints.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { sourceBlocks } from "../tags/from-source.ts";
import { linkNodes, looseLinks } from "../tags/loose-links.ts";
import type { Term } from "../sweep/terms.ts";
import { areasApart } from "./set-anew/areas-apart.ts";
import { apartFrom } from "./scans/apart-from.ts";
import { Borders } from "./set-anew/borders.ts";
import { burnAsPixels } from "./boxes/burn-as-pixels.ts";
import { uncovered } from "./glyphs/covered-text.ts";
import { drawLines } from "./set-anew/draw-lines.ts";
import type { DrawnLine } from "./set-anew/draw-lines.ts";
import { readGlyphs } from "./glyphs/glyphs.ts";
import { refuseUndecodable } from "./glyphs/images-under.ts";
import { segmentsOf } from "./glyphs/lines.ts";
import type { Segment } from "./glyphs/lines.ts";
import { PageEdit } from "./glyphs/page-edit.ts";
import { pageImage } from "./encode/page-image.ts";
import { paragraphsOf } from "./text/paragraphs.ts";
import { givenAs, notesOf } from "./page-notes.ts";
import { burnedBox, userRect } from "./boxes/pixel-marks.ts";
import { Pixels } from "./pixels/pixels.ts";
import { overDrawing } from "./glyphs/under-mark.ts";
import { readingLines } from "./reading-lines.ts";
import { finestPrint, pixelSize } from "./resolution.ts";
import type { ReadingLine } from "./text/paragraphs.ts";
import { prepareRedraw } from "./set-anew/redraw.ts";
import type { ScannedWords } from "./scans/scanned-words.ts";
import { FONT_KEY, textLayer } from "./text/text-layer.ts";
import { BITS_BESIDE, tellingLines } from "./set-anew/telling-lines.ts";
import { touch } from "./set-anew/touch.ts";
import { refuseUndrawable } from "./glyphs/undrawable.ts";
import type { Touched } from "./set-anew/touch.ts";
import { scanOf } from "./scans/word-places.ts";

const NO_SCAN: ScannedWords = { lines: [], aligned: true, blank: 0 };

export interface SealedPage {
  readonly output: PageOutput;
  readonly notes: readonly string[];
}

interface Drawn {
  readonly pixels: Pixels;
  /** Painted in nothing but black and white. */
  readonly black: boolean;
  readonly lines: readonly ReadingLine[];
  readonly boxes: PageOutput["burned"]["boxes"];
  /** User space. */
  readonly touched: readonly Rect[];
  readonly notes: readonly string[];
}

export interface SealedDocument {
  readonly document: PdfiumDocument;
  readonly terms: readonly Term[];
  /** Pixels of the page before, used again: the pages of a document have one size, a large one. */
  readonly canvas: { pixels?: Uint32Array };
  /**
   * Lines are set anew; or no line is, and boxes stand where the marks lie, with the words of the
   * lines that none of them touches; or with no word but labels, because the page's own text is not
   * to be trusted.
   */
  readonly way: "lines" | "boxes" | "picture";
  /** Words of this page that are not told, by where they stand as shown, points. */
  readonly unproven: readonly Rect[];
}

export async function sealPage(
  whole: SealedDocument,
  page: number,
  marks: readonly PageMark[],
  reason: string,
): Promise<SealedPage> {
  const { document } = whole;
  const { tags, drawn } = document.withPage(page, (open) => ({
    tags: document.tagsOn(open),
    drawn: draw(whole, open, marks),
  }));
  const geometry = document.geometry(page);
  const { width, height } = displayedSize(geometry);
  const image = await pageImage(drawn.pixels, width, height, drawn.black);
  const layer = textLayer(paragraphsOf(drawn.lines, sourceBlocks(tags)));
  const words = { kind: "words", name: FONT_KEY, texts: layer.texts } as const;
  const display = toDisplayed(geometry);
  const burnt = marks.map((mark) => mark.rect);
  const links = looseLinks(document.links(page), {
    width,
    height,
    toPage: display,
    touched: [...drawn.touched, ...burnt].map((rect) => transformRect(display, rect)),
  });
  return {
    output: {
      width,
      height,
      content: `/Artifact BMC\n${image.operators}EMC\n${layer.operators}`,
      resources: drawn.lines.length > 0 ? [...image.images, words] : image.images,
      structure: [...layer.structure, ...linkNodes(links, 0)],
      links,
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

function draw(whole: SealedDocument, open: OpenPage, marks: readonly PageMark[]): Drawn {
  const { document, terms } = whole;
  const objects = readObjects(document.pdfium, open.handle);
  refuseUndecodable(document, open, objects, marks);
  const edit = new PageEdit(document, open);
  const read = readGlyphs(document, open, objects);
  refuseUndrawable(document, open, read);
  const size = pixelSize(document, open, objects, finestPrint(open, read, marks));
  const glyphs = uncovered(document, open, size, edit, read, objects);
  const borders = marks.length > 0 ? new Borders(document.pdfium, objects) : undefined;
  const segments = segmentsOf(
    glyphs.filter((g) => !g.run.hidden),
    (frame, v, em, u0, u1) =>
      borders !== undefined &&
      borders.crossings(frame, v, em).some((u) => u > u0 - 0.1 * em && u < u1 + 0.1 * em),
  );
  const hidden = segmentsOf(
    glyphs.filter((g) => g.run.hidden),
    () => false,
  );
  // Lines set anew would leave the drawing under such a mark where it is.
  const apart = hidden.length === 0 ? areasApart(marks, segments, objects) : undefined;
  const overlaid = !apart && marks.some((mark) => overDrawing(mark, segments, objects));
  const way = whole.way === "lines" && overlaid ? "boxes" : whole.way;
  const { areas, ...lined } = way === "lines" && apart ? apart : { areas: [], marks, segments };
  try {
    const met =
      way !== "lines"
        ? { lines: [], untouched: segments, areas: marks }
        : touch(lined.segments, lined.marks);
    const drawn = borders
      ? redraw(document, open, size, edit, lined.segments, met, hidden, objects, borders)
      : [];
    const page = new Pixels(
      size.width,
      size.height,
      document.drawOpen(open, size, undefined, whole.canvas.pixels),
    );
    whole.canvas.pixels = page.data;
    const understood = new Set(drawn.map((l) => l.touched));
    const left = met.lines.filter((l) => !understood.has(l));
    const { scan, over } = scanOf(hidden, page, open, terms);
    const remaining = [
      ...over(met.areas),
      ...areas,
      ...met.lines.flatMap((l) => (understood.has(l) ? [] : l.burnt.filter((m) => m !== null))),
    ];
    const telling = tellingLines(document, open, met.lines, objects, lined.segments, borders);
    const told = (box: PageOutput["burned"]["boxes"][number]) => ({
      ...box,
      bits: Math.max(box.bits, BITS_BESIDE),
    });
    const asBox = way === "lines" ? new Set(areas) : undefined;
    const { pixels, burns } = burnAsPixels(
      document,
      page,
      open,
      remaining,
      glyphs,
      objects,
      (mark) => !asBox || asBox.has(mark),
    );
    const said = {
      lines: { segments: lined.segments, drawn, left, scan, burns, pixels },
      boxes: {
        ...apartFrom(burns, open, pixels, marks, { segments, scan }),
        drawn,
        left,
        burns,
        pixels,
      },
      picture: { segments: [], drawn, left, scan: NO_SCAN, burns, pixels },
    };
    // What is burnt in the picture itself was on the page: its colours may not decide.
    const alone = hidden.length === 0 && burns.length === 0;
    return {
      pixels,
      black: alone && inBlackAndWhite(document.pdfium, open.handle),
      lines: readingLines(open, said[way], whole.unproven),
      boxes: [
        ...drawn.flatMap((l) => (telling.has(l.touched) ? l.boxes.map(told) : l.boxes)),
        ...burns.flatMap((b) => {
          const boxes = burnedBox(pixels, open, b);
          const tells = [...telling].some(({ burnt }) => burnt.includes(b.mark));
          return tells ? boxes.map(told) : boxes;
        }),
      ],
      touched: [
        ...drawn.map((l) => l.stretch),
        ...burns.map((b) => userRect(pixels, open, b.touched)),
      ],
      notes:
        way === "lines"
          ? [...new Set(drawn.flatMap((l) => l.notes)), ...notesOf(open, burns, scan.aligned)]
          : [givenAs(open, way)],
    };
  } finally {
    edit.close();
  }
}

function redraw(
  document: PdfiumDocument,
  open: OpenPage,
  size: Size,
  edit: PageEdit,
  segments: readonly Segment[],
  met: Touched,
  hidden: readonly Segment[],
  objects: readonly PageObject[],
  borders: Borders,
): readonly DrawnLine[] {
  if (met.lines.length === 0) return [];
  const ready = prepareRedraw(
    document,
    open,
    size,
    edit,
    segments,
    met.lines,
    hidden,
    objects,
    borders,
  );
  return drawLines(document, open, edit, ready, met.untouched, borders);
}
