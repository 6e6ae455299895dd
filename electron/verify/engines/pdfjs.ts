// The verifier's second engine: pdf.js reads the same file by other code. It counts pages, tells
// each page's unit, reads texts, annotations and fields. Nothing is fetched: fonts, maps and decoders
// come from the package's own folder.
import { resource } from "../../resources.ts";
import { EngineFailure } from "./failure.ts";
import { library } from "./pdfjs-library.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type * as PdfjsModule from "pdfjs-dist";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

type Pdfjs = typeof PdfjsModule;

function folder(name: string): string {
  return `${resource("node_modules", "pdfjs-dist", name)}/`;
}

export interface PlacedText {
  readonly text: string;
  /** Box on the un-rotated page. */
  readonly box: Rect;
}

/** A link inside the document, and the page to which it leads, counted from 1; null where that cannot be told. */
export interface PlacedLink {
  /** Box on the un-rotated page. */
  readonly box: Rect;
  readonly to: number | null;
  /** What whoever listens hears of it. */
  readonly says: string;
}

export interface Navigation {
  readonly titles: readonly string[];
  /** The pages to which the bookmarks lead, as links do. */
  readonly leads: readonly (number | null)[];
  readonly labels: readonly string[] | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly date: string | null;
}

const MOST_TITLES = 40_000;
const ANNOTATION_TEXTS = ["fieldValue", "contentsObj", "titleObj", "alternativeText", "richText"];

export class PdfjsDocument {
  readonly pages: number;
  private readonly document: PDFDocumentProxy;
  private readonly close_: () => Promise<void>;

  private constructor(document: PDFDocumentProxy, close: () => Promise<void>) {
    this.document = document;
    this.pages = document.numPages;
    this.close_ = close;
  }

  static async open(bytes: Uint8Array, password?: string): Promise<PdfjsDocument> {
    const pdfjs = await library();
    const task = pdfjs.getDocument({
      data: new Uint8Array(bytes),
      password,
      cMapUrl: folder("cmaps"),
      cMapPacked: true,
      standardFontDataUrl: folder("standard_fonts"),
      wasmUrl: folder("wasm"),
      iccUrl: folder("iccs"),
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    } as Parameters<Pdfjs["getDocument"]>[0]);
    try {
      const document = await task.promise;
      return new PdfjsDocument(document, () => task.destroy());
    } catch (error) {
      await task.destroy().catch(() => undefined);
      const name = (error as Error).name;
      const kind = name === "PasswordException" ? "password" : "damaged";
      throw new EngineFailure("pdf.js", kind, "It does not open.");
    }
  }

  async close(): Promise<void> {
    await this.close_().catch(() => undefined);
  }

  async page(number: number): Promise<PdfjsPage> {
    try {
      return new PdfjsPage(this.document, await this.document.getPage(number));
    } catch {
      throw new EngineFailure("pdf.js", "damaged", "A page does not open.");
    }
  }

  /** Words beside the pages: bookmarks from the first on, page labels, title, language, date. */
  async navigation(): Promise<Navigation> {
    const { document } = this;
    const titles: string[] = [];
    const leads: (number | null)[] = [];
    const open = [...((await document.getOutline().catch(() => null)) ?? [])].toReversed();
    while (open.length > 0 && titles.length < MOST_TITLES) {
      const item = open.pop()!;
      titles.push(item.title);
      leads.push(await pageOf(document, item.dest));
      open.push(...item.items.toReversed());
    }
    const labels = await document.getPageLabels().catch(() => null);
    const metadata = await document.getMetadata().catch(() => null);
    const info = (metadata?.info ?? {}) as Readonly<Record<string, unknown>>;
    const text = (key: string) => (typeof info[key] === "string" ? info[key] : null);
    return {
      titles,
      leads,
      labels,
      title: text("Title"),
      language: text("Language"),
      date: text("CreationDate"),
    };
  }

  static async version(): Promise<string> {
    return (await library()).version;
  }
}

/** Texts of a page, with their boxes in its user space. */
export interface TextsOfPage {
  texts(): Promise<PlacedText[]>;
  annotationTexts(): Promise<PlacedText[]>;
  fieldTexts(): Promise<PlacedText[]>;
  links(): Promise<PlacedLink[]>;
}

export class PdfjsPage implements TextsOfPage {
  private readonly document: PDFDocumentProxy;
  private readonly page: PDFPageProxy;
  private known: Promise<Record<string, unknown>[]> | undefined;

  constructor(document: PDFDocumentProxy, page: PDFPageProxy) {
    this.document = document;
    this.page = page;
  }

  get userUnit(): number {
    const unit = this.page.userUnit;
    return Number.isFinite(unit) && unit > 0 ? unit : 1;
  }

  /** Runs of text with their boxes in user space. */
  async texts(): Promise<PlacedText[]> {
    try {
      const content = await this.page.getTextContent({ disableNormalization: true });
      const texts: PlacedText[] = [];
      for (const item of content.items) {
        if (!("str" in item)) continue;
        const [a, b, c, d, e, f] = item.transform as number[];
        const along = Math.hypot(a!, b!) || 1;
        const up = Math.hypot(c!, d!) || 1;
        const dx = (a! / along) * item.width;
        const dy = (b! / along) * item.width;
        const ux = (c! / up) * item.height;
        const uy = (d! / up) * item.height;
        const xs = [e!, e! + dx, e! + ux, e! + dx + ux];
        const ys = [f!, f! + dy, f! + uy, f! + dy + uy];
        const box: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
        texts.push({ text: item.hasEOL ? `${item.str}\n` : item.str, box });
      }
      return texts;
    } catch {
      throw new EngineFailure("pdf.js", "damaged", "The text of a page cannot be read.");
    }
  }

  /** Every text that annotations and fields carry, with the annotation's box. */
  async annotationTexts(): Promise<PlacedText[]> {
    return this.textsUnder(ANNOTATION_TEXTS);
  }

  /** What fields show, values and choices, which are no part of the page's content. */
  async fieldTexts(): Promise<PlacedText[]> {
    const buttons = (await this.annotations()).filter(({ pushButton }) => pushButton === true);
    const captions = buttons.map(({ rect }) => ({ text: "", box: rect as Rect }));
    return [...(await this.textsUnder(["fieldValue", "options"])), ...captions];
  }

  /** Links that lead to a page of the document. */
  async links(): Promise<PlacedLink[]> {
    const links: PlacedLink[] = [];
    for (const { subtype, rect, dest, contentsObj } of await this.annotations()) {
      if (subtype !== "Link" || !dest) continue;
      const { str: says = "" } = (contentsObj ?? {}) as { readonly str?: string };
      links.push({ box: rect as Rect, to: await pageOf(this.document, dest), says });
    }
    return links;
  }

  private annotations(): Promise<Record<string, unknown>[]> {
    return (this.known ??= this.page.getAnnotations().catch(() => []));
  }

  private async textsUnder(keys: readonly string[]): Promise<PlacedText[]> {
    const found: PlacedText[] = [];
    for (const annotation of await this.annotations()) {
      const rect = annotation["rect"] as number[] | undefined;
      if (!rect || rect.length !== 4) continue;
      const box = rect as unknown as Rect;
      for (const key of keys)
        for (const text of strings(annotation[key])) found.push({ text, box });
      const lines = annotation["textContent"];
      if (Array.isArray(lines)) found.push({ text: lines.join(" "), box });
    }
    return found;
  }

  release(): void {
    this.page.cleanup();
  }
}

/** @param dest a name, or the place itself */
async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  try {
    const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
    const page: unknown = Array.isArray(place) ? place[0] : undefined;
    if (typeof page === "number") return page + 1;
    return page ? (await document.getPageIndex(page as never)) + 1 : null;
  } catch {
    return null;
  }
}

/** The texts within a value of unknown shape; rich text comes as a tree. */
function strings(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return value.trim() ? [value] : [];
  if (depth > 12 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 1000).flatMap((item) => strings(item, depth + 1));
  const record = value as Record<string, unknown>;
  return ["str", "value", "children", "html", "displayValue"].flatMap((key) =>
    strings(record[key], depth + 1),
  );
}
