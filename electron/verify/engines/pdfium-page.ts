// One page seen through the verifier's PDFium: its frame, its characters with their boxes as shown,
// and its picture in grey. Holds the page open until closed. It reports; it judges nothing.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { pageFrame, shownRect } from "../place.ts";
import type { PageFrame } from "../place.ts";
import type { Glyph } from "../reading/glyph.ts";
import { halved } from "../pixels/raster.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import { drawComments, commentRects } from "./drawn-comments.ts";
import { EngineFailure } from "./failure.ts";
import { copyGrey, readGrey } from "./grey.ts";
import { readGlyphs } from "./page-glyphs.ts";
import { hangingTexts, mayBearCodes, objectsOf } from "./pdfium-objects.ts";
import type { HangingText, PageObject, OpenedPage, RenderOptions } from "./shown-page.ts";
import type { PdfiumDocument } from "./pdfium.ts";
import { replacementsOf } from "./replacement-texts.ts";

const GREY = 1;
const BGRX = 3;
const SHOW_ANNOTATIONS = 0x01;
const TEXT = 1;
const PATH = 2;
/** A page of more objects than this is not asked what they all are. */
const MAX_ASKED = 20_000;
/** Pixels of a page, and of what is drawn of it at once: the second take four bytes each. */
const MAX_PIXELS = 150_000_000;
const MAX_DRAWN = 10_000_000;

export class PdfiumPage implements OpenedPage {
  readonly document: PdfiumDocument;
  readonly handle: number;
  readonly frame: PageFrame;
  private readonly index: number;
  /** Its replacement texts are told by `hanging` alone: what hung on it before they were dropped. */
  private hung: readonly HangingText[] | undefined;
  private drawnOnly = false;
  /** What was put in the place of letters that nothing else names, by the object; kept when all is dropped. */
  said: ReadonlyMap<number, string> = new Map();

  /** @param like the page that it is compared with: of its very size where engines round apart */
  constructor(document: PdfiumDocument, index: number, userUnit: number, like?: PageFrame) {
    const { engine } = document;
    this.document = document;
    this.index = index;
    this.handle = engine.run(() => engine.api.FPDF_LoadPage(document.handle, index));
    if (!this.handle) throw new EngineFailure("PDFium", "damaged", "A page does not open.");
    const frame = engine.run(() => this.readFrame(userUnit));
    this.frame = like && sameSize(frame, like) ? { ...frame, ...sizeOf(like) } : frame;
    if (document.form)
      engine.run(() => engine.api.FORM_OnAfterLoadPage(this.handle, document.form));
  }

  private readFrame(userUnit: number): PageFrame {
    const { engine } = this.document;
    const { scratch, api } = engine;
    api.FPDF_GetPageBoundingBox(this.handle, scratch);
    const [left, top, right, bottom] = engine.memory.HEAPF32.slice(
      scratch >> 2,
      (scratch >> 2) + 4,
    );
    const box: Rect = [left!, bottom!, right!, top!];
    return pageFrame(box, api.FPDFPage_GetRotation(this.handle) * 90, userUnit);
  }

  close(): void {
    const { engine, form } = this.document;
    try {
      engine.run(() => {
        if (form) engine.api.FORM_OnBeforeClosePage(this.handle, form);
        engine.api.FPDF_ClosePage(this.handle);
      });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
    }
  }

  /** From now on its characters are those that are drawn, whatever text their maker put in their place. */
  dropReplacementTexts(): void {
    this.drawnOnly = true;
    const { engine } = this.document;
    const { found, said } = engine.run(() => replacementsOf(this));
    this.said = said;
    if (found.length === 0) return;
    this.hung ??= hangingTexts(this);
    engine.run(() => {
      for (const [object, mark] of found) engine.bare.FPDFPageObj_RemoveMark(object, mark);
    });
  }

  /** Characters of comments and fields as well, as they are shown over the page. */
  glyphsWithAnnotations(): Glyph[] {
    const { index, frame } = this;
    return this.document.aside((document) => {
      const { api } = document.engine;
      const page = new PdfiumPage(document, index, frame.userUnit);
      document.engine.run(() => {
        drawComments(document.engine, page.handle);
        api.FPDFPage_Flatten(page.handle, 0);
      });
      page.close();
      const flat = new PdfiumPage(document, index, frame.userUnit);
      try {
        if (this.drawnOnly) flat.dropReplacementTexts();
        return flat.glyphs();
      } finally {
        flat.close();
      }
    });
  }

  glyphs(): Glyph[] {
    return this.document.engine.run(() => readGlyphs(this));
  }

  mayBearCodes(): boolean {
    return mayBearCodes(this);
  }

  /** The page as a reader sees it, in grey, `scale` pixels to the point. */
  render(scale: number, options: RenderOptions = {}): Raster {
    const { engine, form } = this.document;
    const { api } = engine;
    const width = Math.max(1, Math.round(this.frame.width * scale));
    const height = Math.max(1, Math.round(this.frame.height * scale));
    if (width * height > MAX_PIXELS)
      throw new EngineFailure("PDFium", "damaged", "A page is too large to be drawn.");
    const [format, stride] = options.grey ? [GREY, Math.ceil(width / 4) * 4] : [BGRX, width * 4];
    const grey = options.store?.take(width * height) ?? new Uint8Array(width * height);
    if (options.rows) grey.fill(255);
    const flags = (options.annotations ?? true) ? SHOW_ANNOTATIONS : 0;
    // Large ones are drawn band by band: the engine never gives back the memory that it drew in.
    const band = Math.max(1, Math.floor(MAX_DRAWN / width));
    const draw = (from: number, count: number): void =>
      engine.run(() => {
        const at = engine.canvas(stride * count);
        const bitmap = api.FPDFBitmap_CreateEx(width, count, format, at, stride);
        if (!bitmap)
          throw new EngineFailure("PDFium", "crash", "The page engine ran out of memory.");
        try {
          engine.memory.HEAPU8.fill(255, at, at + stride * count);
          api.FPDF_RenderPageBitmap(bitmap, this.handle, 0, -from, width, height, 0, flags);
          if (form && flags)
            api.FPDF_FFLDraw(form, bitmap, this.handle, 0, -from, width, height, 0, flags);
          const drawn = grey.subarray(from * width, (from + count) * width);
          if (options.grey) copyGrey(engine.memory.HEAPU8, at, width, stride, drawn);
          else readGrey(engine.memory.HEAPU8, at, width, drawn.fill(255));
        } finally {
          api.FPDFBitmap_Destroy(bitmap);
        }
      });
    for (const [low, high] of options.rows ?? [[0, this.frame.height]]) {
      const top = Math.max(0, Math.min(height - 1, Math.floor(height - high * scale)));
      const end = top + Math.max(1, Math.min(height - top, Math.ceil((high - low) * scale)));
      for (let from = top; from < end; from += band) draw(from, Math.min(band, end - from));
    }
    return { width, height, grey };
  }

  smoothed(scale: number, like: Pick<Raster, "width" | "height">, store: PixelStore): Raster {
    const { width, height } = like;
    const twice = this.render(2 * scale, { store });
    return halved(twice, width, height, store.take(width * height));
  }

  /**
   * True where nothing but lines and upright letters of the file's own fonts is on the page: it shows
   * the same drawn in grey.
   * @param glyphs of this page
   */
  plain(glyphs: readonly Glyph[]): boolean {
    if (glyphs.some(({ angle, substituted }) => angle !== 0 || substituted)) return false;
    const { engine } = this.document;
    const { FPDFPage_CountObjects, FPDFPage_GetObject, FPDFPageObj_GetType } = engine.bare;
    return engine.run(() => {
      const count = FPDFPage_CountObjects(this.handle);
      if (count > MAX_ASKED || engine.bare.FPDFPage_HasTransparency(this.handle)) return false;
      for (let i = 0; i < count; i++) {
        const type = FPDFPageObj_GetType(FPDFPage_GetObject(this.handle, i));
        if (type !== TEXT && type !== PATH) return false;
      }
      return engine.bare.FPDFPage_GetAnnotCount(this.handle) === 0;
    });
  }

  objects(): readonly PageObject[] {
    return objectsOf(this);
  }

  hanging(): readonly HangingText[] {
    return this.hung ?? hangingTexts(this);
  }

  /** Where comments and fields lie, as shown. */
  comments(): readonly Rect[] {
    const { engine } = this.document;
    return engine.run(() => commentRects(engine, this.handle)).map((r) => shownRect(this.frame, r));
  }

  /** Comments, fields and other things that are laid over the page. */
  get annotations(): number {
    const { engine } = this.document;
    return engine.run(() => engine.api.FPDFPage_GetAnnotCount(this.handle));
  }
}

/** Exports write a length with three decimals, and engines keep it in single precision. */
function sameSize(a: PageFrame, b: PageFrame): boolean {
  const same = (one: number, other: number): boolean =>
    Math.abs(one - other) < 0.0006 + 2e-7 * Math.abs(one);
  return same(a.width, b.width) && same(a.height, b.height);
}

function sizeOf({ width, height }: PageFrame): Pick<PageFrame, "width" | "height"> {
  return { width, height };
}
