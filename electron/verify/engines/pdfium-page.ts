// One page seen through the verifier's PDFium: its frame, its characters with their boxes as shown,
// and its picture in grey. Holds the page open until closed. It reports; it judges nothing.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { pageFrame, shownPoint, shownRect } from "../place.ts";
import type { PageFrame } from "../place.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import { EngineFailure } from "./failure.ts";
import { copyGrey, readGrey } from "./grey.ts";
import type { PdfiumDocument } from "./pdfium.ts";

const GREY = 1;
const BGRX = 3;
const SHOW_ANNOTATIONS = 0x01;
const TEXT = 1;
const PATH = 2;
/** A page of more objects than this is not asked what they all are. */
const MAX_ASKED = 20_000;
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** Characters of one page beyond this are a bomb, not a text. */
const MAX_CHARS = 500_000;
/** Pixels of a page, and of what is drawn of it at once: the second take four bytes each. */
const MAX_PIXELS = 150_000_000;
const MAX_DRAWN = 10_000_000;

/** What the letters of one object share. */
interface GlyphStyle extends Pick<Glyph, "angle" | "invisible" | "substituted"> {
  /** Height of the font in user space, as it is told. */
  readonly told: number;
  /** It runs up or down the un-rotated page. */
  readonly upright: boolean;
}

type Matrix = readonly [number, number, number, number];

const NO_STYLE: GlyphStyle = {
  angle: 0,
  invisible: false,
  substituted: false,
  told: 0,
  upright: false,
};

export interface RenderOptions {
  readonly annotations?: boolean;
  /** Where the picture's memory comes from. */
  readonly store?: PixelStore;
  /** Draws only from the first to the second height, points as shown; the rest stays white. */
  readonly rows?: readonly [number, number];
  /** Drawn in grey at once: twice as quick, and letters stand on whole pixels. */
  readonly grey?: boolean;
}

export class PdfiumPage {
  readonly document: PdfiumDocument;
  readonly handle: number;
  readonly frame: PageFrame;
  private readonly index: number;

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

  /** Characters of comments and fields as well, as they are shown over the page. */
  glyphsWithAnnotations(): Glyph[] {
    const { index, frame } = this;
    return this.document.aside((document) => {
      const { api } = document.engine;
      const page = new PdfiumPage(document, index, frame.userUnit);
      document.engine.run(() => api.FPDFPage_Flatten(page.handle, 0));
      page.close();
      const flat = new PdfiumPage(document, index, frame.userUnit);
      try {
        return flat.glyphs();
      } finally {
        flat.close();
      }
    });
  }

  glyphs(): Glyph[] {
    return this.document.engine.run(() => this.readGlyphs());
  }

  private readGlyphs(): Glyph[] {
    const { engine } = this.document;
    const { scratch } = engine;
    // Six calls for every character: only the bare functions are quick enough.
    const api = engine.bare;
    const text = api.FPDFText_LoadPage(this.handle);
    if (!text) return [];
    const styles = new Map<number, GlyphStyle>();
    let [object, style] = [-1, NO_STYLE];
    const glyphs: Glyph[] = [];
    const count = Math.min(api.FPDFText_CountChars(text), MAX_CHARS);
    const f64 = scratch >> 3;
    const f32 = (scratch + 48) >> 2;
    const unit = this.frame.userUnit;
    for (let i = 0; i < count; i++) {
      const code = api.FPDFText_GetUnicode(text, i);
      if (code === 0 || code === 0xfffe || code <= 32) continue;
      if (api.FPDFText_IsGenerated(text, i) === 1) continue;
      api.FPDFText_GetCharBox(text, i, scratch, scratch + 8, scratch + 16, scratch + 24);
      api.FPDFText_GetCharOrigin(text, i, scratch + 32, scratch + 40);
      api.FPDFText_GetLooseCharBox(text, i, scratch + 48);
      const own = api.FPDFText_GetTextObject(text, i);
      if (own === 0 || own !== object) {
        // What the letters of one object share is asked once.
        const known = own === 0 ? undefined : styles.get(own);
        [object, style] = [own, known ?? this.styleOf(text, i, own)];
        if (!known) styles.set(own, style);
      }
      const { HEAPF64: d, HEAPF32: f } = engine.memory;
      const tight: Rect = [d[f64]!, d[f64 + 2]!, d[f64 + 1]!, d[f64 + 3]!];
      const { angle, told, upright, invisible, substituted } = style;
      const loose: Rect = [f[f32]!, f[f32 + 3]!, f[f32 + 2]!, f[f32 + 1]!];
      const size = sizeSeen(told, tight, loose, upright);
      const [x, y] = shownPoint(this.frame, d[f64 + 4]!, d[f64 + 5]!);
      glyphs.push({
        index: glyphs.length,
        text: String.fromCodePoint(code > 0x10ffff ? 0xfffd : code),
        box: shownRect(this.frame, tight),
        loose: trimmed(shownRect(this.frame, loose), x, y, angle, size * unit),
        x,
        y,
        size: size * unit,
        angle,
        invisible,
        substituted,
      });
    }
    api.FPDFText_ClosePage(text);
    return glyphs;
  }

  /** @param text FPDF_TEXTPAGE, whose character `i` is of the object, or of none */
  private styleOf(text: number, i: number, object: number): GlyphStyle {
    const { engine } = this.document;
    const { bare: api, scratch } = engine;
    api.FPDFText_GetMatrix(text, i, scratch + 64);
    const at = (scratch + 64) >> 2;
    const [a, b, c, d] = engine.memory.HEAPF32.slice(at, at + 4) as unknown as Matrix;
    const told = api.FPDFText_GetFontSize(text, i) * Math.sqrt(c * c + d * d);
    const angle = turned(b === 0 && a > 0 ? 0 : Math.atan2(b, a), this.frame.rotation);
    const shared = { angle, told, upright: Math.abs(b) > Math.abs(a) };
    if (!object) return { ...shared, invisible: false, substituted: false };
    const mode = api.FPDFTextObj_GetTextRenderMode(object);
    const font = api.FPDFTextObj_GetFont(object);
    return {
      ...shared,
      invisible: mode === INVISIBLE || mode === CLIP_ONLY,
      substituted: font !== 0 && api.FPDFFont_GetIsEmbedded(font) !== 1,
    };
  }

  /** The page as a reader sees it, in grey, `scale` pixels to the point. */
  render(scale: number, options: RenderOptions = {}): Raster {
    const { engine, form } = this.document;
    const { api } = engine;
    const width = Math.max(1, Math.round(this.frame.width * scale));
    const height = Math.max(1, Math.round(this.frame.height * scale));
    if (width * height > MAX_PIXELS)
      throw new EngineFailure("PDFium", "damaged", "A page is too large to be drawn.");
    const [low, high] = options.rows ?? [0, this.frame.height];
    const top = Math.max(0, Math.min(height - 1, Math.floor(height - high * scale)));
    const rows = Math.max(1, Math.min(height - top, Math.ceil((high - low) * scale)));
    const [format, stride] = options.grey ? [GREY, Math.ceil(width / 4) * 4] : [BGRX, width * 4];
    const grey = options.store?.take(width * height) ?? new Uint8Array(width * height);
    if (rows < height) grey.fill(255);
    const flags = (options.annotations ?? true) ? SHOW_ANNOTATIONS : 0;
    // Large ones are drawn band by band: the engine never gives back the memory that it drew in.
    const band = Math.max(1, Math.floor(MAX_DRAWN / width));
    for (let from = top; from < top + rows; from += band) {
      const count = Math.min(band, top + rows - from);
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
    }
    return { width, height, grey };
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

/** Reading direction as shown, in degrees 0..359. */
function turned(radians: number, rotation: number): number {
  const degrees = Math.round((radians * 180) / Math.PI) - rotation;
  return ((degrees % 360) + 360) % 360;
}

/**
 * Letters that are small drawings may reckon in any unit: a size that is much less than their ink says
 * nothing. Then the height of their line counts.
 */
function sizeSeen(told: number, ink: Rect, loose: Rect, upright: boolean): number {
  const high = Math.max(ink[2] - ink[0], ink[3] - ink[1]);
  if (high <= 2 * told) return told;
  return Math.max(told, upright ? loose[2] - loose[0] : loose[3] - loose[1]);
}

/** Some fonts claim to be many times as high as their letters: such a box says nothing about lines. */
function trimmed(box: Rect, x: number, y: number, angle: number, size: number): Rect {
  const [up, down] = [0.95 * size, 0.3 * size];
  if (angle % 180 === 0 && box[3] - box[1] > 2 * size) {
    const upright = angle === 0;
    return [box[0], y - (upright ? down : up), box[2], y + (upright ? up : down)];
  }
  if (angle % 180 === 90 && box[2] - box[0] > 2 * size) {
    const left = angle === 90;
    return [x - (left ? up : down), box[1], x + (left ? down : up), box[3]];
  }
  return box;
}
