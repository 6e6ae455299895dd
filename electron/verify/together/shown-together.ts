// Several pages seen as one, with all that a page is asked for. It reports; it judges nothing.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { ShownPage, RenderOptions, PageObject, HangingText } from "../engines/shown-page.ts";
import type { PlacedLink, PlacedText, TextsOfPage } from "../engines/pdfjs.ts";
import { isOnPage, pageFrame, shownRect } from "../place.ts";
import type { PageFrame } from "../place.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Raster } from "../pixels/raster.ts";
import { PixelStore } from "../pixels/store.ts";
import type { Bands } from "./bands.ts";

export class PagesTogether implements ShownPage {
  readonly document: ShownPage["document"];
  readonly frame: PageFrame;
  private readonly pages: readonly ShownPage[];
  private readonly bands: Bands;
  private readonly scale: number;

  /** @param pages of one document and one size; they are the caller's to close */
  constructor(pages: readonly ShownPage[], bands: Bands, scale: number) {
    this.pages = pages;
    this.bands = bands;
    this.scale = scale;
    this.document = pages[0]!.document;
    this.frame = pageFrame([0, 0, pages[0]!.frame.width, bands.height / scale], 0, 1);
  }

  glyphs(): Glyph[] {
    return this.together((page) => page.glyphs());
  }

  glyphsWithAnnotations(): Glyph[] {
    return this.together((page) => page.glyphsWithAnnotations());
  }

  render(scale: number, options: RenderOptions = {}): Raster {
    const { store, rows: _, ...rest } = options;
    const draw = this.oneByOne((page, sheet) => page.render(scale, { ...rest, store: sheet }));
    return this.bands.picture(draw, this.pages.length, scale / this.scale, store);
  }

  smoothed(scale: number, { width }: Pick<Raster, "width">, store: PixelStore): Raster {
    const draw = this.oneByOne((page, sheet) => {
      const height = Math.round(page.frame.height * scale);
      return page.smoothed(scale, { width, height }, sheet);
    });
    return this.bands.picture(draw, this.pages.length, scale / this.scale, store);
  }

  /** Draws pages one after another, each in the memory of the one before. */
  private oneByOne(draw: (page: ShownPage, sheet: PixelStore) => Raster): (page: number) => Raster {
    const sheet = new PixelStore();
    return (page) => {
      sheet.reclaim();
      return draw(this.pages[page]!, sheet);
    };
  }

  plain(glyphs: readonly Glyph[]): boolean {
    return this.pages.every((page) => page.plain(glyphs));
  }

  mayBearCodes(): boolean {
    return this.pages.some((page) => page.mayBearCodes());
  }

  comments(): readonly Rect[] {
    return this.pages.flatMap((page, i) => page.comments().map((rect) => this.raise(i, rect)));
  }

  get annotations(): number {
    return this.pages.reduce((sum, page) => sum + page.annotations, 0);
  }

  objects(): readonly PageObject[] {
    return this.pages.flatMap((page, i) =>
      page.objects().map((object) => ({ ...object, box: this.raise(i, object.box) })),
    );
  }

  hanging(): readonly HangingText[] {
    return this.pages.flatMap((page, i) =>
      page.hanging().map(({ text, box }) => ({ text, box: this.raise(i, box) })),
    );
  }

  /** A rectangle of one of the pages, as shown there. */
  raise(page: number, rect: Rect): Rect {
    return this.bands.raise(page, rect, this.pages[page]!.frame.height);
  }

  private together(glyphsOf: (page: ShownPage) => readonly Glyph[]): Glyph[] {
    const all: Glyph[] = [];
    for (const [i, page] of this.pages.entries())
      for (const glyph of glyphsOf(page)) {
        const here = isOnPage(glyph.loose, page.frame);
        const { height } = page.frame;
        const by = here ? this.bands.riseAt(i, glyph.y + SEEN * glyph.size, height) : OFF;
        const up = ([x0, y0, x1, y1]: Rect): Rect => [x0, y0 + by, x1, y1 + by];
        const { box, loose } = glyph;
        const y = glyph.y + by;
        all.push({ ...glyph, index: all.length, y, box: up(box), loose: up(loose) });
      }
    return all;
  }
}

/** What is off its page is off the whole. */
const OFF = -1e6;
/** In em over the baseline: a height that every letter reaches. */
const SEEN = 0.2;

/** Texts of several pages by the second engine, at their places in the whole. */
export class TextsTogether implements TextsOfPage {
  readonly userUnit = 1;
  private readonly pages: readonly TextsOfPage[];
  private readonly raise: (page: number, rect: Rect) => Rect;

  /** @param raise a rectangle of a page's user space */
  constructor(pages: readonly TextsOfPage[], raise: (page: number, rect: Rect) => Rect) {
    this.pages = pages;
    this.raise = raise;
  }

  texts(): Promise<PlacedText[]> {
    return this.together((page) => page.texts());
  }

  annotationTexts(): Promise<PlacedText[]> {
    return this.together((page) => page.annotationTexts());
  }

  fieldTexts(): Promise<PlacedText[]> {
    return this.together((page) => page.fieldTexts());
  }

  links(): Promise<PlacedLink[]> {
    return this.together((page) => page.links());
  }

  private async together<T extends { readonly box: Rect }>(
    of: (page: TextsOfPage) => Promise<T[]>,
  ): Promise<T[]> {
    const all: T[] = [];
    for (const [i, page] of this.pages.entries())
      for (const one of await of(page)) all.push({ ...one, box: this.raise(i, one.box) });
    return all;
  }
}

/** From a page's user space to the whole. */
export function raiser(
  whole: PagesTogether,
  frames: readonly PageFrame[],
): (page: number, rect: Rect) => Rect {
  return (page, rect) => whole.raise(page, shownRect(frames[page]!, rect));
}
