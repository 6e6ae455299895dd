// Comments, form values and links of a document's pages. They are merged into a page's content the first
// time that it is opened; what is known of them apart is read before that.
import { bareFields, giveAppearances } from "./appearances.ts";
import type { Appearances } from "./appearances.ts";
import type { Pdfium } from "./engine.ts";
import type { Forms } from "./forms.ts";
import { readLinks } from "./navigation.ts";
import type { PageLink } from "./navigation.ts";
import { dropUnseen } from "./unseen.ts";

/** PDFium's number for it. */
const FLATTEN_AS_DISPLAYED = 0;

export class MergedAnnotations {
  readonly #pdfium: Pdfium;
  readonly #document: number;
  readonly #forms: Forms;
  readonly #load: (page: number) => number;
  readonly #merged = new Set<number>();
  readonly #appearances = new Map<number, Appearances>();
  readonly #links = new Map<number, readonly PageLink[]>();

  /**
   * @param document FPDF_DOCUMENT
   * @param load gives FPDF_PAGE of a page, counted from 1, or throws a Refusal
   */
  constructor(pdfium: Pdfium, document: number, forms: Forms, load: (page: number) => number) {
    this.#pdfium = pdfium;
    this.#document = document;
    this.#forms = forms;
    this.#load = load;
  }

  has(page: number): boolean {
    return this.#merged.has(page);
  }

  /** Of a page that was merged; likewise below. */
  linksOf(page: number): readonly PageLink[] {
    return this.#links.get(page) ?? [];
  }

  appearancesOf(page: number): Appearances {
    return this.#appearances.get(page) ?? { undrawn: [], own: false };
  }

  /** Merges annotations into the page, once; a page that has none is given back open, if it is new. */
  merge(page: number): number | undefined {
    if (this.#merged.has(page)) return undefined;
    this.#merged.add(page);
    const { api } = this.#pdfium;
    const handle = this.#load(page);
    if (api.FPDFPage_GetAnnotCount(handle) === 0) return handle;
    try {
      this.#links.set(page, readLinks(this.#pdfium, this.#document, handle));
      // Fields without an appearance get one from the form environment before they are merged.
      const bare = this.#forms.handle ? bareFields(this.#pdfium, handle) : 0;
      if (this.#forms.handle) api.FORM_OnAfterLoadPage(handle, this.#forms.handle);
      const drawnFields = bare > 0 && bareFields(this.#pdfium, handle) < bare;
      dropUnseen(this.#pdfium, handle);
      const { undrawn, own } = giveAppearances(this.#pdfium, handle);
      this.#appearances.set(page, { undrawn, own: own || drawnFields });
      api.FPDFPage_Flatten(handle, FLATTEN_AS_DISPLAYED);
      if (this.#forms.handle) api.FORM_OnBeforeClosePage(handle, this.#forms.handle);
    } finally {
      api.FPDF_ClosePage(handle);
    }
    return undefined;
  }
}
