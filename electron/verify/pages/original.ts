// The original in both engines, and its pages: each is opened when it is asked for, or some of them
// before, while there is no export yet to compare them with. What was read ahead is what would have
// been read later, by the same engine in the same order.
import { setImmediate as nextTurn } from "node:timers/promises";
import { PdfiumPage } from "../engines/pdfium-page.ts";
import type { PdfiumDocument } from "../engines/pdfium.ts";
import type { PdfjsDocument, PdfjsPage } from "../engines/pdfjs.ts";
import { SCALE } from "../page-pictures.ts";
import { isOnPage } from "../place.ts";
import type { Raster } from "../pixels/raster.ts";
import { linesOf } from "../reading/lines.ts";
import type { Text } from "../reading/lines.ts";
import { openBoth } from "./open-both.ts";
import type { Opened } from "./open-both.ts";
import type { Source } from "./source.ts";

/** Pages of one thread that are read ahead, milliseconds for it, and bytes of pictures. */
const AHEAD = { pages: 16, milliseconds: 4000, bytes: 40 * 1024 * 1024 };

export class SourcePage implements Source {
  readonly page: PdfiumPage;
  readonly second: PdfjsPage;
  private known: (Text & { readonly plain: boolean }) | undefined;
  private grey: Raster | undefined;

  constructor(page: PdfiumPage, second: PdfjsPage) {
    // An export is built of what is seen, and compared with that.
    page.dropReplacementTexts();
    this.page = page;
    this.second = second;
  }

  /** Its letters, the lines of those that stand on the page, and whether it may be drawn in grey. */
  text(): Text & { readonly plain: boolean } {
    return (this.known ??= this.read());
  }

  /** The page in grey as it was drawn ahead, for the one who asks first. */
  takeGrey(): Raster | undefined {
    const { grey } = this;
    this.grey = undefined;
    return grey;
  }

  /** @returns bytes of the picture that was drawn. @throws EngineFailure */
  readAhead(): number {
    if (!this.text().plain) return 0;
    this.grey = this.page.render(SCALE, { grey: true });
    return this.grey.grey.length;
  }

  close(): void {
    this.known = undefined;
    this.grey = undefined;
    this.page.close();
    this.second.release();
  }

  private read(): Text & { readonly plain: boolean } {
    const glyphs = this.page.glyphs();
    // What stands off the page is not to be read; in an export it would be an addition.
    const lines = linesOf(glyphs.filter((glyph) => isOnPage(glyph.loose, this.page.frame)));
    return { glyphs, lines, plain: this.page.plain(glyphs) };
  }
}

export class Original {
  readonly pdfium: PdfiumDocument;
  readonly pdfjs: PdfjsDocument;
  private readonly ahead = new Map<number, SourcePage>();
  private readonly closeBoth: () => Promise<void>;
  private stopped = false;
  private reading: Promise<void> | undefined;

  private constructor({ pdfium, pdfjs, close }: Opened) {
    this.pdfium = pdfium;
    this.pdfjs = pdfjs;
    this.closeBoth = close;
  }

  /** @throws EngineFailure */
  static async open(bytes: Uint8Array, password?: string): Promise<Original> {
    return new Original(await openBoth(bytes, password));
  }

  /** @param number counted from 1. The page is the caller's to close. @throws EngineFailure */
  async page(number: number): Promise<SourcePage> {
    const known = this.ahead.get(number);
    this.ahead.delete(number);
    if (known) return known;
    const second = await this.pdfjs.page(number);
    return new SourcePage(new PdfiumPage(this.pdfium, number - 1, second.userUnit), second);
  }

  /** False once the page engine has crashed: the file must be opened anew. */
  get usable(): boolean {
    return !this.pdfium.engine.crashed;
  }

  /** Reads pages from the first on, until there is enough of it or `stop` is called. */
  readAhead(first: number, last: number): Promise<void> {
    // A page that cannot be read is told when it is asked for.
    return (this.reading ??= this.readPages(first, last).catch(() => undefined));
  }

  /** No more pages are read ahead: resolves when the one at hand is read. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
  }

  async close(): Promise<void> {
    await this.stop();
    for (const page of this.ahead.values()) page.close();
    this.ahead.clear();
    await this.closeBoth();
  }

  private async readPages(first: number, last: number): Promise<void> {
    // A form remembers which of its pages are open.
    if (this.pdfium.form) return;
    const end = performance.now() + AHEAD.milliseconds;
    let bytes = 0;
    for (let number = first; number <= Math.min(last, first + AHEAD.pages - 1); number++) {
      await nextTurn();
      if (this.stopped || bytes >= AHEAD.bytes || performance.now() >= end) return;
      const page = await this.page(number);
      this.ahead.set(number, page);
      bytes += page.readAhead();
    }
  }
}
