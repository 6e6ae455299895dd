// A PDF opened in PDFium: its pages' geometry, their rendering as a reader sees them (form values
// and annotations drawn, layers as the document shows them) and a way to the raw handles for the
// text engine. Works on a private copy in the engine's memory; the caller's bytes never change.
// Whatever cannot be opened or drawn becomes a Refusal with one clear sentence.
import type { PageGeometry } from "../../shared/model/page.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { Appearances } from "./appearances.ts";
import { displayedSize } from "./display.ts";
import type { Size } from "./display.ts";
import { pdfiumEngine } from "./engine.ts";
import type { Pdfium } from "./engine.ts";
import { brightness, copied, drawn, inPlace } from "./draw.ts";
import { closeForms, openForms } from "./forms.ts";
import { readGeometry } from "./geometry.ts";
import type { Forms } from "./forms.ts";
import { MAX_BYTES, MAX_SIDE, checkHeader, tooLarge } from "./limits.ts";
import { load } from "./load.ts";
import { MergedAnnotations } from "./merged-annotations.ts";
import { readBookmarks, readPageLabels } from "./navigation.ts";
import type { Bookmark, PageLink } from "./navigation.ts";
import { readTags } from "./tags.ts";
import type { SourceTag } from "./tags.ts";
import { userUnits } from "./user-unit.ts";
import type { OpenPage, Window } from "./open-page.ts";

export interface RenderOptions {
  /** Resolution of the displayed page; give this or `widthPx`. */
  readonly dpi?: number;
  readonly widthPx?: number;
}

/** A page picture, upright, 4 bytes a pixel, opaque. */
export interface Rendering extends Size {
  readonly rgba: Uint8Array;
}

export class PdfiumDocument {
  readonly pdfium: Pdfium;
  /** FPDF_DOCUMENT. */
  readonly handle: number;
  readonly pageCount: number;
  readonly #memory: number;
  readonly #forms: Forms;
  readonly #bytes: Uint8Array;
  readonly #geometries = new Map<number, PageGeometry>();
  readonly #annotations: MergedAnnotations;
  #units: Map<number, number> | undefined;
  #closed = false;

  constructor(pdfium: Pdfium, handle: number, memory: number, bytes: Uint8Array) {
    this.pdfium = pdfium;
    this.handle = handle;
    this.#memory = memory;
    this.#bytes = bytes;
    this.pageCount = pdfium.api.FPDF_GetPageCount(handle);
    this.#forms = openForms(pdfium, handle);
    const load = (page: number): number => this.#load(page);
    this.#annotations = new MergedAnnotations(pdfium, handle, this.#forms, load);
  }

  geometry(page: number): PageGeometry {
    this.#check(page);
    const known = this.#geometries.get(page);
    if (known) return known;
    const geometry = this.pdfium.guard(() => {
      this.#units ??= userUnits(this.pdfium, this.handle, this.#bytes);
      return readGeometry(this.pdfium, this.handle, page, this.#units);
    }, page);
    this.#geometries.set(page, geometry);
    return geometry;
  }

  /** Pixels of the whole page at a resolution; refuses sides above the limit. */
  pixelSize(page: number, options: RenderOptions): Size {
    const size = displayedSize(this.geometry(page));
    const scale =
      options.widthPx === undefined ? (options.dpi ?? 96) / 72 : options.widthPx / size.width;
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    if (!(width <= MAX_SIDE && height <= MAX_SIDE)) {
      throw tooLarge(page, size);
    }
    return { width, height };
  }

  /** The page as displayed, on white. */
  render(page: number, options: RenderOptions): Rendering {
    const size = this.pixelSize(page, options);
    return this.withPage(page, (open) => this.renderOpen(open, size));
  }

  /** Draws an open page, or a window of it, where the whole page would measure `size` pixels. */
  renderOpen(open: OpenPage, size: Size, window?: Window): Rendering {
    const { width, height } = window ?? size;
    return { width, height, rgba: new Uint8Array(this.drawOpen(open, size, window).buffer) };
  }

  /** As `renderOpen`, each pixel as one number 0xffBBGGRR; into a given array where one fits. */
  drawOpen(open: OpenPage, size: Size, window?: Window, into?: Uint32Array): Uint32Array {
    return this.#draw(open, size, window, (pixels) => copied(pixels, into));
  }

  /** As `drawOpen`, without a copy: the pixels are gone when `use` returns, or draws. */
  withDrawn<T>(open: OpenPage, size: Size, use: (pixels: Uint32Array) => T): T {
    return this.#draw(open, size, undefined, (drawn) =>
      use(inPlace(drawn) ?? copied(drawn, undefined)),
    );
  }

  /** How bright each pixel of an open page is, 0 to 255. */
  brightnessOf(open: OpenPage, size: Size): Uint8Array {
    return this.#draw(open, size, undefined, brightness);
  }

  /**
   * Opens a page with annotations and form values merged into its content, so that drawing and
   * text extraction see what a reader sees. The handle dies when `use` returns.
   */
  withPage<T>(page: number, use: (open: OpenPage) => T): T {
    const geometry = this.geometry(page);
    return this.pdfium.guard(() => {
      const handle = this.#annotations.merge(page) ?? this.#load(page);
      try {
        return use({ page, handle, geometry });
      } finally {
        if (!this.pdfium.crashed) this.pdfium.api.FPDF_ClosePage(handle);
      }
    }, page);
  }

  /** A text of the Info dictionary ("Title", "Author"...); null where there is none. */
  info(key: string): string | null {
    const text = this.pdfium.guard(() =>
      this.pdfium.utf16((buffer, bytes) =>
        this.pdfium.api.FPDF_GetMetaText(this.handle, key, buffer, bytes),
      ),
    );
    return text.trim() === "" ? null : text;
  }

  get title(): string | null {
    return this.info("Title");
  }

  bookmarks(): readonly Bookmark[] {
    return this.pdfium.guard(() => readBookmarks(this.pdfium, this.handle));
  }

  pageLabels(): readonly string[] | null {
    return this.pdfium.guard(() => readPageLabels(this.pdfium, this.handle));
  }

  /** Links to pages of the document and to addresses; read before annotations are merged into the page. */
  links(page: number): readonly PageLink[] {
    this.#mergeAnnotations(page);
    return this.#annotations.linksOf(page);
  }

  /** What became of comments and fields that no drawing in the file shows. */
  appearances(page: number): Appearances {
    this.#mergeAnnotations(page);
    return this.#annotations.appearancesOf(page);
  }

  /** Roles and nesting of an open page's tagged pieces; empty where it has none. */
  tagsOn({ page, handle }: OpenPage): readonly SourceTag[] {
    return this.pdfium.guard(() => readTags(this.pdfium, handle), page);
  }

  get encrypted(): boolean {
    return this.pdfium.guard(() => this.pdfium.api.EPDF_IsEncrypted(this.handle));
  }

  get tagged(): boolean {
    return this.pdfium.guard(() => this.pdfium.api.FPDFCatalog_IsTagged(this.handle));
  }

  /** Gives the memory back; safe to call twice and after a crash. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.pdfium.crashed) return;
    closeForms(this.pdfium, this.#forms);
    this.pdfium.api.FPDF_CloseDocument(this.handle);
    this.pdfium.free(this.#memory);
  }

  #check(page: number): void {
    if (!Number.isInteger(page) || page < 1 || page > this.pageCount) {
      throw new Refusal(
        "bad-arguments",
        `There is no page ${page}: the document has ${this.pageCount}.`,
      );
    }
  }

  #mergeAnnotations(page: number): void {
    this.#check(page);
    if (this.#annotations.has(page)) return;
    this.pdfium.guard(() => {
      const handle = this.#annotations.merge(page);
      if (handle !== undefined) this.pdfium.api.FPDF_ClosePage(handle);
    }, page);
  }

  #load(page: number): number {
    const handle = this.pdfium.api.FPDF_LoadPage(this.handle, page - 1);
    if (!handle) throw new Refusal("damaged", `Page ${page} cannot be read.`, page);
    return handle;
  }

  #draw<T>(
    open: OpenPage,
    size: Size,
    window: Window | undefined,
    use: Parameters<typeof drawn<T>>[5],
  ): T {
    const part = window ?? { x: 0, y: 0, ...size };
    return this.pdfium.guard(
      () => drawn(this.pdfium, this.#forms.handle, open, size, part, use),
      open.page,
    );
  }
}

/** @throws Refusal not-a-pdf, empty, truncated, damaged, password-needed, password-wrong, too-many-pages, file-too-large. */
export async function openPdfium(bytes: Uint8Array, password?: string): Promise<PdfiumDocument> {
  checkHeader(bytes, MAX_BYTES);
  const pdfium = await pdfiumEngine();
  return pdfium.guard(() => {
    const { handle, memory } = load(pdfium, bytes, password);
    return new PdfiumDocument(pdfium, handle, memory, bytes);
  });
}
